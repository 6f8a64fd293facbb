//! The facts of one territory, or of one scheme.

use super::{Call, Facts, Indicator, Mention, NamedPlace, Nature, Roadmap, Statement};
use crate::{Layer, Level};

/// The facts of one territory. Those of the territories that contain it are not among them.
#[derive(Debug, Default, PartialEq)]
pub struct TerritoryFacts<'a> {
    /// Figures for the territory as a whole, not for parts of it.
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
    /// The facts of the territory of that level and code. An unknown code has no facts.
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

    /// The statements on a scheme, or on the roadmaps of one `ensemble`, in the order of the table.
    pub fn on_scheme(&self, id: &str) -> Vec<&Statement> {
        select(&self.complements, |one| one.dispositif == id)
    }

    /// The published figures of the coverage by `layer`: a count of schemes and a share of the
    /// population, of the nearest of `territories` that has any, each the newest of its kind.
    pub fn on_coverage(&self, layer: Layer, territories: &[(Level, &str)]) -> Vec<&Indicator> {
        let of = |&(level, code): &(Level, &str)| {
            let own = select(&self.indicateurs, |one| {
                one.niveau == level && one.code == code && one.kind_on_coverage(layer).is_some()
            });
            let newest = |kind: Kind| {
                let of_kind = own.iter().filter(|one| one.kind_on_coverage(layer) == Some(kind));
                of_kind.copied().max_by(|one, other| one.date.cmp(&other.date))
            };
            let found: Vec<&Indicator> = [Kind::InForce, Kind::InPreparation, Kind::Share]
                .into_iter()
                .filter_map(newest)
                .collect();
            (!found.is_empty()).then_some(found)
        };
        territories.iter().find_map(of).unwrap_or_default()
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

/// A figure of the coverage by a layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// The number of schemes in force.
    InForce,
    /// The number of those in preparation.
    InPreparation,
    /// The share of the population inside.
    Share,
}

impl Indicator {
    /// The kind of a figure of the coverage by `layer`; none for other figures.
    fn kind_on_coverage(&self, layer: Layer) -> Option<Kind> {
        const IN_FORCE: [&str; 9] = [
            "signé",
            "actif",
            "active",
            "en cours",
            "en vigueur",
            "tous stades",
            "conventionnées",
            "constituées",
            "activité",
        ];
        // Of one generation or of one year, a count says nothing of how many there are.
        const PARTS: [&str; 2] = ["génération", "dans l’année"];
        let has = |words: &[&str]| words.iter().any(|word| self.libelle.contains(word));
        if self.nature != Nature::Observed || !has(&[layer.short_title(), layer.title()]) {
            return None;
        }
        let is_count = matches!(self.unite.as_str(), "contrats" | "CLS" | "CPTS") && !has(&PARTS);
        match () {
            () if self.unite == "%" => {
                self.libelle.starts_with("Population couverte par un").then_some(Kind::Share)
            }
            () if is_count && has(&["en préfiguration", "en préparation"]) => {
                Some(Kind::InPreparation)
            }
            () => (is_count && has(&IN_FORCE)).then_some(Kind::InForce),
        }
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
            Level::Arrondissement => false,
        }
    }
}

impl Mention {
    fn is_in(&self, level: Level, code: &str) -> bool {
        match level {
            Level::Country => true,
            Level::Region => self.region.as_ref().is_some_and(|region| region.as_str() == code),
            Level::Department => self.departement.as_ref().is_some_and(|one| one.as_str() == code),
            Level::Epci | Level::Commune | Level::Arrondissement => false,
        }
    }
}

impl Roadmap {
    fn concerns(&self, level: Level, code: &str) -> bool {
        match level {
            Level::Region => self.region.as_str() == code,
            Level::Department => self.departements.iter().any(|one| one.as_str() == code),
            Level::Country | Level::Epci | Level::Commune | Level::Arrondissement => false,
        }
    }
}

fn select<T>(all: &[T], holds: impl Fn(&T) -> bool) -> Vec<&T> {
    all.iter().filter(|one| holds(one)).collect()
}

#[cfg(test)]
#[path = "territory_facts_tests.rs"]
mod tests;
