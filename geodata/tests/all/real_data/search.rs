//! The search of communes, measured with the 2,000 queries of `tests/search`.

use super::committed::INPUTS;
use crate::scratch;
use map::EpciSiren;
use map::search::{NamedCommune, NamedOther, SearchIndex, SearchNames, Target};
use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

const SHOWN: usize = 5;
const LEAST_RECALL: f64 = 0.995;

static NAMES: LazyLock<SearchNames> = LazyLock::new(names);
static INDEX: LazyLock<SearchIndex> = LazyLock::new(|| SearchIndex::new(&NAMES));

struct Query {
    text: String,
    rule: String,
    commune: String,
}

fn names() -> SearchNames {
    let territories = &INPUTS.territories;
    let departments: HashMap<_, u32> =
        territories.departements.iter().map(|one| &one.code).zip(0..).collect();
    let mut former: HashMap<&str, Vec<String>> = HashMap::new();
    for one in territories.anciennes.iter().filter(|one| !one.nom.is_empty()) {
        former.entry(one.commune.as_str()).or_default().push(one.nom.clone());
    }
    let mut inhabitants: HashMap<&EpciSiren, u32> = HashMap::new();
    for one in &territories.communes {
        if let Some(epci) = &one.epci {
            *inhabitants.entry(epci).or_default() += one.population.unwrap_or(0);
        }
    }
    let epci = (0..).zip(&territories.epci).map(|(index, one)| NamedOther {
        target: Target::Epci(index),
        name: one.nom.clone(),
        weight: inhabitants.get(&one.code).copied().unwrap_or(0),
    });
    let other = |target, name: &str| NamedOther { target, name: name.to_owned(), weight: u32::MAX };
    let above = (0..)
        .zip(&territories.departements)
        .map(|(at, one)| other(Target::Department(at), &one.nom));
    let regions =
        (0..).zip(&territories.regions).map(|(at, one)| other(Target::Region(at), &one.nom));
    SearchNames {
        communes: territories
            .communes
            .iter()
            .map(|one| NamedCommune {
                code: one.code.clone(),
                name: one.nom.clone(),
                department: departments[&one.departement],
                population: one.population.unwrap_or(0),
                postal_codes: one.codes_postaux.clone(),
                former_names: former.remove(one.code.as_str()).unwrap_or_default(),
            })
            .collect(),
        departments: territories
            .departements
            .iter()
            .map(|one| (one.code.clone(), one.nom.clone()))
            .collect(),
        others: epci.chain(above).chain(regions).collect(),
    }
}

fn queries() -> Vec<Query> {
    let path = scratch::crate_folder("../tests/search/queries.csv");
    let mut reader = csv::Reader::from_path(path).unwrap();
    let rows = reader.records().map(Result::unwrap);
    rows.map(|row| Query { text: row[0].into(), rule: row[1].into(), commune: row[2].into() })
        .collect()
}

fn is_found(query: &Query) -> bool {
    INDEX.find(&query.text, SHOWN).iter().any(|one| match one.target {
        Target::Commune(index) => NAMES.communes[index as usize].code.as_str() == query.commune,
        _ => false,
    })
}

#[test]
fn the_commune_meant_is_among_the_first_five() {
    let queries = queries();
    assert_eq!(queries.len(), 2000);
    let mut by_rule: BTreeMap<&str, [usize; 2]> = BTreeMap::new();
    let mut missed = Vec::new();
    for query in &queries {
        let counts = by_rule.entry(&query.rule).or_default();
        counts[1] += 1;
        if is_found(query) {
            counts[0] += 1;
        } else {
            missed.push(format!("{} ({}, {})", query.text, query.rule, query.commune));
        }
    }
    let recall = 1.0 - missed.len() as f64 / queries.len() as f64;
    println!("recall@{SHOWN}: {recall}; by rule: {by_rule:?}; missed: {missed:#?}");
    assert!(recall >= LEAST_RECALL, "{recall}");
}

#[test]
#[ignore = "a time, for an optimised build: cargo test --release -p geodata --test all -- --ignored a_key"]
fn a_key_takes_less_than_a_millisecond() {
    const RUNS: usize = 5;
    LazyLock::force(&INDEX);
    let time = |text: &str| {
        let start = Instant::now();
        std::hint::black_box(INDEX.find(text, SHOWN));
        start.elapsed()
    };
    let queries = queries();
    let keys = queries
        .iter()
        .step_by(10)
        .flat_map(|query| query.text.char_indices().skip(1).map(|(end, _)| &query.text[..end]));
    // The shortest of some runs: the machine does other things too.
    let shortest = |text| (0..RUNS).map(|_| time(text)).min().unwrap_or_default();
    let mut times: Vec<Duration> = keys.map(shortest).collect();
    times.sort_unstable();
    let at = |share: usize| times[(times.len() - 1) * share / 100];
    println!("{} keys: median {:?}, 99 % {:?}, all {:?}", times.len(), at(50), at(99), at(100));
    assert!(at(100) < Duration::from_millis(1), "{:?}", at(100));
}
