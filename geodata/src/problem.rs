//! A problem in a table: file, line and column, value found, value expected.

use serde::Serialize;
use std::fmt;

/// The severity of a problem.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Severity {
    /// It stops the build.
    #[default]
    #[serde(rename = "erreur")]
    Error,
    /// It is suspicious; whoever edits the table knows.
    #[serde(rename = "avertissement")]
    Warning,
}

/// One problem, in the words of the person who edits the table.
///
/// # Example
/// ```
/// use geodata::problem::Problem;
///
/// let problem = Problem {
///     file: "cls.csv".into(),
///     line: 12,
///     column: "statut".into(),
///     value: "actf".into(),
///     expected: "un statut".into(),
///     proposal: Some("actif".into()),
///     ..Problem::default()
/// };
/// let message = problem.to_string().replace('\u{a0}', " ");
/// assert_eq!(
///     message,
///     "cls.csv, ligne 12, colonne statut : « actf » ; attendu : un statut ; vouliez-vous actif ?"
/// );
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Problem {
    /// File name, for instance `cls.csv`.
    pub file: String,
    /// Line in the file, the header being line 1; 0 for the file as a whole.
    pub line: u64,
    /// Column name; empty for the line as a whole.
    pub column: String,
    /// The value found, as written.
    pub value: String,
    /// The value expected instead or, for a warning, its oddity: a sentence in French.
    pub expected: String,
    /// The value probably meant: the end of a sentence that begins with « vouliez-vous ».
    pub proposal: Option<String>,
    /// Whether it stops a build.
    #[serde(rename = "level")]
    pub severity: Severity,
    /// The cell of a workbook, for instance `C12`; none in other files.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
}

/// A finding about one value: the value expected instead and, where it can be guessed, the one
/// probably meant. A text alone is a finding that proposes nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// A sentence in French, as in [`Problem::expected`].
    pub expected: String,
    /// The end of a question, as in [`Problem::proposal`].
    pub proposal: Option<String>,
}

impl Finding {
    /// A finding with the value probably meant.
    pub fn proposing(expected: impl Into<String>, proposal: Option<String>) -> Self {
        Self { expected: expected.into(), proposal }
    }
}

impl From<&str> for Finding {
    fn from(expected: &str) -> Self {
        Self::proposing(expected, None)
    }
}

impl From<String> for Finding {
    fn from(expected: String) -> Self {
        Self::proposing(expected, None)
    }
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
        if let Some(cell) = &self.cell {
            write!(formatter, " (cellule {cell})")?;
        }
        let relation = match self.severity {
            Severity::Error => "attendu",
            Severity::Warning => "à vérifier",
        };
        write!(formatter, "\u{a0}: {}\u{a0}; {relation}\u{a0}: {}", self.found(), self.expected)?;
        match &self.proposal {
            Some(proposal) => write!(formatter, "\u{a0}; vouliez-vous {proposal}\u{a0}?"),
            None => Ok(()),
        }
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
            expected: "un statut".into(),
            proposal: Some("actif".into()),
            ..Problem::default()
        };
        assert_eq!(
            problem.to_string(),
            "cls.csv, ligne 12, colonne statut\u{a0}: «\u{a0}actf\u{a0}»\u{a0}; attendu\u{a0}: \
             un statut\u{a0}; vouliez-vous actif\u{a0}?"
        );
    }

    #[test]
    fn a_warning_says_what_to_look_at() {
        let problem = Problem {
            file: "cls.csv".into(),
            line: 3,
            column: "fin".into(),
            value: "2023".into(),
            expected: "date passée".into(),
            severity: Severity::Warning,
            ..Problem::default()
        };
        let message = problem.to_string();
        assert!(message.ends_with("\u{a0}; à vérifier\u{a0}: date passée"), "{message}");
    }

    #[test]
    fn an_empty_cell_is_said_in_words() {
        let problem = Problem {
            file: "cls.csv".into(),
            line: 12,
            column: "nom".into(),
            value: String::new(),
            expected: "un nom".into(),
            ..Problem::default()
        };
        assert_eq!(
            problem.to_string(),
            "cls.csv, ligne 12, colonne nom\u{a0}: vide\u{a0}; attendu\u{a0}: un nom"
        );
    }
}
