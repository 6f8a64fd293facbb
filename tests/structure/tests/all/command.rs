use crate::scratch::Scratch;
use std::path::Path;
use std::process::{Command, Output};

fn structure(root: &Path, options: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_structure"));
    command.arg("--root").arg(root).args(options).output().unwrap()
}

fn crowded() -> Scratch {
    Scratch::new().with("app/map/src/mesh/mod.rs", "").with("geodata/src/build/mod.rs", "")
}

#[test]
fn broken_rules_fail_and_are_counted() {
    let output = structure(crowded().path(), &[]);
    assert!(!output.status.success());
    let shown = String::from_utf8(output.stdout).unwrap();
    assert!(shown.contains("\nFolders: 3\n"), "{shown}");
    let last = String::from_utf8(output.stderr).unwrap();
    assert!(
        last.ends_with(" violations; the rules stand in tests/structure/src/lib.rs\n"),
        "{last}"
    );
}

#[test]
fn the_summary_is_a_table_and_does_not_fail() {
    let output = structure(crowded().path(), &["--summary"]);
    assert!(output.status.success());
    let shown = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<_> = shown.lines().collect();
    assert_eq!(lines.len(), 5, "a heading, a rule, two crates, their sum");
    assert!(lines[3].starts_with("| map     |       2 |      0 |"), "{shown}");
    assert!(lines[4].starts_with("| all     |       3 |      0 |"), "{shown}");
}

#[test]
fn a_folder_without_a_workspace_is_named() {
    let folder = tempfile::TempDir::new().unwrap();
    let output = structure(folder.path(), &[]);
    assert!(!output.status.success());
    let shown = String::from_utf8(output.stderr).unwrap();
    assert!(
        shown.starts_with(&format!("cargo metadata in {}: ", folder.path().display())),
        "{shown}"
    );
}
