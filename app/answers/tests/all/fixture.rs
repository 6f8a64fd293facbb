//! Records of a small country: two departments of one region with lists of CLS and projects but none
//! of CPTS, one of another with neither, an intercommunality that a CLS covers in part.

use map::served::{
    Call, CallStatus, CommuneRow, CoverageFile, Documentation, Facts, Field, Indicator, Manifest,
    NamedCommune, Nature, Precision, ProjectProperties, Reach, RecordsFile, SchemeProperties,
    ServedFile, Source, Statement, TerritoryCoverage, TerritoryKind, TerritoryProperties,
};
use map::{
    Amount, Class, CommuneCode, DepartmentCode, EpciSiren, Layer, Level, Records, RegionCode,
    Status, Territory,
};
use std::collections::BTreeMap;

pub const RHONE: Territory = Territory::Department(0);
pub const SAVOIE: Territory = Territory::Department(1);
pub const OISE: Territory = Territory::Department(2);
pub const LYON: Territory = Territory::Epci(0);

pub fn records() -> Records {
    let file = RecordsFile {
        manifest: manifest(),
        regions: vec![
            territory("84", "Auvergne-Rhône-Alpes", "region", "84"),
            territory("11", "Île-de-France", "region", "11"),
        ],
        departments: vec![
            territory("69", "Rhône", "departement", "84"),
            territory("73", "Savoie", "departement", "84"),
            territory("95", "Val-d'Oise", "departement", "11"),
        ],
        epci: vec![TerritoryProperties {
            departements: vec![department("69"), department("73")],
            ..territory("200046977", "Métropole de Lyon", "MET69", "84")
        }],
        cls: vec![
            SchemeProperties {
                debut: Some("2024".into()),
                fin: Some("2029".into()),
                communes: vec![commune("69029")],
                site: Some("https://cls.example/lyon".into()),
                note: Some("Périmètre selon la carte de l’ARS.".into()),
                ..scheme("cls-lyon", "CLS de Lyon", Status::Active)
            },
            SchemeProperties {
                debut: Some("2024-03-08".into()),
                communes: vec![commune("69123")],
                arrondissements: vec![commune("69381"), commune("69382")],
                source: "mairie".into(),
                ..scheme("cls-pente", "CLS des Pentes", Status::InPreparation)
            },
        ],
        cpts: Vec::new(),
        projects: projects(),
        coverage: coverage(),
        facts: facts(),
        communes: Vec::new(),
    };
    Records { file, communes: BTreeMap::new() }
}

/// Two communes of the Rhône, an arrondissement, and an island that belongs to no intercommunality.
pub fn communes() -> Vec<CommuneRow> {
    let row =
        |code: &str, nom: &str, codes_postaux: &str, epci: Option<&str>, population| CommuneRow {
            code: commune(code),
            nom: nom.into(),
            codes_postaux: codes_postaux.into(),
            epci: epci.and_then(|epci| EpciSiren::new(epci).ok()),
            population: Some(population),
        };
    let lyon = Some("200046977");
    vec![
        row("69029", "Bron", "69500", lyon, 40_000),
        row("69123", "Lyon", "69001 69002", lyon, 520_000),
        row("69299", "L'Île", "69999", None, 300),
        row("69382", "Lyon 2e arrondissement", "", lyon, 30_000),
    ]
}

fn territory(code: &str, nom: &str, kind: &str, region: &str) -> TerritoryProperties {
    TerritoryProperties {
        code: code.into(),
        nom: nom.into(),
        kind: TerritoryKind::try_from(kind.to_owned()).unwrap(),
        departements: DepartmentCode::new(code).into_iter().collect(),
        region: RegionCode::new(region).unwrap(),
        communes: 58,
        population: 1_400_000,
        surface_ha: 53_400,
    }
}

fn scheme(id: &str, nom: &str, statut: Status) -> SchemeProperties {
    SchemeProperties::named(id, nom, statut, "ars")
}

fn projects() -> Vec<ProjectProperties> {
    let project = |id: &str, departement: &str, portee| ProjectProperties {
        id: id.into(),
        nom: "Maison de l'enfance".into(),
        statut: Status::Labelled,
        portee,
        departement: department(departement),
        dispositif: "maison".into(),
        theme: None,
        porteur: Some("Ville de Lyon".into()),
        objectifs: Some("Accueillir.".into()),
        lieux: Vec::new(),
        source: "ars".into(),
    };
    let lyon = NamedCommune {
        code: commune("69123"),
        nom: "Lyon".into(),
        epci: EpciSiren::new("200046977").ok(),
        lon_lat: [4.8, 45.7],
    };
    vec![
        ProjectProperties { lieux: vec![lyon], ..project("un", "69", Reach::Departmental) },
        project("deux", "69", Reach::Regional),
    ]
}

fn coverage() -> CoverageFile {
    let amount = |communes, population| Amount { communes, population, ..Amount::default() };
    let known = |classes: &[(Class, Amount)], schemes: &[(&str, Amount)]| TerritoryCoverage {
        couches: [(Layer::Cls, classes.iter().copied().collect())].into(),
        dispositifs: schemes.iter().map(|(id, amount)| ((*id).to_owned(), *amount)).collect(),
    };
    let (some, few, rest) = (amount(10, 1_008_000), amount(2, 100_000), amount(46, 292_000));
    let partly = known(
        &[(Class::Active, some), (Class::InPreparation, few), (Class::None, rest)],
        &[("cls-pente", few), ("cls-lyon", some)],
    );
    let nothing = known(&[(Class::None, amount(58, 1_400_000))], &[]);
    [("departement-69", partly.clone()), ("departement-73", nothing), ("epci-200046977", partly)]
        .map(|(key, coverage)| (key.parse().unwrap(), coverage))
        .into()
}

fn facts() -> Facts {
    let figure = |id: &str, valeur, source: &str| Indicator {
        id: id.into(),
        libelle: "Structures labellisées".into(),
        valeur,
        unite: "structures".into(),
        precision: Precision::Nearly,
        nature: Nature::Observed,
        denominateur: None,
        niveau: Level::Department,
        code: "69".into(),
        date: Some("2025-06".into()),
        desaccord: Some("structures".into()),
        source: source.into(),
        note: None,
        page: None,
        editeur: None,
        lue: None,
    };
    Facts {
        indicateurs: vec![figure("f1", 1_250.0, "ars"), figure("f2", 1_300.0, "mairie")],
        complements: vec![Statement {
            dispositif: "cls-lyon".into(),
            champ: Field::Periode,
            valeur: "2024/2028".into(),
            date: None,
            source: "mairie".into(),
            note: None,
        }],
        appels: vec![Call {
            id: "appel".into(),
            titre: "Innover".into(),
            region: RegionCode::new("84").unwrap(),
            statut: CallStatus::Closed,
            cloture: Some("2025-09".into()),
            cloture_initiale: None,
            themes: vec!["Prévention".into()],
            exemples: Vec::new(),
            porteurs: Vec::new(),
            engagements: Vec::new(),
            date: None,
            source: "ars".into(),
            note: None,
        }],
        ..Facts::default()
    }
}

fn manifest() -> Manifest {
    let file = |url: &str, contenu: &str, octets, sources: &[&str]| ServedFile {
        url: url.into(),
        octets,
        contenu: contenu.into(),
        sources: sources.iter().map(|&id| id.to_owned()).collect(),
        precision_m: url.ends_with("geojson").then_some(3500),
    };
    let list = |couche| Documentation {
        couche,
        region: RegionCode::new("84").unwrap(),
        source: "ars".into(),
        note: None,
    };
    let regions = [("84", "Auvergne-Rhône-Alpes"), ("11", "Île-de-France")];
    Manifest {
        cog: "COG 2026".into(),
        date: "2026-03-08".into(),
        etat: None,
        degres: Vec::new(),
        fichiers: [
            ("cls", file("cls.0a.geojson", "CLS : périmètres", 820_000, &["ars", "mairie"])),
            ("cls.schema", file("cls.schema.json", "Schéma", 2_000, &[])),
            ("export/couverture/communes-69", file("c-69.csv", "Communes : Rhône", 90, &["ars"])),
            ("export/couverture/communes-69.excel", file("c-69.excel.csv", "", 90, &[])),
            ("export/epci.geojson", file("export/epci.geojson", "EPCI", 640_000, &["ign"])),
            ("epci", file("epci.0c.geojson", "EPCI", 640_000, &["ign"])),
            ("detail/69", file("detail/69.0b.geojson", "Communes : Rhône", 90_000, &["ign"])),
            (
                "tout",
                file("tout.csv", "Tout", 1_400_000, &["ars", "ign", "insee", "mairie", "uni"]),
            ),
        ]
        .map(|(name, file)| (name.to_owned(), file))
        .into(),
        regions: regions
            .map(|(code, name)| (RegionCode::new(code).unwrap(), name.to_owned()))
            .into(),
        couches: vec![list(Layer::Cls), list(Layer::Projects)],
        sources: sources(),
    }
}

fn sources() -> BTreeMap<String, Source> {
    let source = |editeur: &str, date: Option<&str>, read: Option<&str>| Source {
        titre: format!("Liste de l'éditeur {editeur}"),
        editeur: editeur.into(),
        date: date.map(str::to_owned),
        date_releve: read.map(str::to_owned),
        licence: None,
        adresse: None,
        note: None,
    };
    let open = Some("Licence Ouverte 2.0".to_owned());
    [
        ("ars", source("ARS", None, Some("2026-03-04"))),
        ("ign", Source { licence: open, ..source("IGN", Some("2026"), None) }),
        ("insee", source("Insee", Some("2026-01"), None)),
        ("mairie", source("Ville de Lyon", None, None)),
        ("uni", source("Université", Some("2024-10-01"), None)),
    ]
    .map(|(id, source)| (id.to_owned(), source))
    .into()
}

fn department(code: &str) -> DepartmentCode {
    DepartmentCode::new(code).unwrap()
}

fn commune(code: &str) -> CommuneCode {
    CommuneCode::new(code).unwrap()
}
