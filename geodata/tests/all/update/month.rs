//! A delegation’s workbook, and the same a month later with three changes, from the command to the built data.

use super::command::{list, plain, tables, update};
use crate::scratch;
use serde_json::Value;
use std::path::Path;
use std::process::Command;

/// The report of an update that is written.
fn written(month: &str, date: &str, sources: &Path) -> String {
    let output = update(&list(month), sources, &["--date", date, "--yes"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    // The last line names the files, which lie elsewhere in each run.
    let report = plain(&output.stdout);
    let lines: Vec<&str> = report.lines().filter(|line| !line.starts_with("Écrit")).collect();
    lines.join("\n") + "\n"
}

/// The schemes of the built layer, by identifier: their status, their start and their end.
fn built(sources: &Path, name: &str, arguments: &[&str]) -> Vec<[String; 4]> {
    let out = scratch::empty_folder(name).join("data");
    let schemas = scratch::entries(&scratch::crate_folder("sources"));
    for schema in schemas.iter().filter(|path| path.extension().is_some_and(|it| it == "json")) {
        std::fs::copy(schema, sources.join(schema.file_name().unwrap())).unwrap();
    }
    let output = Command::new(env!("CARGO_BIN_EXE_geodata"))
        .args(["build", "--contours"])
        .arg(scratch::crate_folder("contours"))
        .args([Path::new("--sources"), sources, Path::new("--out"), &out])
        .args(arguments)
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let text = std::fs::read_to_string(out.join("export/cls.geojson")).unwrap();
    let layer: Value = serde_json::from_str(&text).unwrap();
    let text = |one: &Value, name: &str| one["properties"][name].as_str().unwrap_or("").to_owned();
    let features = layer["features"].as_array().unwrap().iter();
    let mut schemes: Vec<[String; 4]> =
        features.map(|one| ["id", "statut", "debut", "fin"].map(|name| text(one, name))).collect();
    schemes.sort();
    schemes
}

fn expected(file: &str) -> String {
    let path = scratch::crate_folder("fixtures/update/two-months").join(file);
    std::fs::read_to_string(path).unwrap()
}

#[test]
fn two_workbooks_of_a_delegation_go_through_to_the_built_data() {
    let sources = tables("update-month");
    let october = written("octobre", "2026-10", &sources);
    assert_eq!(october, expected("octobre.txt"));
    let november = written("novembre", "2026-11", &sources);
    assert_eq!(november, expected("novembre.txt"));
    let table = std::fs::read_to_string(sources.join("cls.csv")).unwrap();
    assert_eq!(plain(table.as_bytes()), expected("cls.csv"));
    let again = written("novembre", "2026-11", &sources);
    assert!(again.ends_with("Rien à écrire : la table dit déjà ce que dit la liste.\n"), "{again}");
    assert_eq!(std::fs::read_to_string(sources.join("cls.csv")).unwrap(), table);

    let row = |id: &str, status: &str, start: &str, end: &str| {
        [id, status, start, end].map(ToOwned::to_owned)
    };
    let expected = [
        row("cls-de-bron", "actif", "2026-11-03", ""),
        row("cls-du-diois", "echu", "2023-06-15", "2026-11"),
        row("cls-lyon", "actif", "", ""),
        row("cls-oyonnax-bellignat-arbent", "en_preparation", "2024-03-01", "2029-12-31"),
        row("cls-pays-de-gex", "actif", "2026-10-20", ""),
    ];
    assert_eq!(built(&sources, "update-built", &[]), expected);

    // The same table as of earlier days: the closed one is in force again, what no date places is not known.
    std::fs::write(sources.join("etat.csv"), "etat,note\n2026-11-27,\n").unwrap();
    let expected = [
        row("cls-du-diois", "actif", "2023-06-15", "2026-11"),
        row("cls-lyon", "inconnu", "", ""),
        row("cls-oyonnax-bellignat-arbent", "inconnu", "2024-03-01", "2029-12-31"),
        row("cls-pays-de-gex", "actif", "2026-10-20", ""),
    ];
    assert_eq!(built(&sources, "update-built-october", &["--etat", "2026-10-31"]), expected);
    let expected = [
        row("cls-lyon", "inconnu", "", ""),
        row("cls-oyonnax-bellignat-arbent", "inconnu", "2024-03-01", "2029-12-31"),
    ];
    assert_eq!(built(&sources, "update-built-2023", &["--etat", "2023-01-01"]), expected);
}
