//! `geodata import`: published lists and layers become our tables, or every problem is reported.
//!
//! One folder of `fixtures/import/` per list or layer, with the options that it needs in
//! `options.txt`. `attendu.txt` holds the exact message; where there is none, `table.csv` holds
//! the table and `compte-rendu.txt` the report.

mod announcements;
mod any_bytes;
mod command;

use crate::{fixtures, scratch};
use geodata::files::Files;
use geodata::import::{Outcome, PartlyCovered, Request, import};
use geodata::inputs::{Context, Folders};
use geodata::problem::{Problem, Severity};
use geodata::tables::{Examined, Tables};
use map::Layer;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// The committed contours and the valid tables, read once.
pub static CONTEXT: LazyLock<Context> = LazyLock::new(|| {
    let contours = scratch::crate_folder("contours");
    Context::read(&Folders {
        contours,
        sources: scratch::crate_folder("fixtures/valid"),
        day: None,
    })
    .unwrap()
});

/// A request for `file`, whose name says of which table it is.
pub fn request(file: &Path) -> Request {
    let stem = file.file_stem().unwrap().to_str().unwrap();
    Request::new(Layer::from_code(stem).unwrap(), file, format!("liste-{stem}"))
}

/// The request that a fixture makes, with its options.
fn request_of(fixture: &Path) -> Request {
    let files =
        ["cls.csv", "cpts.csv", "cls.geojson", "cpts.geojson", "cls.xlsx", "cls.xls", "cls.ods"]
            .map(|name| fixture.join(name));
    let mut request = request(files.iter().find(|path| path.exists()).unwrap());
    let options = std::fs::read_to_string(fixture.join("options.txt")).unwrap_or_default();
    for line in options.lines() {
        match line.split_once(' ').unwrap_or((line, "")) {
            ("champ", value) => request.fields.push(value.to_owned()),
            ("statut", value) => request.statuses.push(value.to_owned()),
            ("ignorer", value) => request.ignored.push(value.to_owned()),
            ("reunir", value) => request.joined.push(value.to_owned()),
            ("region", value) => request.region = Some(value.to_owned()),
            ("source", value) => value.clone_into(&mut request.source),
            ("feuille", value) => request.sheet = Some(value.to_owned()),
            ("majorite", "") => request.partly_covered = PartlyCovered::Majority,
            other => panic!("{other:?}"),
        }
    }
    request
}

/// The folders of fixtures.
fn import_fixtures() -> Vec<PathBuf> {
    scratch::entries(&scratch::crate_folder("fixtures/import"))
}

fn lines(lines: impl IntoIterator<Item = String>) -> String {
    lines.into_iter().map(|line| line + "\n").collect()
}

/// By file, the outcome that a fixture expects, and the one found.
fn expected_and_found(fixture: &Path) -> Vec<(&'static str, String)> {
    let Outcome { report_lines, problems, table, .. } =
        import(&request_of(fixture), &CONTEXT).unwrap();
    let problems = lines(problems.iter().map(ToString::to_string));
    match table {
        None => vec![("attendu.txt", problems)],
        Some(table) => vec![
            ("table.csv", String::from_utf8(table).unwrap()),
            ("compte-rendu.txt", lines(report_lines) + &problems),
        ],
    }
}

#[test]
fn every_list_and_layer_gives_what_its_fixture_holds() {
    let mut differing = String::new();
    let (mut accepted, mut refused) = (0, 0);
    for fixture in import_fixtures() {
        let is_refused = fixture.join("attendu.txt").exists();
        *(if is_refused { &mut refused } else { &mut accepted }) += 1;
        for (file, found) in expected_and_found(&fixture) {
            let expected = std::fs::read_to_string(fixture.join(file)).unwrap_or_default();
            if found != expected {
                let name = fixture.file_name().unwrap().display();
                differing += &format!("--- {name}/{file}\nexpected:\n{expected}found:\n{found}");
            }
        }
    }
    assert!(differing.is_empty(), "{differing}");
    assert!(accepted >= 6 && refused >= 30, "{accepted} accepted, {refused} refused");
}

#[test]
fn what_is_imported_passes_the_check() {
    for fixture in import_fixtures().iter().filter(|one| one.join("table.csv").exists()) {
        let layer = request_of(fixture).layer;
        let folder = fixtures::overlaid("tabs", "import-checked");
        let name = format!("{}.csv", layer.code());
        std::fs::copy(fixture.join("table.csv"), folder.join(&name)).unwrap();
        let (territories, atoms) = fixtures::territories();
        let Examined { problems, .. } =
            Tables::examine(&Files::of_folder(&folder), territories, atoms, None).unwrap();
        // Other tables may speak of a scheme that this one does not hold.
        let errors =
            problems.iter().filter(|one| one.severity == Severity::Error && one.file == name);
        assert_eq!(errors.collect::<Vec<_>>(), Vec::<&Problem>::new());
    }
}

#[test]
fn a_file_of_200_mb_is_refused_unread() {
    for name in ["cpts.csv", "cls.geojson"] {
        let path = scratch::empty_folder("import-200-mb").join(name);
        // A file with a hole: it takes no room on the disk, and reading it would take 200 MB.
        std::fs::File::create(&path).unwrap().set_len(200_000_000).unwrap();
        let Outcome { problems, table, .. } = import(&request(&path), &CONTEXT).unwrap();
        let message = lines(problems.iter().map(ToString::to_string));
        let expected = "«\u{a0}200 Mo\u{a0}»\u{a0}; attendu\u{a0}: un fichier de 100 Mo au plus";
        assert_eq!(message, format!("{name}\u{a0}: {expected}\n"));
        assert!(table.is_none());
    }
}
