//! Subjects in the records: their keys, their names, the territories that stand for them.

use super::Records;
use crate::served::{NamedPlace, ProjectProperties, Reach, SchemeProperties};
use crate::{
    CommuneCode, DepartmentCode, EpciSiren, Layer, SchemeIndex, Subject, SubjectKey, Territory,
};

impl Records {
    /// The CLS or the CPTS of that index; none for a project.
    pub fn scheme_at(&self, scheme: SchemeIndex) -> Option<&SchemeProperties> {
        self.schemes(scheme.layer).get(scheme.index)
    }

    /// The project of that index; none for a CLS or a CPTS.
    pub fn project_at(&self, scheme: SchemeIndex) -> Option<&ProjectProperties> {
        let projects = &self.file.projects;
        projects.get(scheme.index).filter(|_| scheme.layer == Layer::Projects)
    }

    /// The venue of that index.
    pub fn venue_at(&self, index: usize) -> Option<&NamedPlace> {
        self.file.facts.lieux.get(index)
    }

    /// The CLS, the CPTS or the project with that identifier.
    pub fn scheme_index(&self, id: &str) -> Option<SchemeIndex> {
        let of_layer = |layer| {
            let index = match layer {
                Layer::Projects => self.file.projects.iter().position(|one| one.id == id),
                _ => self.schemes(layer).iter().position(|one| one.id == id),
            };
            index.map(|index| SchemeIndex { layer, index })
        };
        Layer::ALL.into_iter().find_map(of_layer)
    }

    /// Every territory, then every scheme and project: what has a page of its own.
    pub fn subjects(&self) -> impl Iterator<Item = Subject> {
        let file = &self.file;
        let territories = (0..file.regions.len())
            .map(Territory::Region)
            .chain((0..file.departments.len()).map(Territory::Department))
            .chain((0..file.epci.len()).map(Territory::Epci));
        let counts = [file.cls.len(), file.cpts.len(), file.projects.len()];
        let schemes = Layer::ALL.into_iter().zip(counts).flat_map(|(layer, count)| {
            (0..count).map(move |index| Subject::Scheme(SchemeIndex { layer, index }))
        });
        territories.map(Subject::Territory).chain(schemes)
    }

    /// The key of a subject in addresses; none for an index that leads nowhere.
    pub fn key_of(&self, subject: &Subject) -> Option<SubjectKey> {
        Some(match subject {
            Subject::Territory(territory) => SubjectKey::Territory(self.key(*territory)),
            Subject::Commune { within, code } => {
                SubjectKey::Commune { within: Some(self.key(*within)), code: code.clone() }
            }
            Subject::Scheme(scheme) => SubjectKey::Scheme(self.id_of(*scheme)?.to_owned()),
            Subject::Venue(index) => SubjectKey::Venue(self.venue_at(*index)?.id.clone()),
        })
    }

    /// The subject with that key; none for a key that leads nowhere, and for a commune, which the
    /// records do not have.
    pub fn subject(&self, key: &SubjectKey) -> Option<Subject> {
        match key {
            SubjectKey::Territory(key) => self.territory(key).map(Subject::Territory),
            SubjectKey::Commune { .. } => None,
            SubjectKey::Scheme(id) => self.scheme_index(id).map(Subject::Scheme),
            SubjectKey::Venue(id) => {
                let venue = self.file.facts.lieux.iter().position(|one| one.id == *id);
                venue.map(Subject::Venue)
            }
        }
    }

    /// The name of a subject; that of the territory around it for a commune.
    pub fn name_of(&self, subject: &Subject) -> &str {
        match subject {
            Subject::Territory(territory) | Subject::Commune { within: territory, .. } => {
                &self.properties(*territory).nom
            }
            Subject::Scheme(scheme) => {
                let project = self.project_at(*scheme).map(|one| one.nom.as_str());
                let other = self.scheme_at(*scheme).map(|one| one.nom.as_str());
                project.or(other).unwrap_or_default()
            }
            Subject::Venue(index) => self.venue_at(*index).map_or("", |one| &one.nom),
        }
    }

    /// The territories that stand for a subject where the map draws no perimeter of its own: the
    /// department of a project; the intercommunalities, else the departments, of a scheme; the
    /// intercommunality, else the department, of a venue.
    pub fn extent(&self, subject: &Subject) -> Vec<Territory> {
        match subject {
            Subject::Territory(territory) | Subject::Commune { within: territory, .. } => {
                vec![*territory]
            }
            Subject::Scheme(scheme) => match (self.project_at(*scheme), self.scheme_at(*scheme)) {
                (Some(project), _) => {
                    self.department_with(&project.departement).into_iter().collect()
                }
                (None, Some(scheme)) => self.extent_of_scheme(scheme),
                (None, None) => Vec::new(),
            },
            Subject::Venue(index) => {
                let venue = self.venue_at(*index);
                let epci =
                    venue.and_then(|one| one.epci.as_ref()).and_then(|it| self.epci_with(it));
                let around = || self.department_with(&venue?.departement);
                epci.or_else(around).into_iter().collect()
            }
        }
    }

    fn extent_of_scheme(&self, scheme: &SchemeProperties) -> Vec<Territory> {
        let epci: Vec<Territory> =
            scheme.epci.iter().filter_map(|code| self.epci_with(code)).collect();
        if !epci.is_empty() {
            return epci;
        }
        let named = scheme.departements.iter().filter_map(|code| self.department_with(code));
        let mut departments: Vec<Territory> = named.collect();
        for code in scheme.communes.iter().map(CommuneCode::department) {
            let department = self.file.departments.iter().position(|one| one.code == code);
            departments.extend(department.map(Territory::Department));
        }
        departments.dedup();
        departments
    }

    /// The projects that share the name of another, that one included, in the order of their table.
    pub fn twins_of(&self, project: SchemeIndex) -> Vec<SchemeIndex> {
        let Some(own) = self.project_at(project) else { return Vec::new() };
        let projects = self.file.projects.iter().enumerate();
        let twins = projects.filter(|(_, other)| other.dispositif == own.dispositif);
        twins.map(|(index, _)| SchemeIndex { index, ..project }).collect()
    }

    /// The projects that a disc counts: the departmental ones of a department, the regional ones of a
    /// region.
    pub fn counted_by(&self, territory: Territory) -> impl Iterator<Item = &ProjectProperties> {
        let departments = &self.properties(territory).departements;
        let reach = match territory {
            Territory::Region(_) => Reach::Regional,
            Territory::Department(_) | Territory::Epci(_) => Reach::Departmental,
        };
        let is_counted = move |one: &&ProjectProperties| {
            one.portee == reach && departments.contains(&one.departement)
        };
        self.file.projects.iter().filter(is_counted)
    }

    fn id_of(&self, scheme: SchemeIndex) -> Option<&str> {
        let project = self.project_at(scheme).map(|one| one.id.as_str());
        project.or_else(|| Some(self.scheme_at(scheme)?.id.as_str()))
    }

    fn department_with(&self, code: &DepartmentCode) -> Option<Territory> {
        let index = self.file.departments.iter().position(|one| one.code == code.as_str());
        index.map(Territory::Department)
    }

    fn epci_with(&self, code: &EpciSiren) -> Option<Territory> {
        let index = self.file.epci.iter().position(|one| one.code == code.as_str());
        index.map(Territory::Epci)
    }
}

#[cfg(test)]
#[path = "subjects_tests.rs"]
mod tests;
