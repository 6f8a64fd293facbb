//! The facts of the five documents, as the tables hold them.

use super::committed::INPUTS;
use crate::scratch;
use map::Level;

use map::Layer;
use map::served::{CnrEntryKind, Facts, Field, Indicator, Nature, PlaceKind, Precision};
use std::collections::BTreeSet;
use std::sync::LazyLock;

static FACTS: LazyLock<Facts> = LazyLock::new(|| INPUTS.tables.facts.clone());

fn indicator(id: &str) -> &'static Indicator {
    FACTS.indicateurs.iter().find(|one| one.id == id).unwrap()
}

fn number_of(kind: PlaceKind) -> usize {
    FACTS.lieux.iter().filter(|venue| venue.kind == kind).count()
}

#[test]
fn the_figures_of_auvergne_rhone_alpes_are_those_of_the_page() {
    for (id, value, date) in [
        ("ara-structures-exercice-coordonne", 700.0, Some("2022-12-06")),
        ("ara-cpts-population", 57.0, Some("2022-10-31")),
        ("ara-cpts-territoire", 55.0, Some("2022-10-31")),
        ("ara-msp", 343.0, Some("2022-12-06")),
        ("ara-centres-de-sante", 318.0, Some("2022-12-06")),
        ("ara-centres-de-sante-polyvalents", 80.0, Some("2022-12-06")),
        ("ara-infirmiers-nuit-ehpad", 306.0, None),
        ("ara-lhss-ouverts", 160.0, None),
        ("ara-lhss-supplementaires", 29.0, None),
    ] {
        let found = indicator(id);
        assert_eq!((found.valeur, found.date.as_deref()), (value, date), "{id}");
        assert_eq!((found.niveau, found.code.as_str()), (Level::Region, "84"), "{id}");
    }
    let beds = indicator("ara-infirmiers-nuit-places");
    assert_eq!((beds.valeur, beds.precision), (25000.0, Precision::Nearly));
}

#[test]
fn national_objectives_are_not_observations() {
    let national = FACTS.for_territory(Level::Country, "FR").indicateurs;
    let objectives = national.iter().filter(|one| one.nature == Nature::Objective);
    let values: BTreeSet<u32> = objectives.map(|one| one.valeur as u32).collect();
    assert_eq!(values, [2, 60, 400, 500, 2600].into());
}

#[test]
fn published_counts_of_projects_agree_with_the_table_of_projects() {
    assert_eq!(indicator("ara-cnr-projets").valeur as usize, INPUTS.tables.projects.len());
    let is_regional = |one: &&geodata::tables::Project| one.id.starts_with("cnr-regional-");
    let regional = INPUTS.tables.projects.iter().filter(is_regional).count();
    assert_eq!(indicator("ara-cnr-projets-regionaux").valeur as usize, regional);
    let departments = ["01", "03", "07", "15", "26", "38", "42", "43", "63", "69", "73", "74"];
    for code in departments {
        let own =
            INPUTS.tables.projects.iter().filter(|one| {
                one.department.as_str() == code && !one.id.starts_with("cnr-regional-")
            });
        let published = indicator(&format!("departement-{code}-cnr-projets"));
        assert_eq!(published.valeur as usize, own.count(), "{code}");
    }
}

#[test]
fn two_sources_disagree_on_hauts_de_france_and_both_are_kept() {
    let of_the_call = indicator("hdf-territoires-animation");
    let others = FACTS.disagreeing_with(of_the_call);
    assert_eq!(others.iter().map(|one| one.valeur).collect::<Vec<_>>(), [6.0]);
    assert_eq!(of_the_call.valeur, 7.0);
    assert_ne!(of_the_call.source, others[0].source);
}

#[test]
fn places_are_where_the_documents_say() {
    assert_eq!(number_of(PlaceKind::CentreParticipatif), 5);
    assert_eq!(number_of(PlaceKind::ConsultationDentaire), 4);
    assert_eq!(number_of(PlaceKind::PassMobile), 2);
    assert_eq!(number_of(PlaceKind::ReunionBassinDeVie), 3);
    let vaulx = FACTS.for_territory(Level::Commune, "69256").lieux;
    assert_eq!(vaulx[0].etablissement.as_deref(), Some("Santé Commune"));
    let regions: BTreeSet<&str> = FACTS.lieux.iter().map(|venue| venue.region.as_str()).collect();
    assert_eq!(regions, ["32", "52", "84"].into());
}

#[test]
fn combrailles_keeps_both_sources_on_one_contract() {
    let id = "cls-cc-pays-des-combrailles";
    let row = INPUTS.tables.schemes.iter().find(|scheme| scheme.id == id).unwrap();
    let statements = FACTS.on_scheme(id);
    assert!(statements.iter().all(|one| one.source != row.source));
    let axes = statements.iter().filter(|one| one.champ == Field::Axe);
    assert_eq!(axes.count(), 5);
    let value = |field| statements.iter().find(|one| one.champ == field).unwrap().valeur.as_str();
    assert_eq!(value(Field::Signature), "2024-03-08");
    assert_eq!(value(Field::Periode), "2024/2028");
}

#[test]
fn grand_narbonne_has_as_many_communes_as_its_source_says() {
    let mut schemes = INPUTS.tables.schemes.iter();
    let narbonne = schemes.find(|scheme| scheme.id == "cls-le-grand-narbonne").unwrap();
    let published = indicator("epci-241100593-communes");
    assert_eq!(narbonne.perimeter.communes.len(), published.valeur as usize);
}

#[test]
fn hauts_de_france_has_six_roadmaps_and_one_closed_call() {
    let region = FACTS.for_territory(Level::Region, "32");
    assert_eq!(region.feuilles_de_route.len(), 6);
    assert_eq!(region.appels[0].themes.len(), 3);
    assert_eq!(region.appels[0].cloture.as_deref(), Some("2023-04-28"));
    assert_eq!(FACTS.for_territory(Level::Department, "59").feuilles_de_route.len(), 2);
    assert_eq!(FACTS.on_scheme(&region.feuilles_de_route[0].ensemble).len(), 7);
}

#[test]
fn named_cpts_have_no_perimeter_and_the_label_has_four_criteria() {
    assert_eq!(FACTS.mentions.len(), 3);
    assert!(FACTS.mentions.iter().all(|mention| mention.couche == Layer::Cpts));
    let criteria = FACTS.label.iter().filter(|entry| entry.genre == CnrEntryKind::Criterion);
    assert_eq!((criteria.count(), FACTS.label.len()), (4, 8));
}

#[test]
fn tables_of_facts_are_sorted_and_name_their_columns_in_their_schemas() {
    for name in
        ["indicateurs", "lieux", "complements", "mentions", "appels", "feuilles_de_route", "label"]
    {
        let read = |file: String| {
            std::fs::read_to_string(scratch::crate_folder("sources").join(file)).unwrap()
        };
        let table = read(format!("{name}.csv"));
        let mut records = csv::Reader::from_reader(table.as_bytes());
        let columns: Vec<String> = records.headers().unwrap().iter().map(str::to_owned).collect();
        let ids: Vec<String> =
            records.records().map(|record| record.unwrap()[0].to_owned()).collect();
        assert!(ids.is_sorted(), "{name}");
        let schema: serde_json::Value =
            serde_json::from_str(&read(format!("{name}.schema.json"))).unwrap();
        let fields = schema["fields"].as_array().unwrap();
        let described: Vec<_> =
            fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
        assert_eq!(described, columns, "{name}");
    }
}
