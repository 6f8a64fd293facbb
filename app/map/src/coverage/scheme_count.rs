//! The number of schemes in a territory, as far as it is known.

use crate::Degree;

/// The number of schemes of a layer that a territory is known to have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SchemeCount {
    /// All that there are, says a list.
    Listed(u32),
    /// Those that are known one by one.
    AtLeast(u32),
    /// Nothing is known.
    NotDocumented,
}

impl SchemeCount {
    /// The number where so many are known, of a layer that is known to that degree.
    pub const fn new(known: u32, degree: Option<Degree>) -> Self {
        match (degree, known) {
            (Some(Degree::List), _) => Self::Listed(known),
            (None, 0) => Self::NotDocumented,
            (Some(Degree::Facts) | None, _) => Self::AtLeast(known),
        }
    }

    /// Whether none is known, where something is known: a zero under a list, an absence under facts.
    pub const fn is_none_known(self) -> bool {
        matches!(self, Self::Listed(0) | Self::AtLeast(0))
    }
}
