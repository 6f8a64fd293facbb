//! What a name or a code leads to.

/// What a name or a code designates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Match {
    /// Nothing.
    Nothing,
    /// One territory, by its place in the table.
    One(usize),
    /// A commune in force, by a code or name that it, or a part of it, bore.
    Former(usize),
    /// Several territories that bear this name.
    Several(Vec<usize>),
}

impl Match {
    /// The match of `places`, each of which is given once.
    pub(super) fn of(places: &[usize]) -> Self {
        match places {
            [] => Self::Nothing,
            [place] => Self::One(*place),
            places => Self::Several(places.to_vec()),
        }
    }
}
