//! Reading, resolving and checking without a disk and without a clock, as a browser has to.

use crate::{fixtures, import, scratch};
use geodata::check;
use geodata::files::{File, Files};
use geodata::import::{import, import_file};
use geodata::inputs::{Context, Folders};
use std::path::{Path, PathBuf};

/// A copy of a folder in memory.
fn copied(folder: &Path) -> Files {
    let files = scratch::entries(folder).into_iter().filter(|path| path.is_file());
    files.fold(Files::default(), |files, path| {
        let name = path.file_name().unwrap().to_str().unwrap();
        files.with(name, std::fs::read(&path).unwrap())
    })
}

#[test]
fn tables_in_memory_give_the_findings_of_the_folder() {
    const TODAY: &str = "2024-06-30";
    let contours = scratch::crate_folder("contours");
    for fixture in ["suspicious", "several-faults-in-several-files", "missing-column"] {
        let sources = fixtures::overlaid(fixture, &format!("in-memory-{fixture}"));
        let copies = copied(&sources);
        let folders = Folders { contours: contours.clone(), sources, day: None };
        let context = Context::of_files(copied(&contours), &copies, None).unwrap();
        let found = check::problems_of(&context, TODAY).unwrap();
        assert_eq!(found, check::problems(&folders, TODAY).unwrap(), "{fixture}");
        assert!(!found.is_empty());
    }
}

#[test]
fn a_list_in_memory_is_read_as_from_its_file() {
    let folder = scratch::crate_folder("contours");
    let tables = copied(&scratch::crate_folder("fixtures/valid"));
    let context = Context::of_files(copied(&folder), &tables, None).unwrap();
    for file in [
        "row-per-commune/cpts.csv",
        "workbook-of-a-delegation/cls.xlsx",
        "workbook-of-old-excel/cls.xls",
        "layer-of-perimeters/cls.geojson",
        "unknown-commune/cpts.csv",
    ] {
        let path = scratch::crate_folder("fixtures/import").join(file);
        let request = import::request(&path);
        let on_disk = import(&request, &context).unwrap();
        let content = std::fs::read(&path).unwrap();
        let request =
            geodata::import::Request { file: path.file_name().unwrap().into(), ..request };
        let found = import_file(&request, &File::Bytes(content.into()), &context).unwrap();
        assert_eq!(found.problems, on_disk.problems, "{file}");
        assert_eq!(found.report_lines, on_disk.report_lines, "{file}");
        assert_eq!(found.table, on_disk.table, "{file}");
    }
}

/// The source files under `folder`.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let (folders, files): (Vec<_>, Vec<_>) =
        scratch::entries(folder).into_iter().partition(|path| path.is_dir());
    files.into_iter().chain(folders.iter().flat_map(|folder| sources(folder))).collect()
}

#[test]
fn reading_resolving_and_checking_have_no_other_way_to_disk_clock_or_terminal() {
    // `files` reads a folder where there is one; commands print and write.
    const ALLOWED: [&str; 4] = ["files.rs", "command.rs", "announcements", "tests"];
    const OUTSIDE: [&str; 6] =
        ["std::fs", "std::env", "now_utc", "SystemTime", "crate::output", "thread::"];
    let src = scratch::crate_folder("src");
    let mut touching = Vec::new();
    for room in ["check", "import", "names", "tables", "topology"] {
        for path in sources(&src.join(room)) {
            let text = std::fs::read_to_string(&path).unwrap();
            let code = text.split("#[cfg(test)]").next().unwrap();
            let is_allowed = ALLOWED.iter().any(|one| path.to_str().unwrap().contains(one));
            let touches = OUTSIDE.iter().any(|outside| code.contains(outside));
            // The schemas are read by a test alone.
            if touches && !is_allowed && !path.ends_with("schemas.rs") {
                touching.push(path);
            }
        }
    }
    assert_eq!(touching, Vec::<PathBuf>::new());
}
