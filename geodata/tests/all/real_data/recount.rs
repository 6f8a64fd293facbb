//! The coverage, counted a second time by a path that shares nothing with the first: text tables,
//! sets of codes, plain sums.

use super::committed::{SERVED, manifest};
use crate::scratch;
use map::Degree;
use std::collections::{BTreeMap, BTreeSet, HashMap};

type Record = HashMap<String, String>;

fn table(path: &std::path::Path) -> Vec<Record> {
    csv::Reader::from_path(path).unwrap().deserialize().map(Result::unwrap).collect()
}

fn committed(folder: &str, name: &str) -> Vec<Record> {
    table(&scratch::crate_folder(folder).join(name))
}

/// Inhabitants by code: those of communes without arrondissements, and of arrondissements.
fn inhabitants() -> (BTreeMap<String, u32>, Vec<Record>, Vec<Record>) {
    let (communes, parts) =
        (committed("contours", "communes.csv"), committed("contours", "arrondissements.csv"));
    let split: BTreeSet<&String> = parts.iter().map(|part| &part["commune"]).collect();
    let whole = communes.iter().filter(|commune| !split.contains(&commune["code"]));
    let counts = whole.chain(&parts);
    let counts = counts.map(|row| (row["code"].clone(), row["population"].parse().unwrap_or(0)));
    (counts.collect(), communes.clone(), parts.clone())
}

/// The status of a row on 27 November 2026, by the rules of `faits/README.md`. Texts of dates are
/// compared, so that the last day of any month may be called the 31st.
fn status(row: &Record) -> &'static str {
    let cell = |column: &str| row.get(column).map(String::as_str).unwrap_or_default();
    let padded = |date: &str, rest: &str| format!("{date}{}", &rest[date.len()..]);
    let [first, last] = ["0000-01-01", "0000-12-31"].map(|rest| move |date| padded(date, rest));
    let signed_after = cell("signature_entre").split('/').next().unwrap_or_default();
    let signed = [signed_after, cell("signature"), cell("debut")];
    let signed = signed.into_iter().find(|date| !date.is_empty());
    match (cell("statut"), cell("fin"), cell("etat_du")) {
        ("en_preparation", _, seen) if !seen.is_empty() && first(seen).as_str() < "2023-11-27" => {
            "etat_ancien"
        }
        ("signe", "", _) if signed.is_some_and(|day| first(day).as_str() >= "2021-11-27") => {
            "presume"
        }
        ("signe", "", _) => "non_etabli",
        ("signe", end, _) if last(end).as_str() < "2026-11-27" => "echu",
        ("signe", end, _) if first(end).as_str() > "2026-11-27" => "actif",
        ("signe", ..) | ("non_etabli", ..) => "non_etabli",
        ("actif", ..) => "actif",
        ("en_preparation", ..) => "en_preparation",
        ("echu", ..) => "echu",
        _ => "inconnu",
    }
}

/// The codes inside the schemes of a table whose status is `status`, and whole perimeter known.
fn inside(name: &str, wanted: &str, communes: &[Record], parts: &[Record]) -> BTreeSet<String> {
    let mut codes = BTreeSet::new();
    let is_whole = |row: &&Record| {
        let known = row.get("perimetre").map(String::as_str).unwrap_or_default();
        !matches!(known, "partiel" | "inconnu")
    };
    let rows = committed("sources", name);
    for scheme in rows.iter().filter(is_whole).filter(|row| status(row) == wanted) {
        let cell = |column: &str| scheme.get(column).cloned().unwrap_or_default();
        for epci in cell("epci").split_whitespace() {
            let members = communes.iter().filter(|commune| commune["epci"] == epci);
            codes.extend(members.map(|commune| commune["code"].clone()));
        }
        codes.extend(cell("communes").split_whitespace().map(ToOwned::to_owned));
        codes.extend(cell("arrondissements").split_whitespace().map(ToOwned::to_owned));
    }
    for part in parts {
        if codes.contains(&part["commune"]) {
            codes.insert(part["code"].clone());
        }
    }
    codes
}

/// The committed tables, for other recounts.
pub(super) struct Country {
    /// Inhabitants by code: those of communes without arrondissements, and of arrondissements.
    pub(super) inhabitants: BTreeMap<String, u32>,
    communes: HashMap<String, Record>,
    /// The commune of each arrondissement.
    parents: HashMap<String, String>,
    regions: HashMap<String, String>,
    /// The degree of each layer in each region.
    degrees: HashMap<(String, String), Degree>,
}

impl Country {
    pub(super) fn read() -> Self {
        let (inhabitants, communes, parts) = inhabitants();
        let departments = committed("contours", "departements.csv").into_iter();
        let path = SERVED.join(&manifest().fichiers["export/degres"].url);
        let degree = |row: Record| {
            let degree = match row["degre"].as_str() {
                "liste" => Degree::List,
                "faits" => Degree::Facts,
                _ => return None,
            };
            Some(((row["couche"].clone(), row["region"].clone()), degree))
        };
        Self {
            inhabitants,
            communes: communes.into_iter().map(|one| (one["code"].clone(), one)).collect(),
            parents: parts
                .iter()
                .map(|one| (one["code"].clone(), one["commune"].clone()))
                .collect(),
            regions: departments.map(|one| (one["code"].clone(), one["region"].clone())).collect(),
            degrees: table(&path).into_iter().filter_map(degree).collect(),
        }
    }

    pub(super) fn commune_of(&self, code: &str) -> String {
        self.parents.get(code).cloned().unwrap_or_else(|| code.to_owned())
    }

    /// The degrees of CLS and of CPTS around a commune or an arrondissement.
    pub(super) fn degrees_of(&self, code: &str) -> [Option<Degree>; 2] {
        let region = &self.regions[&self.communes[&self.commune_of(code)]["departement"]];
        ["cls", "cpts"].map(|layer| self.degrees.get(&(layer.to_owned(), region.clone())).copied())
    }

    /// The keys of the region, the department, the intercommunality and the commune of a code.
    pub(super) fn territories_of(&self, code: &str) -> Vec<String> {
        let commune = &self.communes[&self.commune_of(code)];
        let department = &commune["departement"];
        let epci = (!commune["epci"].is_empty()).then(|| format!("epci-{}", commune["epci"]));
        let others = [
            format!("region-{}", self.regions[department]),
            format!("departement-{department}"),
            format!("commune-{}", commune["code"]),
        ];
        others.into_iter().chain(epci).collect()
    }
}

/// The codes inside the schemes of a table, of whatever status, whose whole perimeter is known.
pub(super) fn inside_any(name: &str, country: &Country) -> BTreeSet<String> {
    let (_, communes, parts) = inhabitants();
    let statuses =
        ["actif", "presume", "en_preparation", "non_etabli", "inconnu", "echu", "etat_ancien"];
    let all = statuses.into_iter().flat_map(|status| inside(name, status, &communes, &parts));
    all.filter(|code| country.inhabitants.contains_key(code)).collect()
}

/// Population inside, by level and code of territory; zeros left out.
fn recount(name: &str, status: &str) -> BTreeMap<(String, String), u32> {
    let (inhabitants, communes, parts) = inhabitants();
    let inside = inside(name, status, &communes, &parts);
    let departments = committed("contours", "departements.csv");
    let region_of: HashMap<&String, &String> =
        departments.iter().map(|one| (&one["code"], &one["region"])).collect();
    let commune_of: HashMap<&String, &String> =
        parts.iter().map(|part| (&part["code"], &part["commune"])).collect();
    let rows: HashMap<&String, &Record> = communes.iter().map(|one| (&one["code"], one)).collect();
    let mut sums = BTreeMap::new();
    for code in inside.iter().filter(|code| inhabitants.contains_key(*code)) {
        let commune = rows[commune_of.get(code).copied().unwrap_or(code)];
        if commune_of.contains_key(code) {
            *sums.entry(("arrondissement".to_owned(), code.clone())).or_insert(0) +=
                inhabitants[code];
        }
        let territories = [
            ("region", region_of[&commune["departement"]]),
            ("departement", &commune["departement"]),
            ("epci", &commune["epci"]),
            ("commune", &commune["code"]),
        ];
        for (level, territory) in territories.into_iter().filter(|(_, code)| !code.is_empty()) {
            *sums.entry((level.to_owned(), territory.clone())).or_insert(0) += inhabitants[code];
        }
    }
    sums
}

/// The same from the table that we publish.
fn published(layer: &str, class: &str) -> BTreeMap<(String, String), u32> {
    let path = SERVED.join(&manifest().fichiers["export/couverture"].url);
    let rows = table(&path).into_iter();
    let wanted = rows.filter(|row| row["couche"] == layer && row["classe"] == class);
    wanted
        .map(|row| {
            ((row["niveau"].clone(), row["code"].clone()), row["population"].parse().unwrap())
        })
        .collect()
}

#[test]
fn inhabitants_inside_active_cls_agree_with_a_naive_recount_for_every_territory() {
    let recount = recount("cls.csv", "actif");
    assert_eq!(published("cls", "actif"), recount);
    let region = recount[&("region".to_owned(), "84".to_owned())];
    println!("{region} inhabitants of Auvergne-Rhône-Alpes inside an active CLS");
    assert!(region > 3_000_000, "{region}");
}

#[test]
fn inhabitants_inside_cpts_agree_with_a_naive_recount_for_every_territory() {
    assert_eq!(published("cpts", "actif"), recount("cpts.csv", "actif"));
    let recount = recount("cpts.csv", "inconnu");
    assert_eq!(published("cpts", "inconnu"), recount);
    let region = recount[&("region".to_owned(), "93".to_owned())];
    println!("{region} inhabitants of Provence-Alpes-Côte d’Azur inside a CPTS");
    assert!(region > 4_000_000, "{region}");
}

#[test]
fn what_is_undocumented_and_what_is_documented_make_every_region_whole() {
    let path = SERVED.join(&manifest().fichiers["export/couverture"].url);
    for row in table(&path) {
        for column in ["part_communes", "part_population", "part_surface"] {
            let share: f64 = row[column].parse().unwrap_or(0.0);
            assert!((0.0..=1.0).contains(&share), "{row:?}");
        }
    }
    let region = |class: &str, code: &str| {
        published("cls", class).get(&("region".to_owned(), code.to_owned())).copied()
    };
    for class in ["non_documente", "non_connu"] {
        assert_eq!(region(class, "84"), None, "every commune of the region has its answer");
    }
    assert!(region("aucun", "84").is_some());
    assert!(region("non_connu", "53").is_some(), "facts leave the rest unknown");
    assert_eq!(region("aucun", "53"), None, "only a list says that there is none");
    assert!(region("non_documente", "01").is_some(), "nothing is known of Guadeloupe");
}
