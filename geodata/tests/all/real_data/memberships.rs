//! The answer for a commune agrees with the coverage by commune, for all of them.

use super::committed::{INPUTS, SERVED, manifest, text};
use map::served::CoverageFile;
use map::{
    Class, CommuneCode, CoveredPart, Degree, Layer, Level, Records, Status, Territory, TerritoryKey,
};
use std::sync::LazyLock;

/// The records as the page puts them together.
static RECORDS: LazyLock<Records> = LazyLock::new(|| {
    let files = manifest().fichiers;
    let bytes = |url: &str| std::fs::read(SERVED.join(url)).unwrap();
    let mut records = Records::decode(&bytes(&files["fiches"].url)).unwrap();
    records.add_rest(&bytes(&files["fiches-suite"].url)).unwrap();
    for (index, url) in records.file.communes.clone().iter().enumerate() {
        records.add_communes(index, &bytes(url)).unwrap();
    }
    records
});

/// The class that the sentence of a commune tells: that of its surest scheme, or of the absence of any.
fn class_of_sentence(layer: Layer, department: Territory, code: &CommuneCode) -> Class {
    let memberships = RECORDS.memberships(layer, code);
    let counted = memberships.iter().filter(|one| one.part != CoveredPart::OfKnownPart);
    let classes = counted.map(|one| match one.scheme.statut {
        Status::Active => Class::Active,
        Status::Presumed => Class::Presumed,
        Status::InPreparation => Class::InPreparation,
        Status::NotEstablished => Class::NotEstablished,
        Status::Unknown => Class::Unknown,
        Status::Expired => Class::Expired,
        Status::FormerState => Class::FormerState,
        Status::Labelled => panic!("no scheme is labelled"),
    });
    classes.min().unwrap_or(match RECORDS.degree(layer, department) {
        Some(Degree::List) => Class::None,
        Some(Degree::Facts) => Class::NotKnown,
        None => Class::Undocumented,
    })
}

#[test]
fn every_commune_is_told_the_class_that_the_coverage_has() {
    let coverage: CoverageFile = serde_json::from_str(&text("couverture-communes")).unwrap();
    let (mut communes, mut arrondissements, mut cut) = (0, 0, 0);
    for (department, rows) in &RECORDS.communes {
        for row in rows {
            let is_part = row.code.city().is_some();
            let level = if is_part { Level::Arrondissement } else { Level::Commune };
            let key = TerritoryKey { level, code: row.code.to_string() };
            for layer in [Layer::Cls, Layer::Cpts] {
                let sentence =
                    class_of_sentence(layer, Territory::Department(*department), &row.code);
                let covered = coverage.get(&key).and_then(|one| one.couches.get(&layer));
                let is_open = |class| matches!(class, Class::NotKnown | Class::Undocumented);
                match covered {
                    None => assert!(is_open(sentence), "{} {layer:?} {sentence:?}", row.nom),
                    // A city that its arrondissements divide.
                    Some(classes) if classes.len() > 1 => {
                        assert!(classes.contains_key(&sentence), "{} {classes:?}", row.nom);
                        cut += 1;
                    }
                    Some(classes) => assert!(
                        classes.keys().eq([&sentence]),
                        "{} {layer:?}: {sentence:?} in {classes:?}",
                        row.nom
                    ),
                }
            }
            *(if is_part { &mut arrondissements } else { &mut communes }) += 1;
        }
    }
    let territories = &INPUTS.territories;
    assert_eq!(communes, territories.communes.len());
    assert_eq!(arrondissements, territories.arrondissements.len());
    assert!((1..=3).contains(&cut), "Marseille, one arrondissement of which is in no CPTS: {cut}");
}

#[test]
fn communes_have_their_names_postal_codes_and_intercommunalities() {
    let commune = |code: &str| RECORDS.commune(&CommuneCode::new(code).unwrap()).unwrap();
    let saint_martin = commune("38421");
    assert_eq!(saint_martin.nom, "Saint-Martin-d'Hères");
    assert_eq!(saint_martin.epci.as_ref().unwrap().as_str(), "200040715");
    assert!(saint_martin.codes_postaux.contains("38400"));
    assert!(saint_martin.population.unwrap() > 30_000);
    assert_eq!(commune("13201").nom, "Marseille 1er arrondissement");
    assert_eq!(commune("13201").epci, commune("13055").epci);
    assert_eq!(commune("29155").epci, None, "Ouessant is in none");
    for (served, expected) in RECORDS.communes.values().flatten().zip(0..) {
        assert!(!served.nom.is_empty(), "{expected}");
    }
}

#[test]
fn the_rest_of_the_records_makes_them_whole() {
    let file = &RECORDS.file;
    assert!(file.cls.iter().any(|one| one.page.is_some()) && file.manifest.fichiers.len() > 100);
    assert_eq!(file.facts, INPUTS.tables.facts);
    assert_eq!(file.manifest.sources, INPUTS.tables.sources);
    let coverage: CoverageFile = serde_json::from_str(&text("couverture")).unwrap();
    for (key, served) in &file.coverage {
        assert_eq!(served.dispositifs, coverage[key].dispositifs, "{key}");
        for (layer, classes) in &served.couches {
            assert_eq!(Some(classes), coverage[key].couches.get(layer), "{key}");
        }
    }
    assert!(file.coverage.len() > 500, "{}", file.coverage.len());
    for (served, row) in file.cls.iter().chain(&file.cpts).zip(&INPUTS.tables.schemes) {
        assert_eq!(served.id, row.id);
        assert_eq!(served.communes.len(), row.given_perimeter().communes.len(), "{}", row.id);
    }
    let of_combrailles = RECORDS.scheme("cls-cc-pays-des-combrailles").unwrap();
    assert_eq!(of_combrailles.nom, "CLS CC Pays des Combrailles");
    let corrected = RECORDS.scheme("cls-rilleux-la-pape").unwrap();
    assert_eq!(corrected.nom, "CLS Rillieux-la-Pape");
    let row = INPUTS.tables.schemes.iter().find(|one| one.id == corrected.id).unwrap();
    assert_eq!(row.name, "CLS Rilleux-la-Pape", "the table keeps the word of the list");
}
