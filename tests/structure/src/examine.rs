//! The examination of a workspace: every rule, crate by crate.

use crate::crate_arrows;
use crate::error::Error;
use crate::folders::Folders;
use crate::modules::{Cycle, ModuleTree, arrows, cycles, room_cycles};
use crate::report::Report;
use crate::retired::{self, RetiredWords};
use crate::source::Sources;
use crate::summary::Row;
use crate::violation::{Rule, Violation};
use crate::workspace::{Package, Workspace};
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs;
use std::path::Path;

/// Examines the workspace in the folder `root`.
///
/// # Errors
/// [`Error`] when Cargo refuses the workspace, or a file cannot be read.
pub fn examine(root: &Path, words: &RetiredWords) -> Result<Report, Error> {
    let workspace = Workspace::read(root)?;
    let sources = Sources::read(&workspace)?;
    let mut report = Report::default();
    for package in &workspace.packages {
        examine_package(package, &sources, &mut report);
    }
    let document = workspace.root.join(crate_arrows::DOCUMENT);
    let document = fs::read_to_string(&document).map_err(Error::file(&document))?;
    report.violations.extend(crate_arrows::violations(&document, &workspace));
    report.violations.extend(retired::violations(words, &sources));
    Ok(report)
}

fn examine_package(package: &Package, sources: &Sources, report: &mut Report) {
    let trees: Vec<_> = package.roots.iter().map(|root| ModuleTree::new(sources, root)).collect();
    let modules: BTreeSet<_> = trees.iter().flat_map(ModuleTree::files).collect();
    // Several test binaries may share a file, and so an arrow.
    let arrows: BTreeMap<_, _> =
        trees.iter().flat_map(arrows).map(|arrow| ((arrow.from, arrow.to), arrow)).collect();
    let arrows: Vec<_> = arrows.into_values().collect();
    let cycles = cycles(&arrows, |arrow| Some((arrow.from, arrow.to)));
    let room_cycles = room_cycles(&arrows);
    let folders = Folders::new(package, sources.of(package));

    report.summary.rows.push(Row {
        name: package.name.clone(),
        modules: modules.len(),
        arrows: arrows.len(),
        cycles: cycles.len(),
        modules_in_cycles: cycles.iter().map(|cycle| cycle.nodes.len()).sum(),
        room_cycles: room_cycles.len(),
        files: sources.of(package).count(),
        folders: folders.count(),
        largest: folders.largest().map(|(path, files)| (path.to_owned(), files)),
    });
    report.violations.extend(cycles.iter().filter_map(module_violation));
    let of_rooms = room_cycles.iter().map(|(folder, cycle)| room_violation(folder, cycle));
    report.violations.extend(of_rooms);
    report.violations.extend(folders.violations());
}

fn module_violation(cycle: &Cycle<&Path>) -> Option<Violation> {
    let first = cycle.arrows.first()?;
    Some(Violation {
        rule: Rule::Cycles,
        path: first.from.to_owned(),
        line: Some(first.line),
        sentence: format!("a cycle of {} modules", cycle.nodes.len()),
        details: cycle.arrows.iter().map(ToString::to_string).collect(),
    })
}

fn room_violation(folder: &Path, cycle: &Cycle<&OsStr>) -> Violation {
    let rooms: Vec<_> = cycle.nodes.iter().map(|name| name.to_string_lossy()).collect();
    Violation {
        rule: Rule::Rooms,
        path: folder.to_owned(),
        line: None,
        sentence: format!("a cycle of {} rooms: {}", rooms.len(), rooms.join(", ")),
        details: cycle.arrows.iter().map(ToString::to_string).collect(),
    }
}
