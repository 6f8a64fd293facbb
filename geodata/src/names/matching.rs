//! The outcome of a search by name or code.

/// The territories that a name or a code designates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Match {
    /// No territory.
    Nothing,
    /// One territory, by its index in the table.
    One(usize),
    /// A commune in force, by a code or name that it, or a part of it, bore.
    Former(usize),
    /// Several territories that bear this name.
    Several(Vec<usize>),
}

impl Match {
    /// The match of `indices`, each of which is given once.
    pub(super) fn of(indices: &[usize]) -> Self {
        match indices {
            [] => Self::Nothing,
            [index] => Self::One(*index),
            indices => Self::Several(indices.to_vec()),
        }
    }
}
