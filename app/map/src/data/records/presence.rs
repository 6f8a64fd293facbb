//! The presence of schemes in a territory or a commune, layer by layer.

use super::Records;
use super::membership::part;
use crate::{CommuneCode, Degree, Layer, Status, Subject, Territory};

/// The presence of schemes of one layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// One at least, which is not over.
    Here,
    /// One at least, and every one that is not over is in preparation.
    InPreparation,
    /// None, as the list of the region says.
    Absent,
    /// None is known, and no list says that there is none.
    NotKnown,
}

impl Records {
    /// The presence of CLS, CPTS and projects in a territory or a commune; none for a scheme or a venue.
    pub fn presence(&self, subject: &Subject) -> Option<[Presence; 3]> {
        match subject {
            Subject::Territory(territory) => {
                Some(Layer::ALL.map(|layer| self.in_territory(layer, *territory)))
            }
            Subject::Commune { code, .. } => {
                let mut departments = self.file.departments.iter();
                let own = departments.position(|one| one.code == code.department())?;
                Some(Layer::ALL.map(|layer| self.in_commune(layer, code, own)))
            }
            Subject::Scheme(_) | Subject::Venue(_) => None,
        }
    }

    fn in_territory(&self, layer: Layer, territory: Territory) -> Presence {
        let is_listed = self.is_listed(layer, territory);
        if layer == Layer::Projects {
            let own = self.projects_of(territory);
            let is_epci = matches!(territory, Territory::Epci(_));
            let code = self.properties(territory).code.as_str();
            let here = own.iter().filter(|one| {
                let mut named = one.lieux.iter().filter_map(|commune| commune.epci.as_ref());
                !is_epci || named.any(|epci| epci.as_str() == code)
            });
            return presence(here.map(|one| one.statut), is_listed);
        }
        let covering = self.covering(layer, territory).into_iter().map(|one| one.scheme.statut);
        let others = self.without_perimeter(layer, territory).into_iter().map(|one| one.statut);
        presence(covering.chain(others), is_listed)
    }

    /// The presence in a commune or an arrondissement of the department of that index. Each scheme takes
    /// O(log n): the list of the search box asks for some communes with each key.
    fn in_commune(&self, layer: Layer, code: &CommuneCode, department: usize) -> Presence {
        let department = Territory::Department(department);
        let is_listed = self.is_listed(layer, department);
        if layer == Layer::Projects {
            let own = self.projects_of(department);
            let here = own.iter().filter(|one| one.lieux.iter().any(|it| it.code == *code));
            return presence(here.map(|one| one.statut), is_listed);
        }
        let city = code.city();
        let commune = city.as_ref().unwrap_or(code);
        // Sorted, as `PackedRecords` unpacks them.
        let near = self.schemes(layer).iter().filter(|scheme| {
            scheme.communes.binary_search(commune).is_ok() && part(scheme, code).is_some()
        });
        presence(near.map(|scheme| scheme.statut), is_listed)
    }

    fn is_listed(&self, layer: Layer, territory: Territory) -> bool {
        self.degree(layer, territory) == Some(Degree::List)
    }
}

fn presence(statuses: impl Iterator<Item = Status>, is_listed: bool) -> Presence {
    let mut found = if is_listed { Presence::Absent } else { Presence::NotKnown };
    for status in statuses {
        match status {
            Status::Expired | Status::FormerState => {}
            Status::InPreparation => found = Presence::InPreparation,
            _ => return Presence::Here,
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::records::tests::{LYON, project, records};
    use crate::served::{Reach, SchemeProperties};

    const VENISSIEUX: &str = "69259";

    fn commune(code: &str) -> Subject {
        let code = CommuneCode::new(code).unwrap();
        Subject::Commune { within: Territory::Epci(0), code }
    }

    fn cls(status: Status) -> SchemeProperties {
        let communes = vec![CommuneCode::new(VENISSIEUX).unwrap()];
        SchemeProperties { communes, ..SchemeProperties::named("cls", "CLS", status, "ars") }
    }

    fn of_cls(schemes: &[Status], code: &str) -> Presence {
        let mut records = records(Vec::new());
        records.file.cls = schemes.iter().map(|&status| cls(status)).collect();
        records.presence(&commune(code)).unwrap()[0]
    }

    #[test]
    fn a_scheme_in_force_counts_before_one_in_preparation_and_one_that_is_over_for_none() {
        use Presence::{Here, InPreparation, NotKnown};
        use Status::{Active, Expired, InPreparation as Coming};
        assert_eq!(of_cls(&[Coming, Active], VENISSIEUX), Here);
        assert_eq!(of_cls(&[Coming, Expired], VENISSIEUX), InPreparation);
        assert_eq!(of_cls(&[Expired], VENISSIEUX), NotKnown);
        assert_eq!(of_cls(&[Active], "69123"), NotKnown);
        assert_eq!(presence([].into_iter(), true), Presence::Absent);
    }

    #[test]
    fn a_project_is_present_where_it_names_a_commune_and_in_the_department_around() {
        let records = records(vec![project("a", Reach::Departmental, &[LYON])]);
        let of = |subject: &Subject| records.presence(subject).unwrap()[2];
        assert_eq!(of(&commune("69123")), Presence::Here);
        assert_eq!(of(&commune(VENISSIEUX)), Presence::NotKnown);
        assert_eq!(of(&Territory::Epci(0).into()), Presence::Here);
        assert_eq!(of(&Territory::Department(0).into()), Presence::Here);
        assert_eq!(records.presence(&Subject::Venue(0)), None);
    }
}
