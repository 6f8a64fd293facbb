//! Intercommunalities by code or name.

use super::Match;
use super::key::{key, split_hint, without_particle};
use crate::territories::Territories;
use std::collections::HashMap;

/// The intercommunalities of one table of territories, ready to be looked up.
pub struct EpciNames<'a> {
    territories: &'a Territories,
    codes: HashMap<&'a str, usize>,
    names: HashMap<String, Vec<usize>>,
}

impl<'a> EpciNames<'a> {
    /// Indexes the intercommunalities of `territories` by name, by name without type, and by the
    /// initials that stand in brackets.
    pub fn new(territories: &'a Territories) -> Self {
        let mut names: HashMap<String, Vec<usize>> = HashMap::new();
        for (place, epci) in territories.epci.iter().enumerate() {
            let (long, initials) = split_hint(&epci.nom).unwrap_or((&epci.nom, ""));
            for name in [&epci.nom, long, initials].into_iter().filter(|name| !name.is_empty()) {
                let places = names.entry(core(name)).or_default();
                if !places.contains(&place) {
                    places.push(place);
                }
            }
        }
        let rows = territories.epci.iter().enumerate();
        let codes = rows.map(|(place, epci)| (epci.code.as_str(), place)).collect();
        Self { territories, codes, names }
    }

    /// The intercommunality that `item` designates: « 242600534 », « CC du Diois »,
    /// « Communauté de communes du Diois », « Diois ». A type that is given must be the right one.
    pub fn find(&self, item: &str) -> Match {
        if let Some(place) = self.codes.get(item) {
            return Match::One(*place);
        }
        let places = self.names.get(&core(item)).map_or(&[][..], Vec::as_slice);
        let kind = kind(&key(item)).0;
        let is_meant = |place: &usize| {
            kind.is_none_or(|kind| self.territories.epci[*place].kind.code().starts_with(kind))
        };
        Match::of(&places.iter().copied().filter(is_meant).collect::<Vec<_>>())
    }

    /// The keys of all names without type, each with its places.
    pub fn keys(&self) -> impl Iterator<Item = (&str, &[usize])> {
        self.names.iter().map(|(key, places)| (key.as_str(), places.as_slice()))
    }
}

/// The key of a name without its type and what joins the two: `diois`.
pub fn core(name: &str) -> String {
    let key = key(name);
    without_particle(kind(&key).1).to_owned()
}

/// The type that a key begins with, and what follows.
fn kind(key: &str) -> (Option<&'static str>, &str) {
    const KINDS: [(&str, &str); 11] = [
        ("communaute de communes", "CC"),
        ("communaute d agglomeration", "CA"),
        ("communaute d agglo", "CA"),
        ("communaute urbaine", "CU"),
        ("com com", "CC"),
        ("comcom", "CC"),
        ("cc", "CC"),
        ("ca", "CA"),
        ("cu", "CU"),
        ("metropole", "MET"),
        ("communaute de commune", "CC"),
    ];
    let found = KINDS.iter().find_map(|(words, kind)| {
        let rest = key.strip_prefix(words)?.strip_prefix(' ')?;
        Some((Some(*kind), rest))
    });
    found.unwrap_or((None, key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_and_what_joins_them_do_not_count() {
        for name in ["CC du Diois", "Communauté de communes du Diois", "comcom Diois", "le Diois"]
        {
            assert_eq!(core(name), "diois", "{name}");
        }
        assert_eq!(core("Métropole d’Aix-Marseille-Provence"), "aix marseille provence");
        assert_eq!(core("Grenoble-Alpes-Métropole"), "grenoble alpes metropole");
        assert_eq!(core("CC"), "cc", "a name is never emptied");
    }
}
