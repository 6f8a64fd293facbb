//! A problem in a table: where it is, what was found, what was expected.

use std::fmt;

/// One problem, in the words of the person who edits the table.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// File name, for instance `cls.csv`.
    pub file: String,
    /// Line in the file, the header being line 1; 0 for the file as a whole.
    pub line: u64,
    /// Column name; empty for the line as a whole.
    pub column: String,
    /// The value found, as written.
    pub value: String,
    /// What was expected instead, as a sentence in French.
    pub expected: String,
}

impl Problem {
    /// The value found, in quotation marks, or in words where there is nothing to quote.
    fn found(&self) -> String {
        if self.value.is_empty() {
            "vide".to_owned()
        } else {
            format!("«\u{a0}{}\u{a0}»", self.value)
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.file)?;
        if self.line > 0 {
            write!(formatter, ", ligne {}", self.line)?;
        }
        if !self.column.is_empty() {
            write!(formatter, ", colonne {}", self.column)?;
        }
        write!(formatter, "\u{a0}: {}\u{a0}; attendu\u{a0}: {}", self.found(), self.expected)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_names_its_place_its_value_and_what_was_expected() {
        let problem = Problem {
            file: "cls.csv".into(),
            line: 12,
            column: "statut".into(),
            value: "actf".into(),
            expected: "actif".into(),
        };
        assert_eq!(
            problem.to_string(),
            "cls.csv, ligne 12, colonne statut\u{a0}: «\u{a0}actf\u{a0}»\u{a0}; attendu\u{a0}: actif"
        );
    }

    #[test]
    fn an_empty_cell_is_said_in_words() {
        let problem = Problem {
            file: "cls.csv".into(),
            line: 12,
            column: "nom".into(),
            value: String::new(),
            expected: "un nom".into(),
        };
        assert_eq!(
            problem.to_string(),
            "cls.csv, ligne 12, colonne nom\u{a0}: vide\u{a0}; attendu\u{a0}: un nom"
        );
    }
}
