//! Communes by code or name, former ones included.

use super::matching::Match;
use super::normalized::{split_hint, without_article};
use crate::territories::Territories;
use map::search::normalized;
use std::collections::{HashMap, HashSet};

/// The communes of one table of territories, ready to be looked up.
pub struct Communes<'a> {
    territories: &'a Territories,
    codes: HashMap<&'a str, usize>,
    former_codes: HashMap<&'a str, usize>,
    names: NameIndex,
    former_names: NameIndex,
}

/// Indices of communes by normalized name, whole and without article.
#[derive(Default)]
struct NameIndex {
    whole: HashMap<String, Vec<usize>>,
    bare: HashMap<String, Vec<usize>>,
}

impl NameIndex {
    fn insert(&mut self, name: &str, index: usize) {
        let whole = normalized(name);
        // « Bors (Canton de Charente-Sud) » is found by « Bors ».
        let short = normalized(split_hint(name).map_or(name, |(short, _)| short));
        add(&mut self.bare, without_article(&whole).to_owned(), index);
        add(&mut self.bare, without_article(&short).to_owned(), index);
        add(&mut self.whole, whole, index);
    }

    /// Those of that very name or, failing that, of that name but for the article.
    fn get(&self, name: &str) -> &[usize] {
        let whole = normalized(name);
        let indices = self.whole.get(&whole).or_else(|| self.bare.get(without_article(&whole)));
        indices.map_or(&[], Vec::as_slice)
    }
}

impl<'a> Communes<'a> {
    /// Indexes the communes of `territories`.
    pub fn new(territories: &'a Territories) -> Self {
        let codes = territories.commune_indices();
        let mut names = NameIndex::default();
        for (index, commune) in territories.communes.iter().enumerate() {
            names.insert(&commune.nom, index);
        }
        let mut former_codes = HashMap::new();
        let mut former_names = NameIndex::default();
        // The table of merged communes holds municipal arrondissements too, which are parts of a
        // commune in force.
        let parts: HashSet<&str> =
            territories.arrondissements.iter().map(|part| part.code.as_str()).collect();
        let merged = |code: &str| !parts.contains(code);
        for former in territories.anciennes.iter().filter(|one| merged(one.code.as_str())) {
            if let Some(&index) = codes.get(former.commune.as_str()) {
                former_codes.insert(former.code.as_str(), index);
                if !former.nom.is_empty() {
                    former_names.insert(&former.nom, index);
                }
            }
        }
        Self { territories, codes, former_codes, names, former_names }
    }

    /// The commune that `item` designates. Codes and names in force go before former ones.
    pub fn find(&self, item: &str) -> Match {
        if let Some(index) = self.codes.get(item) {
            return Match::One(*index);
        }
        if let Some(index) = self.former_codes.get(item) {
            return Match::Former(*index);
        }
        let found = self.named(item, |_| true);
        match (found, split_hint(item)) {
            (Match::Nothing, Some((name, hint))) if is_article(hint) => {
                self.named(&format!("{hint} {name}"), |_| true)
            }
            (Match::Nothing, Some((name, hint))) => {
                self.named(name, |index| self.is_hinted(index, hint))
            }
            (found, _) => found,
        }
    }

    /// All names in force, normalized, each with its indices.
    pub fn normalized_names(&self) -> impl Iterator<Item = (&str, &[usize])> {
        self.names.whole.iter().map(|(name, indices)| (name.as_str(), indices.as_slice()))
    }

    fn named(&self, name: &str, is_meant: impl Fn(usize) -> bool) -> Match {
        let meant = |names: &NameIndex| -> Vec<usize> {
            names.get(name).iter().copied().filter(|index| is_meant(*index)).collect()
        };
        match Match::of(&meant(&self.names)) {
            Match::Nothing => match Match::of(&meant(&self.former_names)) {
                Match::One(index) => Match::Former(index),
                found => found,
            },
            found => found,
        }
    }

    /// Whether the commune has arrondissements: its postal codes are theirs.
    fn is_split(&self, index: usize) -> bool {
        let code = &self.territories.communes[index].code;
        self.territories.arrondissements.iter().any(|part| part.commune == *code)
    }

    /// Whether `hint` is the department, by code or name, or a postal code of a commune.
    fn is_hinted(&self, index: usize, hint: &str) -> bool {
        let commune = &self.territories.communes[index];
        let department = &commune.departement;
        let departments = &self.territories.departements;
        let name = departments.iter().find(|one| one.code == *department).map(|one| &one.nom);
        department.as_str().eq_ignore_ascii_case(hint)
            || commune.code.as_str() == hint
            || (commune.codes_postaux.split(' ').any(|code| code == hint) && !self.is_split(index))
            || name.is_some_and(|name| normalized(name) == normalized(hint))
    }
}

fn add(map: &mut HashMap<String, Vec<usize>>, name: String, index: usize) {
    let indices = map.entry(name).or_default();
    if !indices.contains(&index) {
        indices.push(index);
    }
}

fn is_article(hint: &str) -> bool {
    matches!(normalized(hint).as_str(), "le" | "la" | "les" | "l")
}
