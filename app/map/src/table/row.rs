//! One row of a table.

use super::cell::Cell;
use crate::search::normalized;
use crate::{Layer, SchemeCount, Status, Subject};

/// A territory or a scheme, with its figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The thing itself.
    pub subject: Subject,
    /// Its name.
    pub name: String,
    /// The codes of its departments, where the table reaches beyond one.
    pub within: String,
    /// The figures, in the order of the columns after the name.
    pub cells: Vec<Cell>,
    /// The normalized name, by which rows are sorted and found.
    pub(super) key: String,
    /// The statuses of its schemes, a bit for each; see [`status_bit`].
    pub(super) statuses: u32,
}

impl Row {
    pub(super) fn new(subject: Subject, name: &str, within: String, cells: Vec<Cell>) -> Self {
        let key = normalized(name);
        Self { subject, name: name.to_owned(), within, cells, key, statuses: 0 }
    }

    /// The row of a territory whose schemes have these statuses.
    pub(super) fn with_statuses(self, statuses: u32) -> Self {
        Self { statuses, ..self }
    }

    /// Whether it has a scheme of that layer and status.
    pub(super) const fn has(&self, layer: Layer, status: Status) -> bool {
        self.statuses & status_bit(layer, status) != 0
    }

    /// The numbers of CLS and of CPTS; none for a scheme.
    pub(super) fn counts(&self) -> Option<[SchemeCount; 2]> {
        match self.cells[..] {
            [_, Cell::Schemes(cls), Cell::Schemes(cpts), ..] => Some([cls, cpts]),
            _ => None,
        }
    }
}

/// The bit of a layer and a status.
pub(super) const fn status_bit(layer: Layer, status: Status) -> u32 {
    1 << (layer as u32 * Status::ALL.len() as u32 + status as u32)
}
