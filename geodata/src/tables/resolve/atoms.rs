//! The units of coverage: communes, or the arrondissements of those that have some.

use crate::territories::Territories;
use map::{Atom, AtomSet};
use std::collections::HashMap;

/// The atoms of France: every commune, those of Paris, Lyon and Marseille by arrondissement.
pub struct Atoms {
    /// Every atom with its commune and its inhabitants, in commune order.
    pub list: Vec<Atom>,
    /// The atoms of each commune, by its index in the table of communes.
    pub of_commune: Vec<AtomSet>,
    /// The atom of each municipal arrondissement, by its code.
    pub(super) by_arrondissement: HashMap<String, usize>,
}

impl Atoms {
    /// Numbers the atoms of `territories`.
    pub fn new(territories: &Territories) -> Self {
        let mut parts: HashMap<&str, Vec<_>> = HashMap::new();
        for part in &territories.arrondissements {
            parts.entry(part.commune.as_str()).or_default().push(part);
        }
        let mut atoms =
            Self { list: Vec::new(), of_commune: Vec::new(), by_arrondissement: HashMap::new() };
        for (commune, row) in territories.communes.iter().enumerate() {
            let (first, commune_ha) = (atoms.list.len(), row.surface_ha);
            for part in parts.get(row.code.as_str()).into_iter().flatten() {
                let code = part.code.as_str().to_owned();
                atoms.by_arrondissement.insert(code, atoms.list.len());
                atoms.list.push(Atom { commune, population: part.population, commune_ha });
            }
            if atoms.list.len() == first {
                atoms.list.push(Atom { commune, population: row.population, commune_ha });
            }
            atoms.of_commune.push((first..atoms.list.len()).collect());
        }
        atoms
    }

    /// The atoms of several communes, given by their indices.
    pub fn of_communes(&self, communes: impl IntoIterator<Item = usize>) -> AtomSet {
        communes.into_iter().flat_map(|commune| self.of_commune[commune].iter()).collect()
    }
}
