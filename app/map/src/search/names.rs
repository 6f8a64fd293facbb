//! Everything to be found, from the files that the page has.

use super::file::SearchFile;
use super::index::{NamedOther, SearchNames, Target};
use crate::text::{enumerated, typographic};
use crate::{CommuneCode, DepartmentCode, Layer, Model, Records, SchemeIndex};

/// The magnitude of regions and departments: before any commune with as good a name.
const LARGEST: u8 = u8::MAX;

/// The magnitude of an intercommunality: that of a commune of 16,000 inhabitants.
const OF_EPCI: u8 = 14;

impl SearchNames {
    /// The communes of a file and the territories of the map; none for a damaged file.
    pub fn of_territories(file: &SearchFile, model: &Model) -> Option<Self> {
        let codes: Vec<DepartmentCode> =
            model.departments.iter().map(|one| one.code.clone()).collect();
        let named = model.departments.iter().map(|one| (one.code.clone(), one.nom.clone()));
        Some(Self {
            communes: file.named(&codes)?,
            arrondissements: file.arrondissements.clone(),
            departments: named.collect(),
            others: territories(model),
        })
    }

    /// The schemes of the records.
    pub fn of_schemes(records: &Records) -> Self {
        let file = &records.file;
        let counts = [file.cls.len(), file.cpts.len(), file.projects.len()];
        let schemes = Layer::ALL.into_iter().zip(counts).flat_map(|(layer, count)| {
            (0..count).map(move |index| scheme(records, SchemeIndex { layer, index }))
        });
        Self { others: schemes.collect(), ..Self::default() }
    }
}

/// The regions, departments and intercommunalities.
fn territories(model: &Model) -> Vec<NamedOther> {
    let other = |target, name: &str, detail, magnitude| NamedOther {
        target,
        name: typographic(name),
        detail,
        magnitude,
    };
    let region = |index: u32| model.regions.get(index as usize).map_or("", |one| one.nom.as_str());
    let regions = (0..)
        .zip(&model.regions)
        .map(|(at, one)| other(Target::Region(at), &one.nom, "Région".to_owned(), LARGEST));
    let departments = (0..).zip(&model.departments).map(|(at, one)| {
        let detail = format!("Département {} · {}", one.code, typographic(region(one.region)));
        other(Target::Department(at), &one.nom, detail, LARGEST)
    });
    let epci = (0..).zip(&model.epci).map(|(at, one)| {
        let department = &model.departments[one.department].nom;
        let detail = format!("Intercommunalité · {}", typographic(department));
        other(Target::Epci(at), &one.nom, detail, OF_EPCI)
    });
    regions.chain(departments).chain(epci).collect()
}

fn scheme(records: &Records, index: SchemeIndex) -> NamedOther {
    let kind = match index.layer {
        Layer::Projects => "Projet labellisé",
        other => other.short_title(),
    };
    let (name, codes) = match (records.scheme_at(index), records.project_at(index)) {
        (Some(scheme), _) if scheme.departements.is_empty() => {
            let mut codes: Vec<&str> =
                scheme.communes.iter().map(CommuneCode::department).collect();
            codes.dedup();
            (scheme.nom.as_str(), codes)
        }
        (Some(scheme), _) => {
            (scheme.nom.as_str(), scheme.departements.iter().map(DepartmentCode::as_str).collect())
        }
        (None, Some(project)) => (project.nom.as_str(), vec![project.departement.as_str()]),
        (None, None) => ("", Vec::new()),
    };
    let departments = &records.file.departments;
    let named = |code: &&str| departments.iter().find(|one| one.code == **code);
    let mut names: Vec<String> =
        codes.iter().filter_map(named).map(|one| typographic(&one.nom)).collect();
    names.dedup();
    let detail = match names.is_empty() {
        true => kind.to_owned(),
        false => format!("{kind} · {}", enumerated(&names)),
    };
    NamedOther { target: Target::Scheme(index), name: typographic(name), detail, magnitude: 0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::model::tests::model;
    use crate::data::records::tests::{project, records};
    use crate::search::SearchIndex;
    use crate::served::{Reach, SchemeProperties};
    use crate::{Status, Subject, Territory};

    fn first(index: &SearchIndex, text: &str) -> (String, Option<Subject>) {
        let found = index.find(text, 1);
        let row = index.row(&found[0], text, |_| None);
        (row.detail, index.subject(found[0].target))
    }

    #[test]
    fn territories_are_found_with_their_kind_and_what_is_above_them() {
        let model = model();
        let codes: Vec<DepartmentCode> =
            model.departments.iter().map(|one| one.code.clone()).collect();
        let file = SearchFile::new(&codes, &[], Vec::new());
        let index = SearchIndex::new(SearchNames::of_territories(&file, &model).unwrap());
        for (text, detail, territory) in [
            ("un", "Intercommunalité · Département 01", Territory::Epci(0)),
            ("departement 39", "Département 39 · Région 27", Territory::Department(1)),
            ("39", "Département 39 · Région 27", Territory::Department(1)),
            ("region 84", "Région", Territory::Region(0)),
        ] {
            assert_eq!(first(&index, text), (detail.to_owned(), Some(territory.into())), "{text}");
        }
    }

    #[test]
    fn schemes_are_found_with_their_departments() {
        let mut records = records(vec![project("Prévention", Reach::Departmental, &[])]);
        let department = DepartmentCode::new("69").unwrap();
        let cls = SchemeProperties::named("a", "CLS de l'Est", Status::Active, "ars");
        records.file.cls = vec![SchemeProperties { departements: vec![department], ..cls }];
        let index = SearchIndex::new(SearchNames::of_schemes(&records));
        let scheme = |layer| Some(Subject::Scheme(SchemeIndex { layer, index: 0 }));
        assert_eq!(first(&index, "cls de l est"), ("CLS · 69".to_owned(), scheme(Layer::Cls)));
        let project = ("Projet labellisé · 69".to_owned(), scheme(Layer::Projects));
        assert_eq!(first(&index, "prevantion"), project);
    }
}
