//! What a table can list of a territory.

use crate::{Records, Territory};

/// The kind of a table's rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed {
    /// The regions.
    Regions,
    /// The departments.
    Departments,
    /// The intercommunalities, those that lie in the territory only in part included.
    Epci,
    /// The communes.
    Communes,
    /// The CLS, the CPTS and the projects.
    Schemes,
}

impl Listed {
    /// What can be listed of a territory, or of the country: its direct parts first.
    pub const fn of(scope: Option<Territory>) -> &'static [Self] {
        const ALL: [Listed; 5] =
            [Listed::Regions, Listed::Departments, Listed::Epci, Listed::Communes, Listed::Schemes];
        let (_, below) = ALL.split_at(match scope {
            None => 0,
            Some(Territory::Region(_)) => 1,
            Some(Territory::Department(_)) => 2,
            Some(Territory::Epci(_)) => 3,
        });
        below
    }
}

impl Records {
    /// The departments that a territory lies in, or all of the country, by index.
    pub(super) fn departments_of(&self, scope: Option<Territory>) -> Vec<usize> {
        let own = scope.map(|territory| &self.properties(territory).departements);
        let is_own = |code: &str| own.is_none_or(|own| own.iter().any(|one| one.as_str() == code));
        let departments = self.file.departments.iter().enumerate();
        departments.filter(|(_, one)| is_own(&one.code)).map(|(index, _)| index).collect()
    }

    /// The departments whose communes a table of the communes of `scope` needs and that are not here.
    pub fn departments_not_at_hand(&self, scope: Option<Territory>) -> Vec<usize> {
        let mut wanted = self.departments_of(scope);
        wanted.retain(|department| !self.communes.contains_key(department));
        wanted
    }
}
