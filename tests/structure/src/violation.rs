//! Violations: each names its file, and says in one sentence what is wrong there.

use std::fmt;
use std::path::PathBuf;

/// The rules of the house, in the order of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// No cycle between the modules of a crate.
    Cycles,
    /// No cycle between the rooms of a folder.
    Rooms,
    /// Two to fourteen files in a folder.
    Folders,
    /// The crates depend on each other as `ARCHITECTURE.md` says.
    Crates,
    /// No retired word in an identifier.
    Words,
}

/// Whether a broken rule fails the check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Force {
    /// It fails.
    Binding,
    /// It is shown.
    Advice,
}

impl Rule {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Cycles, Self::Rooms, Self::Folders, Self::Crates, Self::Words];

    /// Whether breaking it fails the check.
    #[must_use]
    pub const fn force(self) -> Force {
        match self {
            Self::Rooms => Force::Advice,
            Self::Cycles | Self::Folders | Self::Crates | Self::Words => Force::Binding,
        }
    }

    /// The heading of its violations.
    #[must_use]
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Cycles => "Cycles between modules",
            Self::Rooms => "Cycles between rooms",
            Self::Folders => "Folders",
            Self::Crates => "Arrows between crates",
            Self::Words => "Retired words",
        }
    }
}

/// A rule that is broken somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The rule.
    pub rule: Rule,
    /// The file or folder, relative to the workspace.
    pub path: PathBuf,
    /// The line, from 1; none for a whole file or folder.
    pub line: Option<usize>,
    /// What is wrong.
    pub sentence: String,
    /// Everything that belongs to it, one line each.
    pub details: Vec<String>,
}

impl fmt::Display for Violation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.path.display())?;
        if let Some(line) = self.line {
            write!(formatter, ":{line}")?;
        }
        write!(formatter, ": {}", self.sentence)?;
        self.details.iter().try_for_each(|detail| write!(formatter, "\n    {detail}"))
    }
}
