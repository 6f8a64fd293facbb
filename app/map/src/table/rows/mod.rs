//! The rows of tables, from the records.

mod communes;
mod projects;
mod schemes;
mod territories;

use super::row::Row;
use crate::served::WhiteZones;
use crate::{Records, Subject};

pub(super) use communes::communes;
pub(super) use projects::projects_of;
pub(super) use schemes::schemes;
pub(super) use territories::territories;

/// The row of a territory or a commune, with its departments; none for others, and for a commune that is not at hand.
pub(super) fn of(records: &Records, zones: &WhiteZones, subject: &Subject) -> Option<Row> {
    match subject {
        Subject::Territory(territory) => Some(territories::of(records, zones, *territory)),
        Subject::Commune { within, code } => {
            let mut all = communes(records, Some(*within)).into_iter();
            let row = all.find(|row| row.subject == *subject)?;
            Some(Row { within: code.department().to_owned(), ..row })
        }
        Subject::Scheme(_) | Subject::Venue(_) => None,
    }
}
