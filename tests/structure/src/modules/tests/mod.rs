//! Fixtures: small crates, each file after a line with its path.

mod of_arrows;
mod of_cycles;

use super::*;
use crate::source::Sources;
use std::path::Path;

/// The arrows of a crate whose root is `lib.rs`, each as `from → to: path`.
fn arrows_of(files: &str) -> Vec<String> {
    let sources = Sources::of_text(files);
    let name = |path: &Path| path.with_extension("").display().to_string();
    let arrows = arrows(&ModuleTree::new(&sources, Path::new("lib.rs")));
    arrows.iter().map(|it| format!("{} → {}: {}", name(it.from), name(it.to), it.path)).collect()
}

/// The files of each cycle.
fn cycles_of(files: &str) -> Vec<Vec<String>> {
    let sources = Sources::of_text(files);
    let arrows = arrows(&ModuleTree::new(&sources, Path::new("lib.rs")));
    let cycles = cycles(&arrows, |arrow| Some((arrow.from, arrow.to)));
    let names = |nodes: Vec<&Path>| nodes.iter().map(|path| path.display().to_string()).collect();
    cycles.into_iter().map(|cycle| names(cycle.nodes)).collect()
}

/// The rooms of each cycle of rooms.
fn room_cycles_of(files: &str) -> Vec<Vec<String>> {
    let sources = Sources::of_text(files);
    let arrows = arrows(&ModuleTree::new(&sources, Path::new("lib.rs")));
    let names = |cycle: &Cycle<&std::ffi::OsStr>| {
        cycle.nodes.iter().map(|name| name.to_string_lossy().into_owned()).collect()
    };
    room_cycles(&arrows).iter().map(|(_, cycle)| names(cycle)).collect()
}
