//! From the codes of a row to the set of atoms that it covers.

use super::Checker;
use super::reader::Row;
use crate::territories::Territories;
use map::{Atom, AtomSet, CommuneCode, EpciSiren};
use std::collections::{BTreeSet, HashMap};

const EPCI_EXPECTED: &str = "le SIREN (9 chiffres) d’un EPCI du COG 2026";

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
            let expected = "au moins un code d’EPCI, de commune ou d’arrondissement\u{a0}: le \
                            périmètre est vide";
            row.report(&mut checker.problems, "communes", expected);
        }
        perimeter
    }

    fn add_epci(&mut self, row: &Row, checker: &mut Checker) {
        for word in row.words("epci") {
            let known = checker.territories.epci.iter().find(|epci| epci.code.as_str() == word);
            let Some(epci) = known else {
                row.report_value(&mut checker.problems, "epci", word, EPCI_EXPECTED);
                continue;
            };
            if self.epci.contains(&epci.code) {
                let expected = "chaque EPCI une seule fois";
                row.report_value(&mut checker.problems, "epci", word, expected);
                continue;
            }
            self.epci.push(epci.code.clone());
            let communes = checker.territories.communes.iter().enumerate();
            for (place, _) in communes.filter(|(_, one)| one.epci.as_ref() == Some(&epci.code)) {
                self.add(place, checker);
            }
        }
    }

    fn add_communes(&mut self, row: &Row, checker: &mut Checker) {
        let mut seen = BTreeSet::new();
        for word in row.words("communes") {
            match checker.commune(word) {
                Err(expected) => {
                    row.report_value(&mut checker.problems, "communes", word, expected);
                }
                Ok(place) if !seen.insert(place) => {
                    let expected = "chaque commune une seule fois";
                    row.report_value(&mut checker.problems, "communes", word, expected);
                }
                Ok(place) => self.add(place, checker),
            }
        }
    }

    fn add_arrondissements(&mut self, row: &Row, checker: &mut Checker) {
        for word in row.words("arrondissements") {
            let known = checker.atoms.by_arrondissement.get(word).copied();
            match (known, CommuneCode::new(word)) {
                (Some(_), Ok(code)) if self.arrondissements.contains(&code) => {
                    let expected = "chaque arrondissement une seule fois";
                    row.report_value(&mut checker.problems, "arrondissements", word, expected);
                }
                (Some((commune, atom)), Ok(code)) => {
                    self.atoms.insert(atom);
                    self.communes.insert(commune);
                    self.arrondissements.push(code);
                }
                _ => {
                    let expected = "un code d’arrondissement de Paris, Lyon ou Marseille (75101 à \
                                    75120, 69381 à 69389, 13201 à 13216)";
                    row.report_value(&mut checker.problems, "arrondissements", word, expected);
                }
            }
        }
    }

    fn add(&mut self, commune: usize, checker: &Checker) {
        self.communes.insert(commune);
        self.atoms = self.atoms.union(&checker.atoms.of_commune[commune]);
    }
}
