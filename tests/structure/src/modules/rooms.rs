//! Cycles between rooms: a room is a folder, or a file beside folders.

use super::arrows::Arrow;
use super::cycles::{Cycle, cycles};
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::{Component, Path};

/// The files that are the table of contents of their folder.
const CONTENTS: [&str; 3] = ["mod.rs", "lib.rs", "main.rs"];

/// Lists the cycles between the rooms of each folder, with the folder. Those between files alone are
/// not among them: [`cycles`] finds them.
#[must_use]
pub fn room_cycles<'a>(arrows: &'a [Arrow<'a>]) -> Vec<(&'a Path, Cycle<'a, &'a OsStr>)> {
    let folders: BTreeSet<_> = arrows.iter().filter_map(common_folder).collect();
    let mut found = Vec::new();
    for folder in folders {
        let cycles =
            cycles(arrows, |arrow| Some((room(folder, arrow.from)?, room(folder, arrow.to)?)));
        let of_rooms =
            |cycle: &Cycle<_>| cycle.arrows.iter().any(|arrow| leads_deeper(folder, arrow));
        found.extend(cycles.into_iter().filter(of_rooms).map(|cycle| (folder, cycle)));
    }
    found
}

/// The deepest folder that holds both ends of an arrow.
fn common_folder<'a>(arrow: &Arrow<'a>) -> Option<&'a Path> {
    arrow.from.ancestors().skip(1).find(|folder| arrow.to.starts_with(folder))
}

/// The room of `folder` that `file` lies in; none for a table of contents, which belongs to all.
/// `draw.rs` beside `draw/` is one room with it.
fn room<'a>(folder: &Path, file: &'a Path) -> Option<&'a OsStr> {
    let inside = file.strip_prefix(folder).ok()?;
    let is_contents = CONTENTS.iter().any(|name| inside == Path::new(name));
    match inside.components().next() {
        Some(Component::Normal(name)) if !is_contents => Path::new(name).file_stem(),
        _ => None,
    }
}

/// True of an arrow that starts or ends in a folder inside `folder`.
fn leads_deeper(folder: &Path, arrow: &Arrow) -> bool {
    [arrow.from, arrow.to].iter().any(|end| end.parent() != Some(folder))
}
