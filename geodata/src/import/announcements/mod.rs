//! `geodata import faits`: from facts that public pages state one by one, and the decisions on each,
//! to the rows of our tables.
//!
//! 1. read the facts of a folder and the committed decisions; a fact without a decision, or a
//!    decision without its fact, stops everything;
//! 2. make the row of each scheme, or complete that of a list (`schemes`);
//! 3. keep what another source says beside it (`statements`);
//! 4. make the rows of published figures (`figures`);
//! 5. put them into the tables in place of those of the former run.
//!
//! Run twice, it writes the same.

mod common;
mod decisions;
mod figures;
mod schemes;
mod statements;
mod table;

use crate::error::Error;
use crate::inputs::{Context, Folders};
use crate::output::say;
use crate::problem::Problem;
pub use common::Announcements;
use common::SOURCE;
use decisions::Facts;
use map::Layer;

/// Rewrites the rows of announcements in the tables of `folders`.
///
/// # Errors
/// [`Error::Problems`] with every fact without a decision and the reverse; other [`Error`]s when a
/// file cannot be read or written. Nothing is then written.
pub fn run(from: &Announcements, folders: &Folders) -> Result<(), Error> {
    let context = Context::read(folders)?;
    let mut problems: Vec<Problem> = Vec::new();
    let mut statements = table::read(&folders.sources.join("complements.csv"))?;
    let seats = schemes::Seats::read(&from.facts)?;
    let mut tables = Vec::new();
    for layer in [Layer::Cls, Layer::Cpts] {
        let facts = Facts::read(from, layer, &mut problems)?;
        let path = folders.sources.join(format!("{}.csv", layer.code()));
        let mut table = table::read(&path)?;
        table.widen(schemes::columns(layer));
        table.rows.retain(|row| row.text("source") != SOURCE);
        for scheme in facts.by_scheme() {
            let row = table.take(scheme.id());
            table.rows.push(schemes::row(layer, &scheme, row, &context, &seats));
            statements::add(&scheme, &context, &mut statements);
        }
        table.sort();
        tables.push((path, table));
    }
    if !problems.is_empty() {
        return Err(Error::Problems(problems));
    }
    statements.sort();
    tables.push((folders.sources.join("complements.csv"), statements));
    let path = folders.sources.join("indicateurs.csv");
    let mut table = table::read(&path)?;
    table.rows.retain(|row| row.text("source") != SOURCE);
    table.widen(&["page", "editeur", "lue"]);
    table.rows.extend(figures::rows(&from.facts, &context)?);
    table.sort();
    tables.push((path, table));
    for (path, table) in &tables {
        table::write(table, path)?;
        say(&format!("Écrit\u{a0}: {}, {} lignes.", path.display(), table.rows.len()));
    }
    Ok(())
}
