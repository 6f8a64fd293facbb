//! One row of a table, and how a problem in one of its cells is reported.

use super::damage::damage;
use super::dates;
use crate::names::{nearest_texts, normalized};
use crate::problem::{Finding, Problem, Severity};
use std::collections::HashMap;
use std::sync::Arc;

/// One row of a table.
pub(crate) struct Row {
    file: Arc<str>,
    line: u64,
    /// By expected column; none where the file lacks the column.
    values: HashMap<&'static str, Option<String>>,
    /// The columns whose cell is damaged, which was reported.
    damaged: Vec<&'static str>,
}

impl Row {
    /// The row of `file` that begins at `line`.
    pub(crate) fn new(
        file: Arc<str>,
        line: u64,
        values: HashMap<&'static str, Option<String>>,
    ) -> Self {
        let is_damaged = |(_, text): &(&&'static str, &Option<String>)| {
            text.as_deref().is_some_and(|text| damage(text).is_some())
        };
        let damaged = values.iter().filter(is_damaged).map(|(column, _)| *column).collect();
        Self { file, line, values, damaged }
    }

    /// The name of its file.
    pub(crate) fn file(&self) -> &Arc<str> {
        &self.file
    }

    /// The line that an editor shows, the header being line 1.
    pub(crate) fn line(&self) -> u64 {
        self.line
    }

    /// The value of a column, without surrounding spaces; empty when the column is missing.
    pub(crate) fn text(&self, column: &str) -> &str {
        let value = self.values.get(column).and_then(Option::as_deref);
        value.unwrap_or_default()
    }

    /// Whether the table should have the column and does not.
    pub(crate) fn lacks(&self, column: &str) -> bool {
        self.values.get(column).is_some_and(Option::is_none)
    }

    /// The value of a column, or none when it is empty.
    pub(crate) fn optional(&self, column: &str) -> Option<String> {
        Some(self.text(column)).filter(|text| !text.is_empty()).map(ToOwned::to_owned)
    }

    /// The date in a column as ISO 8601, or none when it is empty; anything else is reported.
    pub(crate) fn date(&self, column: &str, problems: &mut Vec<Problem>) -> Option<String> {
        let text = self.optional(column)?;
        match dates::read_date(&text) {
            Ok(date) => {
                if dates::is_early(&date) {
                    let oddity = "date lue, mais d’avant les premiers dispositifs (1990)";
                    self.warn(problems, column, &text, oddity);
                }
                Some(date)
            }
            Err(finding) => {
                self.report_value(problems, column, &text, finding);
                None
            }
        }
    }

    /// Reports the value of `column`, where another one was `expected`.
    pub(crate) fn report(
        &self,
        problems: &mut Vec<Problem>,
        column: &str,
        expected: impl Into<Finding>,
    ) {
        self.report_value(problems, column, self.text(column), expected);
    }

    /// Reports the value of `column` as not being one of `choices`, and proposes the nearest.
    pub(crate) fn report_choice(
        &self,
        problems: &mut Vec<Problem>,
        column: &str,
        expected: &str,
        choices: &[&'static str],
    ) {
        let written = normalized(self.text(column));
        let names: Vec<(String, &str)> =
            choices.iter().map(|choice| (normalized(choice), *choice)).collect();
        let names = names.iter().map(|(name, choice)| (name.as_str(), *choice));
        let near = nearest_texts(&written, names);
        let proposal = near.first().map(|(_, choice)| (*choice).to_owned());
        self.report(problems, column, Finding::proposing(expected, proposal));
    }

    /// Reports one `value` within `column`. A column that is missing was reported with the header,
    /// once: repeated for every row it would hide the other problems. So was a damaged cell.
    pub(crate) fn report_value(
        &self,
        problems: &mut Vec<Problem>,
        column: &str,
        value: &str,
        expected: impl Into<Finding>,
    ) {
        if !self.lacks(column) && !self.damaged.contains(&column) {
            problems.push(problem(&self.file, self.line, column, value, expected));
        }
    }

    /// Reports one `value` within `column` as designating no territory. A column that the table
    /// does not have is not proposed.
    pub(crate) fn report_unresolved(
        &self,
        problems: &mut Vec<Problem>,
        column: &str,
        value: &str,
        finding: Finding,
    ) {
        let is_elsewhere = |proposal: &String| {
            let column = proposal.strip_prefix("la colonne ");
            column.is_some_and(|column| !self.values.contains_key(column))
        };
        let proposal = finding.proposal.filter(|proposal| !is_elsewhere(proposal));
        self.report_value(problems, column, value, Finding { proposal, ..finding });
    }

    /// Warns of one `value` within `column`, which stops no build.
    pub(crate) fn warn(
        &self,
        problems: &mut Vec<Problem>,
        column: &str,
        value: &str,
        oddity: &str,
    ) {
        let problem = problem(&self.file, self.line, column, value, oddity);
        problems.push(Problem { severity: Severity::Warning, ..problem });
    }
}

/// A problem that stops the build.
pub(crate) fn problem(
    file: &str,
    line: u64,
    column: &str,
    value: &str,
    expected: impl Into<Finding>,
) -> Problem {
    let Finding { expected, proposal } = expected.into();
    Problem {
        file: file.to_owned(),
        line,
        column: column.to_owned(),
        value: value.to_owned(),
        expected,
        proposal,
        ..Problem::default()
    }
}
