//! `fiches/<department>.bin`: the communes of one department, for the answers.

use crate::served::{delta_decode, delta_encode};
use crate::{CommuneCode, DepartmentCode, EpciSiren};
use serde::{Deserialize, Serialize};

/// The communes of one department, then its municipal arrondissements, column by column; the columns
/// have one length and one order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CommunesFile {
    /// INSEE codes without the department, as numbers, rising, delta-encoded. Those of arrondissements
    /// are above those of communes.
    code_deltas: Vec<u32>,
    /// Names.
    noms: Vec<String>,
    /// Postal codes, separated by spaces; none for arrondissements.
    codes_postaux: Vec<String>,
    /// SIREN numbers of the intercommunalities that `epci` points to.
    sirens: Vec<EpciSiren>,
    /// One more than the index of the intercommunality in `sirens`; zero on four islands.
    epci: Vec<u32>,
    /// One more than the inhabitants; zero where the source gives none.
    populations: Vec<u32>,
}

/// A commune or a municipal arrondissement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommuneRow {
    /// INSEE code.
    pub code: CommuneCode,
    /// Name.
    pub nom: String,
    /// Postal codes, separated by spaces.
    pub codes_postaux: String,
    /// Intercommunality; none on four islands.
    pub epci: Option<EpciSiren>,
    /// Inhabitants; none where the source gives none.
    pub population: Option<u32>,
}

impl CommunesFile {
    /// The columns of rows, whose codes rise.
    pub fn pack(rows: &[CommuneRow]) -> Self {
        let mut sirens: Vec<EpciSiren> = rows.iter().filter_map(|row| row.epci.clone()).collect();
        sirens.sort();
        sirens.dedup();
        let index = |row: &CommuneRow| {
            let own = row.epci.as_ref().and_then(|epci| sirens.binary_search(epci).ok());
            own.map_or(0, |index| index as u32 + 1)
        };
        Self {
            code_deltas: delta_encode(rows.iter().map(|row| number_of(&row.code))),
            noms: rows.iter().map(|row| row.nom.clone()).collect(),
            codes_postaux: rows.iter().map(|row| row.codes_postaux.clone()).collect(),
            epci: rows.iter().map(index).collect(),
            populations: rows.iter().map(|row| row.population.map_or(0, |it| it + 1)).collect(),
            sirens,
        }
    }

    /// The rows of a department. A row whose code or columns are damaged is left out.
    pub fn rows(&self, department: &DepartmentCode) -> Vec<CommuneRow> {
        let numbers = delta_decode(&self.code_deltas);
        let row = |(index, number): (usize, &u32)| {
            let prefix = department.as_str();
            let width = CODE_LENGTH - prefix.len();
            Some(CommuneRow {
                code: CommuneCode::new(&format!("{prefix}{number:0width$}")).ok()?,
                nom: self.noms.get(index)?.clone(),
                codes_postaux: self.codes_postaux.get(index)?.clone(),
                epci: match *self.epci.get(index)? {
                    0 => None,
                    number => Some(self.sirens.get(number as usize - 1)?.clone()),
                },
                population: self.populations.get(index)?.checked_sub(1),
            })
        };
        numbers.iter().enumerate().filter_map(row).collect()
    }
}

/// The number of characters of an INSEE code.
const CODE_LENGTH: usize = 5;

/// A code without its department, as a number.
fn number_of(code: &CommuneCode) -> u32 {
    let number = code.as_str().get(code.department().len()..);
    number.and_then(|number| number.parse().ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(code: &str, nom: &str, epci: Option<&str>, population: Option<u32>) -> CommuneRow {
        CommuneRow {
            code: CommuneCode::new(code).unwrap(),
            nom: nom.to_owned(),
            codes_postaux: "20000 20090".to_owned(),
            epci: epci.map(|epci| EpciSiren::new(epci).unwrap()),
            population,
        }
    }

    #[test]
    fn columns_lead_back_to_their_rows() {
        let corsican = [
            row("2A001", "Afa", Some("242010056"), Some(3_000)),
            row("2A004", "Ajaccio", Some("242000000"), None),
            row("2A362", "Île", None, Some(0)),
        ];
        let department = DepartmentCode::new("2A").unwrap();
        assert_eq!(CommunesFile::pack(&corsican).rows(&department), corsican);
        let reunion = [row("97401", "Les Avirons", Some("249740119"), Some(11_000))];
        let department = DepartmentCode::new("974").unwrap();
        assert_eq!(CommunesFile::pack(&reunion).rows(&department), reunion);
        let damaged = CommunesFile { noms: Vec::new(), ..CommunesFile::pack(&reunion) };
        assert!(damaged.rows(&department).is_empty());
    }
}
