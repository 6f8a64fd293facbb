//! The order of a table.

use super::cell::{Cell, Rank};
use super::column::Column;

/// A direction of sorting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The lowest first.
    Rising,
    /// The highest first.
    Falling,
}

/// The column by which rows are sorted, and in which direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// The column.
    pub column: Column,
    /// The direction.
    pub order: Order,
}

impl Default for Sort {
    /// By name.
    fn default() -> Self {
        Self { column: Column::Name, order: Order::Rising }
    }
}

/// The bits of a rank in a sort key.
const RANK_BITS: u32 = 30;

impl Sort {
    /// The order after its column was chosen again, or another one: of numbers the highest come first,
    /// of words the first.
    #[must_use]
    pub fn chosen(self, column: Column) -> Self {
        match (self.column == column, self.order) {
            (true, Order::Rising) => Self { column, order: Order::Falling },
            (true, Order::Falling) => Self { column, order: Order::Rising },
            (false, _) => Self::first(column),
        }
    }

    /// The order when a column is first chosen.
    pub(super) fn first(column: Column) -> Self {
        let is_words = matches!(column, Column::Name | Column::Layer | Column::Status);
        Self { column, order: if is_words { Order::Rising } else { Order::Falling } }
    }

    /// The sort key of a row: its rank, then its index. Without a cell, its index alone.
    pub(super) fn key(self, index: u32, cell: Option<Cell>) -> u64 {
        let most = (1 << RANK_BITS) - 1;
        let (group, rank): (u32, u32) = match cell.map(Cell::rank) {
            None => (0, 0),
            Some(Rank::Known(rank)) => (0, rank.min(most)),
            Some(Rank::AtMost(rank)) => (1, rank.min(most)),
            Some(Rank::Unknown) => (2, 0),
        };
        let rank = match (self.order, cell) {
            (Order::Falling, Some(_)) => most - rank,
            _ => rank,
        };
        let rank = u64::from(group) << RANK_BITS | u64::from(rank);
        rank << u32::BITS | u64::from(index)
    }
}
