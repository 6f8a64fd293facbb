//! The rows that a table shows.

use super::row::Row;
use crate::search::normalized;
use crate::{Layer, Status};

/// A filter of rows: a text, and a condition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowFilter {
    /// A part of the name, in any spelling; all names for an empty text.
    pub text: String,
    /// The condition.
    pub only: Only,
}

/// A condition on rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Only {
    /// Every row.
    #[default]
    All,
    /// Territories without any known CLS or CPTS; where nothing is known of a layer, there is no answer
    /// and no row.
    Neither,
    /// Territories with a scheme of that layer and status, or these schemes.
    With(Layer, Status),
}

/// The territories of a table without a known CLS or CPTS, by what that rests on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Neither {
    /// Lists say of both layers that there is none.
    pub listed: u32,
    /// No scheme is known, and schemes of a layer are known one by one.
    pub not_known: u32,
    /// Nothing is known of a layer, and no scheme of the other.
    pub undocumented: u32,
}

/// A filter with its text normalized.
pub(super) struct PreparedFilter {
    text: String,
    only: Only,
}

impl RowFilter {
    pub(super) fn prepared(&self) -> PreparedFilter {
        PreparedFilter { text: normalized(&self.text), only: self.only }
    }
}

impl PreparedFilter {
    pub(super) fn keeps(&self, row: &Row) -> bool {
        let is_kept = match self.only {
            Only::All => true,
            Only::Neither => {
                row.counts().is_some_and(|counts| counts.iter().all(|one| one.is_none_known()))
            }
            Only::With(layer, status) => row.has(layer, status),
        };
        is_kept && row.key.contains(&self.text)
    }
}
