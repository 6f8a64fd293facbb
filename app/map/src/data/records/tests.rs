use super::*;
use crate::served::{Facts, Manifest, NamedCommune, TerritoryKind};
use crate::{CommuneCode, DepartmentCode, EpciKind, EpciSiren, Status};

pub(crate) const LYON: &str = "200046977";

fn territory(code: &str, kind: TerritoryKind) -> TerritoryProperties {
    TerritoryProperties {
        code: code.to_owned(),
        nom: code.to_owned(),
        kind,
        departements: vec![DepartmentCode::new("69").unwrap()],
        region: RegionCode::new("84").unwrap(),
        communes: 58,
        population: 1_400_000,
        surface_ha: 53_000,
    }
}

/// A project in the Rhône that names communes of the intercommunalities of those codes.
pub(crate) fn project(id: &str, portee: Reach, epci: &[&str]) -> ProjectProperties {
    let commune = |siren: &&str| NamedCommune {
        code: CommuneCode::new("69123").unwrap(),
        nom: "Lyon".to_owned(),
        epci: EpciSiren::new(siren).ok(),
        lon_lat: [4.8357, 45.7640],
    };
    ProjectProperties {
        id: id.to_owned(),
        nom: id.to_owned(),
        statut: Status::Labelled,
        portee,
        departement: DepartmentCode::new("69").unwrap(),
        dispositif: id.to_owned(),
        theme: None,
        porteur: None,
        objectifs: None,
        lieux: epci.iter().map(commune).collect(),
        source: "ars".to_owned(),
    }
}

pub(crate) fn records(projects: Vec<ProjectProperties>) -> Records {
    let manifest = Manifest {
        cog: "2026".to_owned(),
        date: "2026-03-01".to_owned(),
        etat: None,
        degres: Vec::new(),
        fichiers: [].into(),
        regions: [(RegionCode::new("84").unwrap(), "Auvergne-Rhône-Alpes".to_owned())].into(),
        couches: Vec::new(),
        sources: [].into(),
    };
    let file = RecordsFile {
        manifest,
        regions: vec![territory("84", TerritoryKind::Region)],
        departments: vec![territory("69", TerritoryKind::Department)],
        epci: vec![territory(LYON, TerritoryKind::Epci(EpciKind::MetropoleDeLyon))],
        cls: Vec::new(),
        cpts: Vec::new(),
        projects,
        coverage: [].into(),
        facts: Facts::default(),
        communes: Vec::new(),
    };
    Records::decode(&postcard::to_allocvec(&PackedRecords::pack(file)).unwrap()).unwrap()
}

#[test]
fn projects_that_name_a_commune_of_the_territory_come_first_then_departmental_ones() {
    let records = records(vec![
        project("regional", Reach::Regional, &[]),
        project("elsewhere", Reach::Departmental, &["200070308"]),
        project("departmental", Reach::Departmental, &[]),
        project("regional-here", Reach::Regional, &[LYON]),
        project("here", Reach::Departmental, &[LYON]),
    ]);
    let ids = |territory| -> Vec<&str> {
        records.projects_of(territory).iter().map(|one| one.id.as_str()).collect()
    };
    let order = ["regional-here", "here", "elsewhere", "departmental", "regional"];
    assert_eq!(ids(Territory::Epci(0)), order);
    assert_eq!(ids(Territory::Department(0)).last(), Some(&"regional-here"), "no commune is asked");
}

#[test]
fn a_territory_has_the_name_of_its_region() {
    let records = records(Vec::new());
    let properties = records.properties(Territory::Epci(0));
    assert_eq!(records.region_name(&properties.region), "Auvergne-Rhône-Alpes");
    assert_eq!(records.coverage(Layer::Cls, Territory::Epci(0)), None);
    assert_eq!(Records::decode(b"{}").err(), Some(DataError::Format));
}

#[test]
fn the_communes_of_a_department_are_wanted_until_they_are_at_hand() {
    let mut records = records(Vec::new());
    let lyon = CommuneCode::new("69123").unwrap();
    let subject = Subject::Commune { within: Territory::Epci(0), code: lyon.clone() };
    assert_eq!(records.missing_communes(&subject), [0]);
    assert_eq!(records.missing_communes(&Territory::Epci(0).into()), [0]);
    assert!(records.missing_communes(&Territory::Department(0).into()).is_empty());
    let row = CommuneRow {
        code: lyon.clone(),
        nom: "Lyon".to_owned(),
        codes_postaux: "69001".to_owned(),
        epci: EpciSiren::new(LYON).ok(),
        population: Some(520_000),
    };
    let bytes = postcard::to_allocvec(&CommunesFile::pack(std::slice::from_ref(&row))).unwrap();
    records.add_communes(0, &bytes).unwrap();
    assert!(records.missing_communes(&subject).is_empty());
    assert_eq!(records.commune(&lyon), Some(&row));
    assert_eq!(records.add_communes(9, &bytes).err(), Some(DataError::Reference));
}
