//! A whole table: its rows, and those that are shown.

use super::column::Column;
use super::listed::Listed;
use super::row::{Row, status_bit};
use super::row_filter::{Neither, Only, RowFilter};
use super::rows;
use super::sort::{Order, Sort};
use crate::served::WhiteZones;
use crate::{Layer, Records, SchemeCount, Status, Territory};

/// A table: the rows in the order of their names.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The territory whose parts or schemes are listed; none for the country.
    pub scope: Option<Territory>,
    /// What is listed.
    pub listed: Listed,
    /// The rows, by name.
    pub rows: Vec<Row>,
}

impl Table {
    /// The table of what is `listed` of a territory, or of the country. Communes are those of the
    /// departments at hand, see [`Records::departments_not_at_hand`].
    pub fn new(
        records: &Records,
        zones: &WhiteZones,
        scope: Option<Territory>,
        listed: Listed,
    ) -> Self {
        let rows = match listed {
            Listed::Communes => rows::communes(records, scope),
            Listed::Schemes => rows::schemes(records, scope),
            _ => rows::territories(records, zones, scope, listed),
        };
        Self { scope, listed, rows: by_name(rows) }
    }

    /// The columns, that of the names first; [`Row::cells`] are those of the others.
    pub const fn columns(&self) -> &'static [Column] {
        match self.listed {
            Listed::Schemes => &Column::OF_SCHEMES,
            _ => &Column::OF_TERRITORIES,
        }
    }

    /// The indexes of the rows that `filter` keeps, in the order of `sort`; equal ones by name.
    /// O(n log n) comparisons of numbers.
    pub fn shown(&self, sort: Sort, filter: &RowFilter) -> Vec<usize> {
        let kept = filter.prepared();
        let column = self.columns().iter().position(|column| *column == sort.column);
        let rows = self.rows.iter().enumerate().filter(|(_, row)| kept.keeps(row));
        let key = |(index, row): (usize, &Row)| {
            let cell = column.and_then(|column| row.cells.get(column.checked_sub(1)?));
            sort.key(index as u32, cell.copied())
        };
        let mut keys: Vec<u64> = rows.map(key).collect();
        keys.sort_unstable();
        let by_name_falling = sort.order == Order::Falling && sort.column == Column::Name;
        if by_name_falling {
            keys.reverse();
        }
        keys.into_iter().map(|key| (key & u64::from(u32::MAX)) as usize).collect()
    }

    /// The conditions that tell rows of this table apart.
    pub fn conditions(&self) -> Vec<Only> {
        let all = self.rows.iter().fold(0, |all, row| all | row.statuses);
        let statuses = Layer::ALL.into_iter().flat_map(|layer| {
            let own = move |status: &Status| all & status_bit(layer, *status) != 0;
            Status::ALL.into_iter().filter(own).map(move |status| Only::With(layer, status))
        });
        let neither = (self.listed != Listed::Schemes).then_some(Only::Neither);
        [Only::All].into_iter().chain(neither).chain(statuses).collect()
    }

    /// The rows without a known CLS or CPTS.
    pub fn neither(&self) -> Neither {
        let mut neither = Neither::default();
        for counts in self.rows.iter().filter_map(Row::counts) {
            let is_none =
                |one: &SchemeCount| one.is_none_known() || *one == SchemeCount::NotDocumented;
            let number = match counts {
                _ if !counts.iter().all(is_none) => continue,
                [SchemeCount::Listed(0), SchemeCount::Listed(0)] => &mut neither.listed,
                _ if counts.contains(&SchemeCount::NotDocumented) => &mut neither.undocumented,
                _ => &mut neither.not_known,
            };
            *number += 1;
        }
        neither
    }
}

/// The rows in the order of their names; those of one name stay in theirs. Only the names are moved while
/// they are sorted.
fn by_name(rows: Vec<Row>) -> Vec<Row> {
    let mut names: Vec<(&str, usize)> =
        rows.iter().zip(0..).map(|(row, index)| (row.key.as_str(), index)).collect();
    names.sort_unstable();
    let order: Vec<usize> = names.into_iter().map(|(_, index)| index).collect();
    let mut rows: Vec<Option<Row>> = rows.into_iter().map(Some).collect();
    order.into_iter().filter_map(|index| rows[index].take()).collect()
}
