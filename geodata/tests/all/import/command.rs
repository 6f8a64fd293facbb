//! `geodata import` as a steward runs it: what it prints, its exit code, what it writes.

use crate::scratch;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Runs `geodata import` on the list of a fixture.
fn import(fixture: &str, out: &Path, sources: &Path) -> Output {
    import_file("cpts", &format!("{fixture}/cpts.csv"), out, sources)
}

/// Runs `geodata import` on a file of the fixtures.
fn import_file(table: &str, file: &str, out: &Path, sources: &Path) -> Output {
    let file = scratch::crate_folder("fixtures/import").join(file);
    let contours = scratch::crate_folder("contours");
    Command::new(env!("CARGO_BIN_EXE_geodata"))
        .args(["import", table, "--source", &format!("liste-{table}")])
        .args([Path::new("--out"), out, Path::new("--sources"), sources])
        .args([Path::new("--contours"), &contours, &file])
        .output()
        .unwrap()
}

fn valid_tables() -> PathBuf {
    scratch::crate_folder("fixtures/valid")
}

#[test]
fn what_cannot_be_resolved_leaves_the_previous_table_as_it_was() {
    let out = scratch::empty_folder("import-refused").join("cpts.csv");
    std::fs::write(&out, "previous").unwrap();
    let output = import("unknown-commune", &out, &valid_tables());
    assert_eq!(output.status.code(), Some(1));
    let message = String::from_utf8(output.stderr).unwrap();
    let last = message.lines().last().unwrap();
    assert_eq!(last, "2 problèmes à corriger\u{a0}; rien n’a été écrit.");
    assert_eq!(std::fs::read_to_string(&out).unwrap(), "previous");
    assert_eq!(scratch::entries(out.parent().unwrap()), [out], "and nothing beside it");
}

#[test]
fn a_list_that_is_understood_is_written_whole() {
    let out = scratch::empty_folder("import-written").join("cpts.csv");
    let output = import("row-per-commune", &out, &valid_tables());
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let expected = scratch::crate_folder("fixtures/import/row-per-commune/table.csv");
    assert_eq!(std::fs::read(&out).unwrap(), std::fs::read(expected).unwrap());
    assert_eq!(scratch::entries(out.parent().unwrap()), [out]);
}

#[test]
fn the_tables_of_the_stewards_are_not_overwritten_unasked() {
    let sources = crate::fixtures::overlaid("tabs", "import-over-tables");
    let out = sources.join("cpts.csv");
    let before = std::fs::read(&out).unwrap();
    let output = import("row-per-commune", &out, &sources);
    assert_eq!(output.status.code(), Some(1));
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(message.contains("--remplacer"), "{message}");
    assert_eq!(std::fs::read(&out).unwrap(), before);
}

#[test]
fn a_reader_who_has_read_enough_ends_nothing() {
    let out = scratch::empty_folder("import-closed-pipe").join("cpts.csv");
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let contours = scratch::crate_folder("contours");
    let run = |command: &mut Command| {
        let command = command.stdout(writer.try_clone().unwrap());
        let command = command.args([Path::new("--contours"), &contours]);
        command.args([Path::new("--sources"), &valid_tables()]).output().unwrap()
    };
    let file = scratch::crate_folder("fixtures/import/row-per-commune/cpts.csv");
    let program = env!("CARGO_BIN_EXE_geodata");
    let import = ["import", "cpts", "--source", "liste-cpts"];
    let output = run(Command::new(program).args(import).arg("--out").arg(&out).arg(&file));
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
    assert!(out.exists(), "and the table is written");
    let output = run(Command::new(program).args(["check", "--date", "2024-06-30"]));
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
}

#[test]
fn a_layer_with_features_left_aside_is_written_and_its_exit_code_says_so() {
    let fixture = "features-without-a-perimeter";
    let out = scratch::empty_folder("import-in-part").join("cls.csv");
    let output = import_file("cls", &format!("{fixture}/cls.geojson"), &out, &valid_tables());
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    let expected = scratch::crate_folder("fixtures/import").join(fixture).join("table.csv");
    assert_eq!(std::fs::read(&out).unwrap(), std::fs::read(expected).unwrap());
    let report = String::from_utf8(output.stdout).unwrap();
    assert!(report.contains("3 entités laissées de côté sur 5"), "{report}");
}
