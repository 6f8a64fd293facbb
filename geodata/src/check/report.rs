//! The problems of a run as text for a person, or as JSON for a tool.

use crate::error::Error;
use crate::problem::{Problem, Severity};

/// The form of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A line per problem, then how many there are.
    Text,
    /// An array of objects: `file, line, column, value, expected, proposal, level`.
    Json,
}

/// The report of a run.
pub struct Report {
    /// The text to print.
    pub text: String,
    /// Whether the tables can be built.
    pub is_sound: bool,
}

/// The report of a run. One that could not read its files has one problem, without a file.
pub fn report(outcome: Result<Vec<Problem>, Error>, format: Format) -> Report {
    let problems = outcome.unwrap_or_else(|error| {
        vec![Problem { expected: error.to_string(), ..Problem::default() }]
    });
    let errors = problems.iter().filter(|problem| problem.severity == Severity::Error).count();
    let text = match format {
        Format::Text => text(&problems, errors),
        // A list of texts and numbers has no form that JSON lacks.
        Format::Json => serde_json::to_string_pretty(&problems).unwrap_or_default(),
    };
    Report { text, is_sound: errors == 0 }
}

fn text(problems: &[Problem], errors: usize) -> String {
    let line = |problem: &Problem| match problem.file.as_str() {
        "" => problem.expected.clone(),
        _ => problem.to_string(),
    };
    let mut lines: Vec<String> = problems.iter().map(line).collect();
    let count = |number: usize, what: &str| match number {
        0 => format!("aucun{} {what}", if what.starts_with('e') { "e" } else { "" }),
        1 => format!("1 {what}"),
        number => format!("{number} {what}s"),
    };
    let warnings = problems.len() - errors;
    lines.push(format!("{}, {}.", count(errors, "erreur"), count(warnings, "avertissement")));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_counts_and_says_whether_a_build_would_stop() {
        let Report { text, is_sound } = report(Ok(Vec::new()), Format::Text);
        assert_eq!(text, "aucune erreur, aucun avertissement.");
        assert!(is_sound);
        let warning =
            Problem { file: "cls.csv".into(), severity: Severity::Warning, ..Problem::default() };
        let Report { text, is_sound } = report(Ok(vec![warning.clone()]), Format::Text);
        assert!(is_sound && text.ends_with("\naucune erreur, 1 avertissement."), "{text}");
        let error = Problem { severity: Severity::Error, ..warning.clone() };
        let Report { text, is_sound } =
            report(Ok(vec![error.clone(), warning, error]), Format::Text);
        assert!(!is_sound && text.ends_with("\n2 erreurs, 1 avertissement."), "{text}");
    }

    #[test]
    fn tools_read_an_array_of_objects() {
        let problem = Problem {
            file: "cls.csv".into(),
            line: 2,
            column: "statut".into(),
            value: "actf".into(),
            expected: "actif".into(),
            proposal: None,
            ..Problem::default()
        };
        let json = report(Ok(vec![problem]), Format::Json).text;
        let expected = serde_json::json!([{
            "file": "cls.csv", "line": 2, "column": "statut", "value": "actf",
            "expected": "actif", "proposal": null, "level": "erreur",
        }]);
        assert_eq!(serde_json::from_str::<serde_json::Value>(&json).unwrap(), expected);
        let missing = Error::form("communes.csv", "illisible");
        let Report { text: json, is_sound } = report(Err(missing), Format::Json);
        assert!(!is_sound && json.contains("communes.csv"), "{json}");
    }
}
