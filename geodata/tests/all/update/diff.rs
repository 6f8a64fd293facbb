//! Two states of the tables compared: as text, as CSV, as JSON; folders and commits.

use super::command::{list, plain, tables, update};
use crate::scratch;
use serde_json::{Value, json};
use std::path::Path;
use std::process::{Command, Output};

fn diff(before: &str, after: &str, sources: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_geodata"))
        .args(["diff", before, after])
        .args(["--etat", "2026-11-27"])
        .args(arguments)
        .args([Path::new("--contours"), &scratch::crate_folder("contours")])
        .args([Path::new("--sources"), sources])
        .output()
        .unwrap()
}

/// Runs Git in a folder, as somebody who has not configured it.
fn git(folder: &Path, arguments: &[&str]) {
    let named = ["-c", "user.name=Essai", "-c", "user.email=essai@example.fr"];
    let output =
        Command::new("git").arg("-C").arg(folder).args(named).args(arguments).output().unwrap();
    assert!(output.status.success(), "{output:?}");
}

/// The valid tables, and in a folder beside them the same after the list of October.
fn two_folders(name: &str) -> [String; 2] {
    let before = tables(&format!("{name}-before"));
    let after = tables(&format!("{name}-after"));
    let output = update(&list("octobre"), &after, &["--date", "2026-10", "--yes"]);
    assert!(output.status.success(), "{output:?}");
    [before, after].map(|folder| folder.to_str().unwrap().to_owned())
}

const CHANGES: &str = "Nouveau : CLS DU DIOIS (cls-du-diois) : + 50 communes, 12 226 habitants.\n\
    Modifié : CLS Oyonnax / Bellignat / Arbent (cls-oyonnax-bellignat-arbent) : fin 2029 → 2029-12-31.\n\
    Modifié : CLS Pays de Gex (cls-pays-de-gex) : statut inconnu → en_preparation.\n\
    CLS en cours : 3 + 1 − 0 = 4.\n\
    Communes dans leurs périmètres : 31 + 50 − 0 = 81.\n\
    Habitants de ces périmètres : 655 778 + 12 226 − 0 = 668 004.\n\
    \n\
    CPTS : aucun changement.\n\
    CPTS en cours : 2 + 0 − 0 = 2.\n\
    Communes dans leurs périmètres : 3 + 0 − 0 = 3.\n";

#[test]
fn two_folders_are_compared_in_words_as_csv_and_as_json() {
    let [before, after] = two_folders("diff-folders");
    let text = plain(&diff(&before, &after, Path::new(&before), &[]).stdout);
    assert!(text.starts_with(CHANGES), "{text}");
    let csv = plain(&diff(&before, &after, Path::new(&before), &["--format", "csv"]).stdout);
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(lines.len(), 4, "{csv}");
    assert!(lines[1].starts_with("cls,nouveau,cls-du-diois,CLS DU DIOIS,26001 "), "{}", lines[1]);
    assert_eq!(
        lines[3],
        "cls,modifie,cls-pays-de-gex,CLS Pays de Gex,,0,,0,statut inconnu → en_preparation"
    );
    let output = diff(&before, &after, Path::new(&before), &["--format", "json"]);
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    let balance = json!({ "avant": 3, "gagnes": 1, "perdus": 0, "apres": 4 });
    assert_eq!(json[0]["dispositifs"], balance);
    assert_eq!(json[0]["changements"][0]["habitants_gagnes"], 12_226);
    assert_eq!(json[1]["changements"], json!([]));
}

#[test]
fn two_commits_are_compared_as_their_folders_are() {
    let [before, after] = two_folders("diff-commits");
    let repository = scratch::empty_folder("diff-repository");
    let sources = repository.join("geodata/sources");
    std::fs::create_dir_all(&sources).unwrap();
    git(&repository, &["init", "--quiet"]);
    for folder in [&before, &after] {
        for path in scratch::entries(Path::new(folder)) {
            std::fs::copy(&path, sources.join(path.file_name().unwrap())).unwrap();
        }
        git(&repository, &["add", "--all"]);
        git(&repository, &["commit", "--quiet", "--message", "Un mois"]);
    }
    let of_commits = diff("HEAD~1", "HEAD", &sources, &[]);
    let of_folders = diff(&before, &after, &sources, &[]);
    assert_eq!(plain(&of_commits.stdout), plain(&of_folders.stdout));
    assert!(plain(&of_commits.stdout).starts_with(CHANGES), "{of_commits:?}");
    let output = diff("HEAD~7", "HEAD", &sources, &[]);
    assert_eq!(output.status.code(), Some(1));
    let message = plain(&output.stderr);
    assert!(message.starts_with("HEAD~7 : ni un dossier de tables, ni une version"), "{message}");
}
