//! Intercommunalities by code or name.

use super::matching::Match;
use super::normalized::{split_hint, without_particle};
use crate::territories::Territories;
use map::search::normalized;
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
        for (index, epci) in territories.epci.iter().enumerate() {
            let (long, initials) = split_hint(&epci.nom).unwrap_or((&epci.nom, ""));
            for name in [&epci.nom, long, initials].into_iter().filter(|name| !name.is_empty()) {
                let indices = names.entry(without_type(name)).or_default();
                if !indices.contains(&index) {
                    indices.push(index);
                }
            }
        }
        let rows = territories.epci.iter().enumerate();
        let codes = rows.map(|(index, epci)| (epci.code.as_str(), index)).collect();
        Self { territories, codes, names }
    }

    /// The intercommunality that `item` designates: « 242600534 », « CC du Diois »,
    /// « Communauté de communes du Diois », « Diois ». A type that is given must be the right one.
    pub fn find(&self, item: &str) -> Match {
        if let Some(index) = self.codes.get(item) {
            return Match::One(*index);
        }
        let indices = self.names.get(&without_type(item)).map_or(&[][..], Vec::as_slice);
        let kind = kind(&normalized(item)).0;
        let is_meant = |index: &usize| {
            kind.is_none_or(|kind| self.territories.epci[*index].kind.code().starts_with(kind))
        };
        Match::of(&indices.iter().copied().filter(is_meant).collect::<Vec<_>>())
    }

    /// All names, normalized and without type, each with its indices.
    pub fn normalized_names(&self) -> impl Iterator<Item = (&str, &[usize])> {
        self.names.iter().map(|(name, indices)| (name.as_str(), indices.as_slice()))
    }
}

/// A name, normalized, without its type and the particle between the two: `diois`.
pub fn without_type(name: &str) -> String {
    without_particle(kind(&normalized(name)).1).to_owned()
}

/// The type that a normalized name begins with, and the rest of it.
fn kind(name: &str) -> (Option<&'static str>, &str) {
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
        let rest = name.strip_prefix(words)?.strip_prefix(' ')?;
        Some((Some(*kind), rest))
    });
    found.unwrap_or((None, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_and_what_joins_them_do_not_count() {
        for name in ["CC du Diois", "Communauté de communes du Diois", "comcom Diois", "le Diois"]
        {
            assert_eq!(without_type(name), "diois", "{name}");
        }
        assert_eq!(without_type("Métropole d’Aix-Marseille-Provence"), "aix marseille provence");
        assert_eq!(without_type("Grenoble-Alpes-Métropole"), "grenoble alpes metropole");
        assert_eq!(without_type("CC"), "cc", "a name is never emptied");
    }
}
