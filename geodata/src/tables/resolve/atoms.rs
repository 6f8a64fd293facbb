//! The units of coverage: communes, or the arrondissements of those that have some.

use crate::territories::Territories;
use map::{Atom, AtomSet, CommuneCode};
use std::collections::HashMap;

/// The atoms of France: every commune, those of Paris, Lyon and Marseille by arrondissement.
///
/// # Example
/// The coverage of two communes by a scheme in one of them.
/// ```
/// use geodata::tables::Atoms;
/// use geodata::territories::{Commune, Territories};
/// use map::{Amount, CommuneCode, DepartmentCode};
///
/// let commune = |code: &str, population: u32| Commune {
///     code: CommuneCode::new(code).unwrap(),
///     nom: code.to_owned(),
///     departement: DepartmentCode::new("01").unwrap(),
///     epci: None,
///     population: Some(population),
///     surface_ha: Some(1000.0),
///     codes_postaux: String::new(),
/// };
/// let communes = vec![commune("01001", 800), commune("01002", 200)];
/// let atoms = Atoms::new(&Territories { communes, ..Territories::default() });
/// let whole = Amount::of(&atoms.of_communes([0, 1]), &atoms.list);
/// let inside = Amount::of(&atoms.of_communes([0]), &atoms.list);
/// assert_eq!((inside.communes, whole.communes), (1, 2));
/// assert_eq!((inside.population, whole.population), (800, 1000));
/// ```
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
            let first = atoms.list.len();
            for part in parts.get(row.code.as_str()).into_iter().flatten() {
                let code = part.code.as_str().to_owned();
                atoms.by_arrondissement.insert(code, atoms.list.len());
                let (population, surface_ha) = (part.population, part.surface_ha);
                atoms.list.push(Atom { commune, population, surface_ha });
            }
            if atoms.list.len() == first {
                let (population, surface_ha) = (row.population, row.surface_ha);
                atoms.list.push(Atom { commune, population, surface_ha });
            }
            atoms.of_commune.push((first..atoms.list.len()).collect());
        }
        atoms
    }

    /// The atom of a municipal arrondissement; none for another commune.
    pub fn of_arrondissement(&self, code: &CommuneCode) -> Option<usize> {
        self.by_arrondissement.get(code.as_str()).copied()
    }

    /// The atoms of several communes, given by their indices.
    pub fn of_communes(&self, communes: impl IntoIterator<Item = usize>) -> AtomSet {
        communes.into_iter().flat_map(|commune| self.of_commune[commune].iter()).collect()
    }
}
