//! The rows of a list merged into those of a table.

use super::closing;
use crate::import::Request;
use crate::inputs::Context;
use crate::tables::{RowTable, Scheme, Tables, TextCells};
use map::{AtomSet, Status};
use std::collections::{BTreeMap, BTreeSet};

/// A list to merge, and the tables that it is merged into.
pub(super) struct Merge<'a> {
    pub(super) request: &'a Request,
    /// The date of the list.
    pub(super) date: &'a str,
    pub(super) context: &'a Context,
    /// The list as a table of ours, understood.
    pub(super) listed: &'a Tables,
}

/// The merged table.
pub(super) struct Merged {
    pub(super) table: RowTable,
    /// The identifiers that the list names and the table has from another source.
    pub(super) elsewhere: Vec<String>,
}

/// The columns of perimeters.
const PERIMETER: [&str; 3] = ["epci", "communes", "arrondissements"];

impl Merge<'_> {
    /// Merges `list`, a table of ours, into `table`.
    pub(super) fn merged(&self, mut table: RowTable, list: &[u8]) -> Merged {
        let list = RowTable::parse(list, &["id", "nom"]);
        let of_table = atoms_by_id(&self.context.tables, self.request);
        let of_list = atoms_by_id(self.listed, self.request);
        let ids: BTreeSet<String> = list.rows.iter().map(|row| row.text("id").to_owned()).collect();
        let mut elsewhere = Vec::new();
        for row in list.rows {
            let id = row.text("id").to_owned();
            let is_same = of_table.get(&*id) == of_list.get(&*id);
            match table.rows.iter_mut().find(|own| own.text("id") == id) {
                None => table.rows.push(row),
                Some(own) if own.text("source") != self.request.source => elsewhere.push(id),
                Some(own) => refresh(own, &row, is_same, self.status_of(&id)),
            }
        }
        let is_gone = |row: &&mut TextCells| {
            row.text("source") == self.request.source && !ids.contains(row.text("id"))
        };
        let gone = table.rows.iter_mut().filter(is_gone).filter(|row| !closing::is_closed(row));
        gone.for_each(|row| closing::close(row, self.date));
        let columns = ["debut", "fin", "note"].into_iter().chain(closing::COLUMNS);
        let used =
            columns.filter(|column| table.rows.iter().any(|row| !row.text(column).is_empty()));
        let used: Vec<&str> = used.collect();
        table.widen(&used);
        table.sort();
        Merged { table, elsewhere }
    }

    /// The status of a scheme of the table on the day of the table.
    fn status_of(&self, id: &str) -> Option<Status> {
        let mut schemes = self.context.tables.schemes.iter();
        schemes.find(|one| one.id == id).map(|one| one.status)
    }
}

/// Whether the status that a table tells from dates (`signe`) is the one that a list gives.
fn is_status_of_dates(own: &TextCells, listed: &TextCells, status: Option<Status>) -> bool {
    own.text("statut") == "signe"
        && listed.text("statut") == "actif"
        && matches!(status, Some(Status::Active | Status::Presumed))
}

/// The whole perimeters of the schemes of a layer, by identifier.
fn atoms_by_id<'a>(tables: &'a Tables, request: &Request) -> BTreeMap<&'a str, &'a AtomSet> {
    let own = tables.schemes.iter().filter(|one| one.layer == request.layer);
    own.map(|one: &Scheme| (one.id.as_str(), &one.perimeter.atoms)).collect()
}

/// Brings a row up to the list. What the list does not say stays; so do name, web site and note.
fn refresh(
    own: &mut TextCells,
    listed: &TextCells,
    is_same_perimeter: bool,
    status: Option<Status>,
) {
    if closing::is_closed(own) && listed.text("statut") != "echu" {
        closing::open(own);
        own.set("statut", listed.text("statut"));
    } else if listed.text("statut") != "inconnu" && !is_status_of_dates(own, listed, status) {
        own.set("statut", listed.text("statut"));
    }
    for column in ["debut", "fin"] {
        let text = listed.text(column);
        if !text.is_empty() && !is_same_date(own.text(column), text) {
            own.set(column, text);
        }
    }
    if own.text("site").is_empty() {
        own.complete("site", listed.text("site"));
    }
    if !is_same_perimeter {
        PERIMETER.iter().for_each(|column| own.set(column, listed.text(column)));
        // The list gives the perimeter whole, however it was known before.
        own.set("perimetre", "");
    }
}

/// Whether a date of the table, in any form, is that of the list.
fn is_same_date(own: &str, listed: &str) -> bool {
    crate::tables::read_date(own).is_ok_and(|date| date == listed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_list_does_not_say_stays() {
        let mut own = TextCells::of(&[
            ("statut", "actif"),
            ("debut", "8/3/2024"),
            ("fin", "2028"),
            ("site", "https://a.example"),
            ("note", "Lue."),
        ]);
        let before = own.clone();
        let listed = TextCells::of(&[
            ("statut", "inconnu"),
            ("debut", "2024-03-08"),
            ("site", "https://b.example"),
        ]);
        refresh(&mut own, &listed, true, Some(Status::Active));
        assert_eq!(own, before);
    }

    #[test]
    fn a_status_told_by_dates_stays_while_it_is_the_one_of_the_list() {
        let listed = TextCells::of(&[("statut", "actif")]);
        for (status, expected) in [
            (Status::Active, "signe"),
            (Status::Presumed, "signe"),
            (Status::NotEstablished, "actif"),
            (Status::Expired, "actif"),
        ] {
            let mut own = TextCells::of(&[("statut", "signe")]);
            refresh(&mut own, &listed, true, Some(status));
            assert_eq!(own.text("statut"), expected, "{status:?}");
        }
    }
}
