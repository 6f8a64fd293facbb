//! What is known of one territory, or of one scheme.

use super::{Call, Facts, Indicator, Mention, NamedPlace, Roadmap, Statement};
use serde::{Deserialize, Serialize};

/// The level of a territory that something is said of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Level {
    /// The whole country, whose code is `FR`.
    #[serde(rename = "pays")]
    Country,
    /// A region.
    #[serde(rename = "region")]
    Region,
    /// A department.
    #[serde(rename = "departement")]
    Department,
    /// An intercommunality.
    #[serde(rename = "epci")]
    Epci,
    /// A commune.
    #[serde(rename = "commune")]
    Commune,
}

/// The facts of one territory. Those of the territories that contain it are not among them.
#[derive(Debug, Default, PartialEq)]
pub struct TerritoryFacts<'a> {
    /// Figures said of the territory itself, not of parts of it.
    pub indicateurs: Vec<&'a Indicator>,
    /// Places inside it.
    pub lieux: Vec<&'a NamedPlace>,
    /// Schemes without a perimeter that lie in it.
    pub mentions: Vec<&'a Mention>,
    /// Calls of its ARS; for a region only.
    pub appels: Vec<&'a Call>,
    /// Roadmaps of the region, or those that concern the department or a part of it.
    pub feuilles_de_route: Vec<&'a Roadmap>,
}

impl TerritoryFacts<'_> {
    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        *self == TerritoryFacts::default()
    }
}

impl Facts {
    /// What is known of the territory of that level and code. An unknown code has no facts.
    pub fn for_territory(&self, level: Level, code: &str) -> TerritoryFacts<'_> {
        TerritoryFacts {
            indicateurs: select(&self.indicateurs, |one| one.niveau == level && one.code == code),
            lieux: select(&self.lieux, |one| one.is_in(level, code)),
            mentions: select(&self.mentions, |one| one.is_in(level, code)),
            appels: select(&self.appels, |one| {
                level == Level::Region && one.region.as_str() == code
            }),
            feuilles_de_route: select(&self.feuilles_de_route, |one| one.concerns(level, code)),
        }
    }

    /// What further sources say of a scheme, or of the roadmaps of one `ensemble`, in the order
    /// in which they say it.
    pub fn on_scheme(&self, id: &str) -> Vec<&Statement> {
        select(&self.complements, |one| one.dispositif == id)
    }

    /// The other figures that `indicator` disagrees with.
    pub fn disagreeing_with(&self, indicator: &Indicator) -> Vec<&Indicator> {
        select(&self.indicateurs, |one| {
            indicator.desaccord.is_some()
                && one.desaccord == indicator.desaccord
                && one.id != indicator.id
        })
    }
}

impl NamedPlace {
    fn is_in(&self, level: Level, code: &str) -> bool {
        match level {
            Level::Country => true,
            Level::Region => self.region.as_str() == code,
            Level::Department => self.departement.as_str() == code,
            Level::Epci => self.epci.as_ref().is_some_and(|epci| epci.as_str() == code),
            Level::Commune => self.commune.as_ref().is_some_and(|one| one.as_str() == code),
        }
    }
}

impl Mention {
    fn is_in(&self, level: Level, code: &str) -> bool {
        match level {
            Level::Country => true,
            Level::Region => self.region.as_ref().is_some_and(|region| region.as_str() == code),
            Level::Department => self.departement.as_ref().is_some_and(|one| one.as_str() == code),
            Level::Epci | Level::Commune => false,
        }
    }
}

impl Roadmap {
    fn concerns(&self, level: Level, code: &str) -> bool {
        match level {
            Level::Region => self.region.as_str() == code,
            Level::Department => self.departements.iter().any(|one| one.as_str() == code),
            Level::Country | Level::Epci | Level::Commune => false,
        }
    }
}

fn select<T>(all: &[T], holds: impl Fn(&T) -> bool) -> Vec<&T> {
    all.iter().filter(|one| holds(one)).collect()
}

#[cfg(test)]
mod tests;
