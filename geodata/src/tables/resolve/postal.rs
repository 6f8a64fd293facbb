//! Postal codes where INSEE codes should be: 38100 is Grenoble’s postal code and the INSEE code of
//! Le Cheylas.

use super::checker::Checker;
use super::items::is_code;
use super::propose::one_of;
use crate::names::{Match, normalized, without_article};
use crate::problem::Finding;
use crate::territories::Commune;

/// The reading of codes that are postal codes and INSEE codes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reading {
    Insee,
    Postal,
    Unsaid,
}

const POSTAL_EXPECTED: &str = "des codes INSEE\u{a0}; ce sont aussi des codes postaux, et les deux lectures sont possibles \
     (écrire le nom de chaque commune derrière son code, ou à sa place)";

impl Checker<'_> {
    /// A finding if all of `codes`, of one cell, are postal codes, and nothing says that they are
    /// meant as the INSEE codes that they are too. `context` is the name of what they belong to.
    pub(crate) fn postal_doubt(&self, codes: &[&str], context: &str) -> Option<Finding> {
        let doubtful = self.doubtful_codes(codes)?;
        let is_clear = doubtful.is_empty() || self.reading(&doubtful, context) == Reading::Insee;
        (!is_clear).then(|| self.postal_finding(&doubtful))
    }

    /// A finding if the name of what one code belongs to says that it is a postal code.
    pub(crate) fn stated_postal_code(&self, code: &str, context: &str) -> Option<Finding> {
        let doubtful = self.doubtful_codes(&[code]).filter(|codes| !codes.is_empty())?;
        let is_postal = self.reading(&doubtful, context) == Reading::Postal;
        is_postal.then(|| self.postal_finding(&doubtful))
    }

    /// The finding about codes that may be postal codes: it proposes both readings.
    pub(crate) fn postal_finding(&self, codes: &[&str]) -> Finding {
        Finding::proposing(POSTAL_EXPECTED, self.both_readings(codes))
    }

    /// Of codes that are all postal codes, those that are the INSEE code of another commune, or of
    /// none; nothing where one is no postal code.
    pub(crate) fn doubtful_codes<'a>(&self, codes: &[&'a str]) -> Option<Vec<&'a str>> {
        let all = codes.iter().all(|code| is_code(code) && self.is_postal(code));
        let is_doubtful = |code: &&&str| !self.means_one_commune(code);
        all.then(|| codes.iter().filter(is_doubtful).copied().collect())
    }

    /// Whether `code` is a postal code.
    pub(crate) fn is_postal(&self, code: &str) -> bool {
        !self.names().postal_codes.communes_of(code).is_empty()
    }

    /// Whether `code` is a postal code of the commune whose INSEE code it is.
    fn means_one_commune(&self, code: &str) -> bool {
        let by_postal = self.names().postal_codes.communes_of(code);
        self.by_insee(code).is_some_and(|index| by_postal.contains(&index))
    }

    fn by_insee(&self, code: &str) -> Option<usize> {
        match self.names().communes.find(code) {
            Match::One(index) | Match::Former(index) => Some(index),
            _ => None,
        }
    }

    /// The reading that the name of a scheme, or one intercommunality around several communes,
    /// says.
    fn reading(&self, codes: &[&str], context: &str) -> Reading {
        let insee: Vec<Option<usize>> = codes.iter().map(|code| self.by_insee(code)).collect();
        let context = format!(" {} ", normalized(context));
        let is_named = |index: &usize| {
            let name = normalized(&self.territories.communes[*index].nom);
            context.contains(&format!(" {} ", without_article(&name)))
        };
        if insee.iter().flatten().any(is_named) {
            return Reading::Insee;
        }
        let postal = |code: &&str| self.names().postal_codes.communes_of(code).iter().any(is_named);
        if codes.iter().any(postal) {
            return Reading::Postal;
        }
        let epci = |index: &Option<usize>| {
            index.and_then(|index| self.territories.communes[index].epci.as_ref())
        };
        let first = insee.first().and_then(epci);
        let is_one = first.is_some() && insee.len() > 1 && insee.iter().all(|i| epci(i) == first);
        if is_one { Reading::Insee } else { Reading::Unsaid }
    }

    /// The meanings of the first of `codes`, read in both ways.
    fn both_readings(&self, codes: &[&str]) -> Option<String> {
        const SHOWN: usize = 2;
        let communes = &self.territories.communes;
        let mut readings = Vec::new();
        for code in codes.iter().take(SHOWN) {
            let insee = self.by_insee(code).map(|index| &communes[index].nom);
            readings.extend(insee.map(|name| format!("{name} (code INSEE {code})")));
            let postal = self.largest_of(code, SHOWN);
            readings
                .extend(postal.map(|one| format!("{} {} (code postal {code})", one.code, one.nom)));
        }
        one_of(readings)
    }

    /// The communes of a postal code with the most inhabitants.
    fn largest_of(&self, code: &str, count: usize) -> impl Iterator<Item = &Commune> {
        let communes = self.names().postal_codes.communes_of(code).iter();
        let mut communes: Vec<&Commune> =
            communes.map(|&index| &self.territories.communes[index]).collect();
        communes.sort_by_key(|commune| std::cmp::Reverse(commune.population));
        communes.into_iter().take(count)
    }

    /// The communes of a postal code that is no INSEE code, to propose.
    pub(super) fn by_postal_code(&self, code: &str) -> Option<String> {
        const SHOWN: usize = 3;
        one_of(
            self.largest_of(code, SHOWN).map(|one| format!("{}, {}", one.code, one.nom)).collect(),
        )
    }
}
