//! `feuilles_de_route.csv`: territorial roadmaps.

use crate::tables::cells;
use crate::tables::resolve::Checker;
use crate::tables::rows::{Row, Table};
use map::served::Roadmap;
use std::collections::BTreeSet;

pub(super) const COLUMNS: &[&str] =
    &["id", "titre", "ensemble", "territoire", "region", "departements", "date", "source", "note"];

/// The roadmaps of the table, and the sets that it names, those of faulty rows included.
pub(super) fn read(table: &mut Table, checker: &mut Checker) -> (Vec<Roadmap>, BTreeSet<String>) {
    let rows = checker.rows(table);
    let sets = rows.iter().filter_map(|row| row.optional("ensemble")).collect();
    (rows.iter().filter_map(|row| roadmap(row, checker)).collect(), sets)
}

fn roadmap(row: &Row, checker: &mut Checker) -> Option<Roadmap> {
    let titre = cells::text(row, "titre", checker);
    let ensemble = cells::text(row, "ensemble", checker);
    let territoire = cells::text(row, "territoire", checker);
    let region = cells::required_region(row, checker);
    let departements = cells::departments(row, "departements", checker);
    if row.text("departements").is_empty() {
        let expected = "un ou plusieurs codes de département du COG 2026";
        row.report(&mut checker.problems, "departements", expected);
    }
    if let Some(region) = &region {
        let all = checker.territories.departements.iter();
        let outside = all.filter(|one| departements.contains(&one.code) && one.region != *region);
        for department in outside {
            let (code, expected) = (department.code.as_str(), "un département de la région");
            row.report_value(&mut checker.problems, "departements", code, expected);
        }
    }
    let date = cells::date(row, checker);
    let source = checker.source_of(row);
    Some(Roadmap {
        id: row.text("id").to_owned(),
        titre,
        ensemble,
        territoire,
        region: region?,
        departements,
        date,
        source,
        note: row.optional("note"),
    })
}
