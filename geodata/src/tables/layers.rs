//! `couches.csv`: lists, each with the layer and the region that it documents.

use super::resolve::Checker;
use super::rows::{Row, Table};
use map::served::Documentation;
use map::{Layer, RegionCode};

pub(super) const COLUMNS: &[&str] = &["couche", "region", "source", "note"];

/// The rows of the table.
pub(super) fn read(table: &mut Table, checker: &mut Checker) -> Vec<Documentation> {
    // The same layer may be documented for several regions: no column identifies a row.
    let rows = table.rows_without_id(&mut checker.problems);
    rows.iter().filter_map(|row| documentation(row, checker)).collect()
}

fn documentation(row: &Row, checker: &mut Checker) -> Option<Documentation> {
    let couche = Layer::from_code(row.text("couche"));
    if couche.is_none() {
        row.report(&mut checker.problems, "couche", "cls, cpts ou projets");
    }
    let known = |code: &RegionCode| checker.territories.regions.iter().any(|one| one.code == *code);
    let region = RegionCode::new(row.text("region")).ok().filter(known);
    if region.is_none() {
        row.report(&mut checker.problems, "region", "un code de région du COG 2026");
    }
    let source = checker.source_of(row);
    Some(Documentation { couche: couche?, region: region?, source, note: row.optional("note") })
}
