//! The search of communes, measured with the 2,000 queries of `tests/search`.

use super::committed::{INPUTS, bytes};
use crate::scratch;
use map::Model;
use map::search::{SearchFile, SearchIndex, SearchNames, Target};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

const SHOWN: usize = 5;
const LEAST_RECALL: f64 = 0.995;

static NAMES: LazyLock<SearchNames> = LazyLock::new(names);
static INDEX: LazyLock<SearchIndex> = LazyLock::new(|| SearchIndex::new(NAMES.clone()));

struct Query {
    text: String,
    rule: String,
    commune: String,
}

/// The names as the page has them: the communes of the served file, the territories of the map.
fn names() -> SearchNames {
    let file = SearchFile::decode(&bytes("recherche")).unwrap();
    let model = Model::decode(&bytes("carte")).unwrap();
    SearchNames::of_territories(&file, &model).unwrap()
}

fn compressed(name: &str) -> usize {
    let mut compressed = Vec::new();
    brotli::CompressorWriter::new(&mut compressed, 1 << 16, 11, 22)
        .write_all(&bytes(name))
        .unwrap();
    compressed.len()
}

#[test]
fn the_files_hold_every_commune_in_few_bytes() {
    let [towns, all] = ["recherche-villes", "recherche"].map(compressed);
    println!("after brotli: towns {towns} bytes, all {all}");
    assert!(towns <= 15_000, "{towns}");
    assert!(all <= 220_000, "{all}");
    let communes = INPUTS.territories.communes.iter();
    for (named, commune) in NAMES.communes.iter().zip(communes) {
        assert_eq!((&named.code, &named.name), (&commune.code, &commune.nom));
        assert_eq!(named.postal_codes, commune.codes_postaux);
        let epci = named.epci.map(|index| &INPUTS.territories.epci[index as usize].code);
        assert_eq!(epci, commune.epci.as_ref());
    }
    assert_eq!(NAMES.communes.len(), INPUTS.territories.communes.len());
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
fn five_figures_that_are_postal_and_insee_code_find_the_communes_of_both() {
    let communes = &INPUTS.territories.communes;
    let has_postal = |commune: &str, code: &str| {
        let found = communes.iter().find(|one| one.code.as_str() == commune);
        found.is_some_and(|one| one.codes_postaux.split(' ').any(|own| own == code))
    };
    let postal: BTreeSet<&str> =
        communes.iter().flat_map(|one| one.codes_postaux.split(' ')).collect();
    let both: Vec<&str> =
        communes.iter().map(|one| one.code.as_str()).filter(|code| postal.contains(code)).collect();
    assert!(both.len() > 2_900, "{}", both.len());
    for code in both.iter().step_by(20) {
        let found = INDEX.find(code, SHOWN);
        let codes: Vec<&str> = found
            .iter()
            .filter_map(|one| match one.target {
                Target::Commune(index) => Some(NAMES.communes[index as usize].code.as_str()),
                _ => None,
            })
            .collect();
        assert!(codes.contains(code), "{code}: {codes:?}");
        assert!(codes.iter().any(|commune| has_postal(commune, code)), "{code}: {codes:?}");
    }
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
    let mut times: Vec<(Duration, &str)> = keys.map(|text| (shortest(text), text)).collect();
    times.sort_unstable();
    let at = |share: usize| times[(times.len() - 1) * share / 100].0;
    println!("{} keys: median {:?}, 99 % {:?}, all {:?}", times.len(), at(50), at(99), at(100));
    assert!(at(100) < Duration::from_millis(1), "{:?}", at(100));
}
