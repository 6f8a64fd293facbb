//! From the codes and names of a row to the set of atoms that it covers.

use super::checker::Checker;
use super::communes::communes;
use super::items::items;
use crate::tables::rows::Row;
use map::{AtomSet, CommuneCode, EpciSiren};
use std::collections::BTreeSet;

/// The perimeter of a scheme: the communes that it covers.
#[derive(Debug, Default)]
pub struct Perimeter {
    /// The atoms.
    pub atoms: AtomSet,
    /// The communes, by their indices in the table, those covered in part included.
    pub communes: BTreeSet<usize>,
    /// The intercommunalities by which the row gives it.
    pub epci: Vec<EpciSiren>,
    /// The municipal arrondissements by which the row gives it.
    pub arrondissements: Vec<CommuneCode>,
}

impl Perimeter {
    /// Resolves the columns `epci`, `communes` and `arrondissements` of `row`; those that the
    /// table does not have are empty.
    pub(crate) fn read(row: &Row, checker: &mut Checker) -> Self {
        let perimeter = Self::read_part(row, checker);
        let may_be_given = |column: &&str| row.lacks(column) || !row.text(column).is_empty();
        if !["epci", "communes", "arrondissements"].iter().any(may_be_given) {
            let expected = "au moins un EPCI, une commune ou un arrondissement\u{a0}: le \
                            périmètre est vide";
            row.report(&mut checker.problems, "communes", expected);
        }
        perimeter
    }

    /// The same of a row that may give nothing.
    pub(crate) fn read_part(row: &Row, checker: &mut Checker) -> Self {
        let mut perimeter = Self::default();
        perimeter.add_epci(row, checker);
        perimeter.add_communes(row, checker);
        perimeter.add_arrondissements(row, checker);
        perimeter
    }

    fn add_epci(&mut self, row: &Row, checker: &mut Checker) {
        for item in items(row.text("epci")) {
            let index = match checker.epci_of(item) {
                Ok(index) => index,
                Err(finding) => {
                    row.report_unresolved(&mut checker.problems, "epci", item, finding);
                    continue;
                }
            };
            let code = checker.territories.epci[index].code.clone();
            if self.epci.contains(&code) {
                let expected = "chaque EPCI une seule fois";
                row.report_value(&mut checker.problems, "epci", item, expected);
                continue;
            }
            let communes = checker.territories.communes.iter().enumerate();
            for (index, _) in communes.filter(|(_, one)| one.epci.as_ref() == Some(&code)) {
                self.add(index, checker);
            }
            self.epci.push(code);
        }
    }

    fn add_communes(&mut self, row: &Row, checker: &mut Checker) {
        for index in communes(row, row.text("nom"), checker) {
            self.add(index, checker);
        }
    }

    fn add_arrondissements(&mut self, row: &Row, checker: &mut Checker) {
        const COLUMN: &str = "arrondissements";
        for item in items(row.text(COLUMN)) {
            let known = checker.arrondissement_of(item);
            let known = known.map(|index| checker.territories.arrondissements[index].code.clone());
            match known {
                Ok(code) if self.arrondissements.contains(&code) => {
                    let expected = "chaque arrondissement une seule fois";
                    row.report_value(&mut checker.problems, COLUMN, item, expected);
                }
                Ok(code) => {
                    let atom = checker.atoms.by_arrondissement.get(code.as_str());
                    if let Some(&atom) = atom {
                        self.atoms.insert(atom);
                        self.communes.insert(checker.atoms.list[atom].commune);
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
