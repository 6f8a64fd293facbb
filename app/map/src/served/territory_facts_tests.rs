use super::*;
use crate::served::{Field, Nature, PlaceKind, Precision};
use crate::{CommuneCode, DepartmentCode, EpciSiren, Layer, RegionCode};

fn indicator(id: &str, niveau: Level, code: &str, desaccord: Option<&str>) -> Indicator {
    Indicator {
        id: id.into(),
        libelle: "Structures".into(),
        valeur: 25000.0,
        unite: "places".into(),
        precision: Precision::Nearly,
        nature: Nature::Observed,
        denominateur: None,
        niveau,
        code: code.into(),
        date: None,
        desaccord: desaccord.map(Into::into),
        source: "s".into(),
        note: None,
        page: None,
        editeur: None,
        lue: None,
    }
}

fn vaulx() -> NamedPlace {
    NamedPlace {
        id: "centre".into(),
        nom: "Centre".into(),
        kind: PlaceKind::CentreParticipatif,
        commune: CommuneCode::new("69256").ok(),
        nom_commune: "Vaulx-en-Velin".into(),
        epci: EpciSiren::new("200046977").ok(),
        departement: DepartmentCode::new("69").unwrap(),
        region: RegionCode::new("84").unwrap(),
        etablissement: None,
        date: None,
        source: "s".into(),
        note: None,
    }
}

fn facts() -> Facts {
    let roadmap = |id: &str| Roadmap {
        id: id.into(),
        titre: id.into(),
        ensemble: "fdr".into(),
        territoire: id.into(),
        region: RegionCode::new("32").unwrap(),
        departements: vec![DepartmentCode::new("59").unwrap()],
        date: None,
        source: "s".into(),
        note: None,
    };
    Facts {
        indicateurs: vec![
            indicator("six", Level::Region, "32", Some("territoires")),
            indicator("sept", Level::Region, "32", Some("territoires")),
            indicator("ailleurs", Level::Region, "84", None),
            indicator("un", Level::Department, "84", None),
        ],
        lieux: vec![vaulx()],
        complements: vec![Statement {
            dispositif: "fdr".into(),
            champ: Field::Priorite,
            valeur: "Accès aux soins".into(),
            date: None,
            source: "s".into(),
            note: None,
        }],
        mentions: vec![Mention {
            id: "cpts".into(),
            nom: "CPTS".into(),
            couche: Layer::Cpts,
            region: None,
            departement: DepartmentCode::new("19").ok(),
            date: None,
            source: "s".into(),
            note: None,
        }],
        appels: Vec::new(),
        feuilles_de_route: vec![roadmap("nord-hainaut"), roadmap("nord-metropole")],
        label: Vec::new(),
        reperes: Vec::new(),
    }
}

#[test]
fn a_region_and_a_department_of_the_same_code_have_their_own_figures() {
    let facts = facts();
    let id = |level| facts.for_territory(level, "84").indicateurs[0].id.clone();
    assert_eq!(id(Level::Region), "ailleurs");
    assert_eq!(id(Level::Department), "un");
    assert_eq!(facts.for_territory(Level::Region, "84").indicateurs.len(), 1);
}

#[test]
fn a_place_is_found_from_every_territory_around_it() {
    let facts = facts();
    let around = [
        (Level::Country, "FR"),
        (Level::Region, "84"),
        (Level::Department, "69"),
        (Level::Epci, "200046977"),
        (Level::Commune, "69256"),
    ];
    for (level, code) in around {
        assert_eq!(facts.for_territory(level, code).lieux, [&vaulx()], "{code}");
    }
    assert!(facts.for_territory(Level::Commune, "69123").is_empty());
}

#[test]
fn a_place_of_no_known_commune_is_in_its_intercommunality_and_in_no_commune() {
    let somewhere =
        NamedPlace { commune: None, nom_commune: "Métropole de Lyon".into(), ..vaulx() };
    let facts = Facts { lieux: vec![somewhere], ..facts() };
    assert_eq!(facts.for_territory(Level::Epci, "200046977").lieux.len(), 1);
    assert_eq!(facts.for_territory(Level::Department, "69").lieux.len(), 1);
    assert!(facts.for_territory(Level::Commune, "69256").is_empty());
}

#[test]
fn a_department_has_every_roadmap_of_its_parts() {
    let facts = facts();
    let north = facts.for_territory(Level::Department, "59");
    assert_eq!(north.feuilles_de_route.len(), 2);
    assert_eq!(facts.on_scheme(&north.feuilles_de_route[0].ensemble).len(), 1);
    assert!(facts.for_territory(Level::Epci, "200093201").is_empty());
}

#[test]
fn a_mention_belongs_to_what_its_source_says_and_no_more() {
    let facts = facts();
    assert_eq!(facts.for_territory(Level::Department, "19").mentions.len(), 1);
    assert!(facts.for_territory(Level::Region, "75").mentions.is_empty());
}

#[test]
fn figures_that_disagree_lead_to_each_other() {
    let facts = facts();
    let others = facts.disagreeing_with(&facts.indicateurs[0]);
    assert_eq!(others.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["sept"]);
    assert!(facts.disagreeing_with(&facts.indicateurs[2]).is_empty());
}

#[test]
fn a_figure_is_said_with_the_reserve_of_its_source() {
    let mut figure = indicator("un", Level::Region, "84", None);
    assert_eq!(
        crate::text::amount(&figure).replace('\u{202f}', "\u{a0}"),
        "près de\u{a0}25\u{a0}000\u{a0}places"
    );
    figure.precision = Precision::Exact;
    figure.valeur = 74.3;
    figure.unite = "%".into();
    assert_eq!(crate::text::amount(&figure), "74,3\u{a0}%");
}

#[test]
fn figures_of_coverage_come_from_the_nearest_level_and_are_the_newest() {
    let figure = |id: &str, level, code: &str, libelle: &str, unite: &str, date: &str| Indicator {
        libelle: libelle.into(),
        unite: unite.into(),
        date: Some(date.into()),
        ..indicator(id, level, code, None)
    };
    let facts = Facts {
        indicateurs: vec![
            figure("old", Level::Region, "53", "CLS signés", "contrats", "2019"),
            figure("new", Level::Region, "53", "CLS signés", "contrats", "2025"),
            figure("part", Level::Region, "53", "CLS signés dans l’année", "contrats", "2026"),
            figure("share", Level::Region, "53", "Population couverte par un CLS", "%", "2020"),
            figure("country", Level::Country, "FR", "CLS signés", "contrats", "2026"),
            figure("cpts", Level::Country, "FR", "CPTS actives", "CPTS", "2026"),
        ],
        ..Facts::default()
    };
    let ids = |layer| -> Vec<&str> {
        let levels = [(Level::Department, "29"), (Level::Region, "53"), (Level::Country, "FR")];
        facts.on_coverage(layer, &levels).iter().map(|one| one.id.as_str()).collect()
    };
    assert_eq!(ids(Layer::Cls), ["new", "share"]);
    assert_eq!(ids(Layer::Cpts), ["cpts"]);
}
