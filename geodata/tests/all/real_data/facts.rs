//! The facts of the five documents, as the tables hold them.

use super::committed::INPUTS;
use crate::scratch;
use map::served::{
    CallStatus, CnrEntryKind, Facts, Field, Indicator, Nature, PlaceKind, Precision, Topic,
};
use map::{Layer, Level};
use std::collections::BTreeSet;
use std::sync::LazyLock;

static FACTS: LazyLock<Facts> = LazyLock::new(|| INPUTS.tables.facts.clone());

fn indicator(id: &str) -> &'static Indicator {
    FACTS.indicateurs.iter().find(|one| one.id == id).unwrap()
}

fn number_of_key_facts(subject: Topic) -> usize {
    FACTS.reperes.iter().filter(|one| one.sujet == subject).count()
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
    let without_commune = FACTS.lieux.iter().filter(|venue| venue.commune.is_none());
    let without_commune: Vec<&str> = without_commune.map(|venue| venue.id.as_str()).collect();
    assert_eq!(without_commune, ["pass-perinatalite-lyon", "pass-somatique-lyon"]);
    let of_lyon = FACTS.for_territory(Level::Epci, "200046977").lieux;
    assert_eq!(of_lyon.len(), 4, "Vaulx-en-Velin and three PASS, two of them in no known commune");
}

#[test]
fn places_below_the_department_are_words_and_no_perimeter() {
    let ids: BTreeSet<&str> = INPUTS.tables.projects.iter().map(|one| one.id.as_str()).collect();
    let statements = FACTS.complements.iter().filter(|one| one.champ == Field::Lieu);
    let located: Vec<_> = statements.map(|one| one.dispositif.as_str()).collect();
    assert_eq!(located, ["cnr-07-2", "cnr-26-3", "cnr-42-1"]);
    assert!(located.iter().all(|project| ids.contains(project)));
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
    let call = region.appels[0];
    assert_eq!((call.themes.len(), call.porteurs.len(), call.engagements.len()), (3, 8, 7));
    assert_eq!(call.exemples.iter().map(Vec::len).collect::<Vec<_>>(), [6, 5, 4]);
    assert_eq!(call.cloture.as_deref(), Some("2023-04-28"));
    assert_eq!(FACTS.for_territory(Level::Department, "59").feuilles_de_route.len(), 2);
    let statements = FACTS.on_scheme(&region.feuilles_de_route[0].ensemble);
    let count = |field| statements.iter().filter(|one| one.champ == field).count();
    assert_eq!((count(Field::Priorite), statements.len()), (7, 9));
    assert_eq!((count(Field::Coordination), count(Field::ReunionAVenir)), (1, 1));
}

#[test]
fn auvergne_rhone_alpes_has_four_closed_calls_one_open_and_one_to_come() {
    let calls = FACTS.for_territory(Level::Region, "84").appels;
    let count = |status| calls.iter().filter(|call| call.statut == status).count();
    assert_eq!(count(CallStatus::Closed), 4);
    assert_eq!(count(CallStatus::Open), 1);
    assert_eq!(count(CallStatus::Announced), 1);
}

#[test]
fn lists_of_key_facts_are_as_long_as_their_sources_say() {
    let published = |id| indicator(id).valeur as usize;
    assert_eq!(number_of_key_facts(Topic::CptsMission), published("france-cpts-missions"));
    assert_eq!(number_of_key_facts(Topic::SegurMesure), published("france-segur-pilier-4-mesures"));
    let measures = FACTS.reperes.iter().filter(|one| one.sujet == Topic::SegurMesure);
    assert!(measures.map(|one| one.ordre).eq(24..=33));
    // Seven are announced.
    let announced = published("france-cour-des-comptes-premier-recours");
    assert_eq!((number_of_key_facts(Topic::Recommandation), announced), (6, 7));
    assert_eq!(number_of_key_facts(Topic::ClsRaison), 4);
    assert_eq!(FACTS.reperes.len(), 36);
}

#[test]
fn steps_of_the_segur_have_the_dates_of_the_page() {
    let steps = FACTS.reperes.iter().filter(|one| one.sujet == Topic::SegurAvancement);
    let dates: Vec<_> = steps.map(|one| one.date.as_deref()).collect();
    assert_eq!(dates, [Some("2019-09-09"), Some("2021-06"), None, Some("2021-10")]);
}

#[test]
fn named_cpts_have_no_perimeter_and_the_label_has_four_criteria_and_undated_themes() {
    assert_eq!(FACTS.mentions.len(), 5, "three in posts, two in a page on another CPTS");
    assert!(FACTS.mentions.iter().all(|mention| mention.couche == Layer::Cpts));
    let of = |kind| FACTS.label.iter().filter(move |entry| entry.genre == kind);
    let kinds = [
        CnrEntryKind::Criterion,
        CnrEntryKind::Theme,
        CnrEntryKind::Committee,
        CnrEntryKind::Process,
        CnrEntryKind::Support,
    ];
    assert_eq!(kinds.map(|kind| of(kind).count()), [4, 4, 4, 6, 2]);
    assert!(of(CnrEntryKind::Theme).all(|entry| entry.date.is_none()));
}

#[test]
fn tables_of_facts_are_sorted_and_name_their_columns_in_their_schemas() {
    for name in [
        "indicateurs",
        "lieux",
        "complements",
        "mentions",
        "appels",
        "feuilles_de_route",
        "label",
        "reperes",
    ] {
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

#[test]
fn where_no_list_is_known_the_published_counts_are_found() {
    let counts = |layer, code| -> Vec<(f64, String)> {
        let figures = FACTS.on_coverage(layer, &[(Level::Region, code), (Level::Country, "FR")]);
        figures.iter().map(|one| (one.valeur, one.unite.clone())).collect()
    };
    let contracts = |count| (count, "contrats".to_owned());
    assert_eq!(counts(Layer::Cls, "76"), [contracts(34.0), contracts(13.0)], "Occitanie");
    assert_eq!(counts(Layer::Cpts, "84").last(), Some(&(57.0, "%".to_owned())));
    // Where a region has none, those of the country are found.
    assert!(counts(Layer::Cls, "99").contains(&contracts(313.0)));
}
