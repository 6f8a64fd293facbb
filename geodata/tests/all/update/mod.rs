//! `geodata update`: a month’s list merged into the table, nothing lost, everything balanced.

mod balance;
mod command;
mod diff;
mod month;

use geodata::files::{File, Files};
use geodata::import::{Request, import_file};
use geodata::inputs::Context;
use geodata::update::{ListDate, Update, update};
use map::Layer;

/// A request for a list of `layer` from the source of the valid tables.
fn request(layer: Layer, file: &str) -> Request {
    Request::new(layer, file, format!("liste-{}", layer.code()))
}

/// The update of `tables`, which `context` has read, by a list of that date.
fn updated(
    request: &Request,
    date: &str,
    list: &[u8],
    tables: &Files,
    context: &Context,
) -> Update {
    let outcome = import_file(request, &File::Bytes(list.into()), context).unwrap();
    let list = outcome.table.unwrap_or_else(|| panic!("{:?}", outcome.problems));
    update(request, &ListDate::Of(date.to_owned()), &list, tables, context).unwrap()
}
