//! Constants and helpers that every part of the import shares.

use std::path::PathBuf;

/// The source of every row that is made here.
pub(super) const SOURCE: &str = "annonces-2026-11";
/// The month in which the pages were read.
pub(super) const READ: &str = "2026-11";

/// The folders of an import.
pub struct Announcements {
    /// The facts: `cls-faits.csv`, `cpts-faits.csv`, `indicateurs-couverture.csv` and, if it is
    /// there, `finess-occitanie-2026/cpts.csv`.
    pub facts: PathBuf,
    /// The decisions: `decisions-cls.csv` and `decisions-cpts.csv`.
    pub decisions: PathBuf,
}

/// A text as people read it: the typographic apostrophe, one space between words.
pub(super) fn readable(text: &str) -> String {
    text.replace('\'', "’").split_whitespace().collect::<Vec<_>>().join(" ")
}
