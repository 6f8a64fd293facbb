//! One folder of `fixtures/` per fault: the faulty tables, and in `attendu.txt` the exact message.
//! The tables that a folder does not have are those of `fixtures/valid`.

use crate::scratch;
use geodata::error::Error;
use geodata::tables::{Atoms, Tables};
use geodata::territories::Territories;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

const VALID: &str = "valid";

static TERRITORIES: LazyLock<(Territories, Atoms)> = LazyLock::new(|| {
    let territories = Territories::read(&scratch::crate_folder("contours")).unwrap();
    let atoms = Atoms::new(&territories);
    (territories, atoms)
});

/// A folder `name` with the tables of `fixture` over the valid ones.
pub fn overlaid(fixture: &str, name: &str) -> PathBuf {
    let folder = scratch::empty_folder(name);
    for layer in [VALID, fixture] {
        for path in scratch::entries(&scratch::crate_folder("fixtures").join(layer)) {
            std::fs::copy(&path, folder.join(path.file_name().unwrap())).unwrap();
        }
    }
    folder
}

fn read(folder: &Path) -> Result<Tables, Error> {
    let (territories, atoms) = &*TERRITORIES;
    Tables::read(folder, territories, atoms)
}

/// The name of every folder with a fault.
fn faults() -> Vec<String> {
    let entries = scratch::entries(&scratch::crate_folder("fixtures"));
    let folders = entries.iter().filter(|path| path.is_dir());
    let names = folders.map(|path| path.file_name().unwrap().to_str().unwrap().to_owned());
    names.filter(|name| name != VALID).collect()
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
    for fault in faults() {
        let (expected, found) = (expected(&fault), message(&fault));
        if found != expected {
            differing += &format!("--- {fault}\nexpected:\n{expected}found:\n{found}");
        }
    }
    assert!(differing.is_empty(), "{differing}");
}
