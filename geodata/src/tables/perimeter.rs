//! From the codes and names of a row to the set of atoms that it covers.

use super::Checker;
use super::items::items;
use super::reader::Row;
use crate::territories::Territories;
use map::{Atom, AtomSet, CommuneCode, EpciSiren};
use std::collections::{BTreeSet, HashMap};

/// The atoms of France: every commune, those of Paris, Lyon and Marseille by arrondissement.
pub struct Atoms {
    /// What each atom counts for, in commune order.
    pub list: Vec<Atom>,
    /// The atoms of each commune, by its place in the table of communes.
    pub of_commune: Vec<AtomSet>,
    by_arrondissement: HashMap<String, (usize, usize)>,
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
                atoms.by_arrondissement.insert(code, (commune, atoms.list.len()));
                atoms.list.push(Atom { commune, population: part.population, commune_ha });
            }
            if atoms.list.len() == first {
                atoms.list.push(Atom { commune, population: row.population, commune_ha });
            }
            atoms.of_commune.push((first..atoms.list.len()).collect());
        }
        atoms
    }

    /// The atoms of several communes, given by their places.
    pub fn of_communes(&self, communes: impl IntoIterator<Item = usize>) -> AtomSet {
        communes.into_iter().flat_map(|commune| self.of_commune[commune].iter()).collect()
    }
}

/// What a scheme covers.
#[derive(Debug, Default)]
pub struct Perimeter {
    /// The atoms.
    pub atoms: AtomSet,
    /// The communes, by their places in the table, those covered in part included.
    pub communes: BTreeSet<usize>,
    /// The intercommunalities by which the row gives it.
    pub epci: Vec<EpciSiren>,
    /// The municipal arrondissements by which the row gives it.
    pub arrondissements: Vec<CommuneCode>,
}

impl Perimeter {
    /// Resolves the columns `epci`, `communes` and `arrondissements` of `row`; those that the
    /// table does not have are empty.
    pub(super) fn read(row: &Row, checker: &mut Checker) -> Self {
        let mut perimeter = Self::default();
        perimeter.add_epci(row, checker);
        perimeter.add_communes(row, checker);
        perimeter.add_arrondissements(row, checker);
        let may_be_given = |column: &&str| row.lacks(column) || !row.text(column).is_empty();
        if !["epci", "communes", "arrondissements"].iter().any(may_be_given) {
            let expected = "au moins un EPCI, une commune ou un arrondissement\u{a0}: le \
                            périmètre est vide";
            row.report(&mut checker.problems, "communes", expected);
        }
        perimeter
    }

    fn add_epci(&mut self, row: &Row, checker: &mut Checker) {
        for item in items(row.text("epci")) {
            let place = match checker.epci_of(item) {
                Ok(place) => place,
                Err(finding) => {
                    row.report_unresolved(&mut checker.problems, "epci", item, finding);
                    continue;
                }
            };
            let code = checker.territories.epci[place].code.clone();
            if self.epci.contains(&code) {
                let expected = "chaque EPCI une seule fois";
                row.report_value(&mut checker.problems, "epci", item, expected);
                continue;
            }
            let communes = checker.territories.communes.iter().enumerate();
            for (place, _) in communes.filter(|(_, one)| one.epci.as_ref() == Some(&code)) {
                self.add(place, checker);
            }
            self.epci.push(code);
        }
    }

    fn add_communes(&mut self, row: &Row, checker: &mut Checker) {
        for place in row.communes(checker) {
            self.add(place, checker);
        }
    }

    fn add_arrondissements(&mut self, row: &Row, checker: &mut Checker) {
        const COLUMN: &str = "arrondissements";
        for item in items(row.text(COLUMN)) {
            let known = checker.arrondissement_of(item);
            let known = known.map(|place| checker.territories.arrondissements[place].code.clone());
            match known {
                Ok(code) if self.arrondissements.contains(&code) => {
                    let expected = "chaque arrondissement une seule fois";
                    row.report_value(&mut checker.problems, COLUMN, item, expected);
                }
                Ok(code) => {
                    let atom = checker.atoms.by_arrondissement.get(code.as_str());
                    if let Some(&(commune, atom)) = atom {
                        self.atoms.insert(atom);
                        self.communes.insert(commune);
                        self.arrondissements.push(code);
                    }
                }
                Err(finding) => row.report_unresolved(&mut checker.problems, COLUMN, item, finding),
            }
        }
    }

    fn add(&mut self, commune: usize, checker: &Checker) {
        self.communes.insert(commune);
        self.atoms = self.atoms.union(&checker.atoms.of_commune[commune]);
    }
}
