//! The result of an examination: the figures of the crates and the violations.

use crate::summary::Summary;
use crate::violation::{Force, Rule, Violation};
use std::fmt;

/// The result of an examination, which is shown as a table and a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The figures of the crates.
    pub summary: Summary,
    /// Every broken rule.
    pub violations: Vec<Violation>,
}

impl Report {
    /// The number of violations that fail the check.
    #[must_use]
    pub fn failures(&self) -> usize {
        self.violations.iter().filter(|it| it.rule.force() == Force::Binding).count()
    }
}

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.summary)?;
        for rule in Rule::ALL {
            let broken: Vec<_> = self.violations.iter().filter(|it| it.rule == rule).collect();
            if !broken.is_empty() {
                let advice = if rule.force() == Force::Advice { " (advice)" } else { "" };
                writeln!(formatter, "\n{}{advice}: {}\n", rule.heading(), broken.len())?;
                broken.iter().try_for_each(|violation| writeln!(formatter, "{violation}"))?;
            }
        }
        Ok(())
    }
}
