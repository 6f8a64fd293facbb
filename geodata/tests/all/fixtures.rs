//! One folder of `fixtures/` per fault: the faulty tables, and in `attendu.txt` the exact message.
//! A folder without `attendu.txt` holds the valid tables as a spreadsheet or a person may write
//! them. The tables that a folder does not have are those of `fixtures/valid`.

use crate::scratch;
use geodata::error::Error;
use geodata::files::Files;
use geodata::tables::{Atoms, Tables};
use geodata::territories::Territories;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

const VALID: &str = "valid";
/// The folders of what `geodata import` and `geodata update` read, with tests of their own.
const OTHERS: [&str; 2] = ["import", "update"];

static TERRITORIES: LazyLock<(Territories, Atoms)> = LazyLock::new(|| {
    let territories = Territories::read(&scratch::crate_folder("contours")).unwrap();
    let atoms = Atoms::new(&territories);
    (territories, atoms)
});

/// The territories and their atoms, read once.
pub fn territories() -> &'static (Territories, Atoms) {
    &TERRITORIES
}

/// A folder `name` with the tables of `fixture` over the valid ones; a workbook takes the place of the table of its
/// name.
pub fn overlaid(fixture: &str, name: &str) -> PathBuf {
    let folder = scratch::empty_folder(name);
    for layer in [VALID, fixture] {
        for path in scratch::entries(&scratch::crate_folder("fixtures").join(layer)) {
            let copy = folder.join(path.file_name().unwrap());
            std::fs::copy(&path, &copy).unwrap();
            if copy.extension().is_some_and(|extension| extension == "xlsx") {
                std::fs::remove_file(copy.with_extension("csv")).unwrap();
            }
        }
    }
    folder
}

fn read(folder: &Path) -> Result<Tables, Error> {
    let (territories, atoms) = &*TERRITORIES;
    Tables::read(&Files::of_folder(folder), territories, atoms, None)
}

/// The name of every folder but that of the valid tables.
fn fixtures() -> Vec<String> {
    let entries = scratch::entries(&scratch::crate_folder("fixtures"));
    let folders = entries.iter().filter(|path| path.is_dir());
    let names = folders.map(|path| path.file_name().unwrap().to_str().unwrap().to_owned());
    names.filter(|name| name != VALID && !OTHERS.contains(&name.as_str())).collect()
}

/// Whether the folder of that name holds the file.
fn holds(fixture: &str, file: &str) -> bool {
    scratch::crate_folder("fixtures").join(fixture).join(file).exists()
}

/// Everything that was read, but for the lines, which blank ones move.
fn contents(tables: &mut Tables) -> String {
    for scheme in &mut tables.schemes {
        scheme.line = 0;
        scheme.file = scheme.layer.code().into();
    }
    let Tables { sources, documentation, schemes, projects, .. } = tables;
    format!("{sources:#?}{documentation:#?}{schemes:#?}{projects:#?}")
}

/// The message that the tables of a fixture should give.
fn expected(fixture: &str) -> String {
    let path = scratch::crate_folder("fixtures").join(fixture).join("attendu.txt");
    std::fs::read_to_string(path).unwrap()
}

/// The message that the tables of a fixture give.
fn message(fixture: &str) -> String {
    let folder = overlaid(fixture, &format!("fixture-{fixture}"));
    read(&folder).err().map_or_else(|| "no problem".to_owned(), |error| error.to_string() + "\n")
}

#[test]
fn the_valid_tables_are_read_whole() {
    let tables = read(&scratch::crate_folder("fixtures/valid")).unwrap();
    assert_eq!(tables.sources.len(), 2);
    assert_eq!(tables.documentation.len(), 1);
    assert_eq!(tables.schemes.len(), 5);
    assert_eq!(tables.projects.len(), 2);
}

#[test]
fn every_fault_gives_the_message_of_its_fixture() {
    let mut differing = String::new();
    for fixture in fixtures().into_iter().filter(|name| holds(name, "attendu.txt")) {
        let (expected, found) = (expected(&fixture), message(&fixture));
        if found != expected {
            differing += &format!("--- {fixture}\nexpected:\n{expected}found:\n{found}");
        }
    }
    assert!(differing.is_empty(), "{differing}");
}

#[test]
fn what_spreadsheets_and_people_write_reads_as_the_valid_tables() {
    let expected = contents(&mut read(&scratch::crate_folder("fixtures/valid")).unwrap());
    let is_accepted =
        |name: &String| !holds(name, "attendu.txt") && !holds(name, "avertissements.txt");
    let accepted: Vec<String> = fixtures().into_iter().filter(is_accepted).collect();
    assert!(accepted.len() >= 6, "{accepted:?}");
    for fixture in accepted {
        let folder = overlaid(&fixture, &format!("accepted-{fixture}"));
        let mut tables = read(&folder).unwrap_or_else(|error| panic!("{fixture}: {error}"));
        assert_eq!(contents(&mut tables), expected, "{fixture}");
    }
}

#[test]
fn a_file_of_200_mb_is_refused_unread() {
    let folder = overlaid("tabs", "fixture-200-mb");
    // A file with a hole: it takes no room on the disk, and reading it whole would take 200 MB.
    let file = std::fs::File::create(folder.join("cpts.csv")).unwrap();
    file.set_len(200_000_000).unwrap();
    let message = read(&folder).err().unwrap().to_string();
    let first = message.lines().next().unwrap();
    assert_eq!(
        first,
        "cpts.csv\u{a0}: «\u{a0}200 Mo\u{a0}»\u{a0}; attendu\u{a0}: un fichier de 20 Mo au plus"
    );
    assert_eq!(message.lines().count(), 2, "{message}");
}
