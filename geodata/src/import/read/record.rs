//! One row of a list or one feature of a layer, as published.

use super::fields::Field;
use crate::names::normalized;
use crate::problem::{Finding, Problem, Severity};
use crate::topology::Polygon;
use std::collections::BTreeMap;

/// The position of a record in its file.
#[derive(Clone, Debug)]
pub(crate) struct Origin {
    /// The name of the file.
    pub file: String,
    /// The line, the first one being 1; 0 in a layer.
    pub line: u64,
    /// The feature of a layer.
    pub feature: Option<FeatureRef>,
}

/// A feature of a layer.
#[derive(Clone, Debug)]
pub(crate) struct FeatureRef {
    /// Its number, the first one being 1.
    pub number: usize,
    /// Its name; empty where it has none.
    pub name: String,
}

impl Origin {
    /// « ligne 12 », « entité 3 ».
    pub(crate) fn short(&self) -> String {
        match &self.feature {
            Some(FeatureRef { number, .. }) => format!("entité {number}"),
            None => format!("ligne {}", self.line),
        }
    }

    /// A problem at this position, which keeps the table from being written.
    pub(crate) fn problem(
        &self,
        column: &str,
        value: &str,
        expected: impl Into<Finding>,
    ) -> Problem {
        let Finding { expected, proposal } = expected.into();
        let problem = Problem { value: value.to_owned(), expected, proposal, ..Problem::default() };
        let Some(FeatureRef { number, name }) = &self.feature else {
            let (file, column) = (self.file.clone(), column.to_owned());
            return Problem { file, line: self.line, column, ..problem };
        };
        let mut file = format!("{}, entité {number}", self.file);
        if !name.is_empty() {
            file += &format!(" ({name})");
        }
        if !column.is_empty() {
            file += &format!(", {column}");
        }
        Problem { file, ..problem }
    }

    /// A warning at this position, which keeps nothing from being written.
    pub(crate) fn warning(&self, column: &str, value: &str, oddity: impl Into<Finding>) -> Problem {
        Problem { severity: Severity::Warning, ..self.problem(column, value, oddity) }
    }
}

/// A value with the name that the list gives its column.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cell {
    /// The column as written.
    pub column: String,
    /// Its value, trimmed.
    pub text: String,
}

/// One row or one feature.
#[derive(Debug)]
pub(crate) struct Record {
    /// Its position in the file.
    pub origin: Origin,
    /// Its values that are not empty.
    pub cells: BTreeMap<Field, Cell>,
    /// The perimeter that it draws; none in a list.
    pub polygons: Vec<Polygon>,
}

impl Record {
    /// The value of a field, if there is one.
    pub(crate) fn text(&self, field: Field) -> Option<&str> {
        self.cells.get(&field).map(|cell| cell.text.as_str())
    }

    /// Whether it lists territories, in a layer by codes.
    pub(crate) fn lists_territories(&self) -> bool {
        [Field::Communes, Field::Arrondissements, Field::Epci]
            .iter()
            .any(|field| self.cells.contains_key(field))
    }

    /// Whether the codes of a field are a list, to judge by their number or by a plural name; a
    /// single one may be that of a seat.
    pub(crate) fn is_list(&self, field: Field) -> bool {
        self.cells.get(&field).is_some_and(|Cell { column, text }| {
            let mut words =
                normalized(column).split(' ').map(ToOwned::to_owned).collect::<Vec<_>>();
            words.retain(|word| word.ends_with('s'));
            text.split_whitespace().count() > 1 || !words.is_empty()
        })
    }

    /// The name that the list gives a field; ours where it has none.
    pub(crate) fn column(&self, field: Field) -> &str {
        self.cells.get(&field).map_or(field.code(), |cell| cell.column.as_str())
    }

    /// A problem with one `value` of a field.
    pub(crate) fn problem(
        &self,
        field: Field,
        value: &str,
        expected: impl Into<Finding>,
    ) -> Problem {
        self.origin.problem(self.column(field), value, expected)
    }
}
