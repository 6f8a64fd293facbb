//! A build that fails leaves what is served as it was. How the folder is replaced is tested beside
//! the code, in `compile::output`.

use crate::scratch;
use geodata::compile;
use geodata::error::Error;
use geodata::inputs::Folders;
use std::path::{Path, PathBuf};

/// A folder `data` with one file in it, alone in a folder of that name.
fn previous_output(name: &str) -> PathBuf {
    let out = scratch::empty_folder(name).join("data");
    std::fs::create_dir(&out).unwrap();
    std::fs::write(out.join("manifest.json"), "previous").unwrap();
    out
}

fn build_into(out: &Path, sources: PathBuf) -> Error {
    let contours = scratch::crate_folder("contours");
    compile::run(&Folders { contours, sources, day: None }, out, None).unwrap_err()
}

fn assert_untouched(out: &Path) {
    assert_eq!(scratch::entries(out), [out.join("manifest.json")]);
    assert_eq!(std::fs::read_to_string(out.join("manifest.json")).unwrap(), "previous");
}

#[test]
fn problems_in_the_tables_leave_the_previous_output_alone() {
    let out = previous_output("problems-in-the-tables");
    let sources = crate::fixtures::overlaid("unknown-epci", "build-with-unknown-epci");
    assert!(matches!(build_into(&out, sources), Error::Problems(_)));
    assert_untouched(&out);
    let beside = scratch::entries(out.parent().unwrap());
    assert_eq!(beside, [out], "nothing was left beside it either");
}

#[test]
fn a_missing_table_is_told_with_the_other_problems() {
    let out = previous_output("missing-table");
    let sources = crate::fixtures::overlaid("unknown-epci", "build-without-cpts");
    std::fs::remove_file(sources.join("cpts.csv")).unwrap();
    let message = build_into(&out, sources).to_string();
    let lines: Vec<&str> = message.lines().collect();
    let [of_cls, of_cpts, _] = lines[..] else { panic!("{message}") };
    assert!(of_cls.starts_with("cls.csv, ligne 4, colonne epci"), "{message}");
    let expected =
        "cpts.csv\u{a0}: «\u{a0}fichier introuvable\u{a0}»\u{a0}; attendu\u{a0}: une table";
    assert_eq!(of_cpts, expected);
    assert_untouched(&out);
}

#[test]
fn a_missing_folder_is_named() {
    let out = previous_output("missing-folder");
    let message = build_into(&out, out.join("nowhere")).to_string();
    assert!(message.ends_with("nowhere\u{a0}: fichier ou dossier introuvable"), "{message}");
    assert_untouched(&out);
}
