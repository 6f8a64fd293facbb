//! `geodata update` as a steward runs it: what it shows, what it asks, what it writes.

use crate::{fixtures, scratch};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A copy of the valid tables, in a folder of that name.
pub fn tables(name: &str) -> PathBuf {
    fixtures::overlaid("tabs", name);
    fixtures::overlaid("valid", name)
}

/// Runs `geodata update cls` without a terminal.
pub fn update(list: &Path, sources: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_geodata"))
        .args(["update", "cls", "--source", "liste-cls"])
        .args(arguments)
        .args([Path::new("--sources"), sources])
        .args([Path::new("--contours"), &scratch::crate_folder("contours"), list])
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

/// The list of a month.
pub fn list(month: &str) -> PathBuf {
    scratch::crate_folder("fixtures/update/two-months").join(format!("{month}.xlsx"))
}

/// The text of an output, with ordinary spaces.
pub fn plain(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap().replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn without_a_terminal_and_without_yes_nothing_is_written_and_it_is_said_why() {
    let sources = tables("update-unasked");
    let before = std::fs::read(sources.join("cls.csv")).unwrap();
    let names = scratch::entries(&sources);
    let output = update(&list("octobre"), &sources, &["--date", "2026-10"]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let message = plain(&output.stderr);
    assert!(message.contains("sans terminal, personne ne peut confirmer"), "{message}");
    assert!(message.contains("--yes"), "{message}");
    assert!(plain(&output.stdout).contains("Nouveau : CLS DU DIOIS"), "the changes are shown");
    assert_eq!(std::fs::read(sources.join("cls.csv")).unwrap(), before);
    assert_eq!(scratch::entries(&sources), names, "and nothing beside it");
}

#[test]
fn a_list_that_is_not_understood_leaves_the_tables_as_they_were() {
    let sources = tables("update-refused");
    let before = std::fs::read(sources.join("cls.csv")).unwrap();
    let list = scratch::crate_folder("fixtures/import/unknown-status/cls.csv");
    let output = update(&list, &sources, &["--yes"]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(plain(&output.stderr).contains("rien n’a été écrit"), "{output:?}");
    assert_eq!(std::fs::read(sources.join("cls.csv")).unwrap(), before);
}

#[test]
fn an_older_list_than_that_of_the_table_is_refused() {
    let sources = tables("update-older");
    let output = update(&list("novembre"), &sources, &["--date", "2026-11", "--yes"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let after = std::fs::read(sources.join("cls.csv")).unwrap();
    let output = update(&list("octobre"), &sources, &["--date", "2026-10", "--yes"]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let message = plain(&output.stderr);
    assert!(message.contains("« 2026-11 » ; attendu : une date qui ne suit pas"), "{message}");
    assert_eq!(std::fs::read(sources.join("cls.csv")).unwrap(), after);
}

#[test]
fn a_layer_without_some_perimeters_closes_nothing_by_mistake() {
    let sources = tables("update-in-part");
    let before = std::fs::read(sources.join("cls.csv")).unwrap();
    let layer = scratch::crate_folder("fixtures/import/features-without-a-perimeter/cls.geojson");
    let output = update(&layer, &sources, &["--yes"]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(plain(&output.stderr).contains("seraient clos à tort"), "{output:?}");
    assert_eq!(std::fs::read(sources.join("cls.csv")).unwrap(), before);
}
