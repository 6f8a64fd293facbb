//! A warning about one scheme, in the words that all checks share.

use crate::problem::{Problem, Severity};
use crate::tables::Scheme;
use crate::territories::Territories;

/// A warning about a column of the row of `scheme`.
pub(super) fn warning(scheme: &Scheme, column: &str, value: &str, oddity: &str) -> Problem {
    Problem {
        file: scheme.file.to_string(),
        line: scheme.line,
        column: column.to_owned(),
        value: value.to_owned(),
        expected: oddity.to_owned(),
        severity: Severity::Warning,
        ..Problem::default()
    }
}

/// The column that gives most of the perimeter of `scheme`.
pub(super) fn perimeter_column(scheme: &Scheme) -> &'static str {
    let perimeter = &scheme.perimeter;
    match (perimeter.epci.is_empty(), perimeter.arrondissements.is_empty()) {
        (false, _) => "epci",
        (true, false) => "arrondissements",
        (true, true) => "communes",
    }
}

/// The names of the first of `communes`, and how many more there are.
pub(super) fn some_names(
    communes: impl Iterator<Item = usize>,
    territories: &Territories,
) -> String {
    const SHOWN: usize = 3;
    let names: Vec<&str> = communes.map(|index| territories.communes[index].nom.as_str()).collect();
    match names.len().saturating_sub(SHOWN) {
        0 => names.join(", "),
        others => format!("{} et {others} autres", names[..SHOWN].join(", ")),
    }
}
