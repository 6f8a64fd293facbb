use crate::data::records::tests::{LYON, project, records};
use crate::served::{NamedPlace, PlaceKind, Reach, SchemeProperties};
use crate::{
    DepartmentCode, EpciSiren, Layer, Records, RegionCode, SchemeIndex, Status, Subject,
    SubjectKey, Territory,
};

/// A CLS of Lyon's intercommunality, one of its department, two projects that are the same scheme, a venue.
fn country() -> Records {
    let mut records = records(vec![
        project("projet-un", Reach::Regional, &[]),
        project("projet-deux", Reach::Departmental, &[]),
    ]);
    for project in &mut records.file.projects {
        project.dispositif = "le même".into();
    }
    let cls = |id: &str| SchemeProperties::named(id, "CLS", Status::Active, "ars");
    records.file.cls = vec![
        SchemeProperties { epci: vec![EpciSiren::new(LYON).unwrap()], ..cls("cls-lyon") },
        SchemeProperties {
            departements: vec![DepartmentCode::new("69").unwrap()],
            ..cls("cls-rhone")
        },
    ];
    records.file.facts.lieux = vec![NamedPlace {
        id: "pass".into(),
        nom: "PASS".into(),
        kind: PlaceKind::PassMobile,
        commune: None,
        nom_commune: "Lyon".into(),
        epci: None,
        departement: DepartmentCode::new("69").unwrap(),
        region: RegionCode::new("84").unwrap(),
        etablissement: None,
        date: None,
        source: "ars".into(),
        note: None,
    }];
    records
}

fn scheme(layer: Layer, index: usize) -> Subject {
    Subject::Scheme(SchemeIndex { layer, index })
}

#[test]
fn every_subject_is_found_again_by_its_key() {
    let records = country();
    let subjects: Vec<Subject> = records.subjects().chain([Subject::Venue(0)]).collect();
    assert_eq!(subjects.len(), 3 + 2 + 2 + 1);
    for subject in subjects {
        let key = records.key_of(&subject).unwrap();
        assert_eq!(records.subject(&key), Some(subject.clone()), "{key:?}");
        assert!(!records.name_of(&subject).is_empty());
    }
}

#[test]
fn an_index_or_a_key_that_leads_nowhere_is_none() {
    let records = country();
    assert_eq!(records.key_of(&scheme(Layer::Cpts, 0)), None);
    assert_eq!(records.key_of(&Subject::Venue(1)), None);
    for key in [SubjectKey::Scheme("cls-x".into()), SubjectKey::Venue("x".into())] {
        assert_eq!(records.subject(&key), None);
    }
    assert_eq!(records.name_of(&scheme(Layer::Projects, 9)), "");
    assert!(records.extent(&scheme(Layer::Projects, 9)).is_empty());
}

#[test]
fn the_intercommunalities_of_a_scheme_stand_for_it_or_else_its_departments() {
    let records = country();
    let (lyon, rhone) = (Territory::Epci(0), Territory::Department(0));
    for (subject, extent) in [
        (scheme(Layer::Cls, 0), lyon),
        (scheme(Layer::Cls, 1), rhone),
        (scheme(Layer::Projects, 1), rhone),
        (Subject::Venue(0), rhone),
        (Territory::Region(0).into(), Territory::Region(0)),
    ] {
        assert_eq!(records.extent(&subject), [extent], "{subject:?}");
    }
}

#[test]
fn a_project_knows_its_twins_and_each_disc_its_projects() {
    let records = country();
    let projects = [0, 1].map(|index| SchemeIndex { layer: Layer::Projects, index });
    assert_eq!(records.twins_of(projects[1]), projects);
    let counted = |territory| -> Vec<&str> {
        records.counted_by(territory).map(|one| one.id.as_str()).collect()
    };
    assert_eq!(counted(Territory::Region(0)), ["projet-un"]);
    assert_eq!(counted(Territory::Department(0)), ["projet-deux"]);
}
