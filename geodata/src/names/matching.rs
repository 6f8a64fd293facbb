//! What a name or a code leads to.

/// What a name or a code designates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Match {
    /// Nothing.
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
