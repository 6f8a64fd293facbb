//! The command itself: what it shows, asks and writes.

use super::{ListDate, Update, scheme_word, update};
use crate::compare::{Balance, Comparison, Kind, text};
use crate::error::Error;
use crate::files::{File, Files, write_whole};
use crate::import::{LARGEST_BYTES, Request, import_file, table_of};
use crate::inputs::{Context, Folders};
use crate::output::say;
use crate::problem::Problem;
use std::path::Path;

/// The answer of the steward to the changes that were shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Write them.
    Yes,
    /// Leave the tables as they are.
    No,
    /// Nobody is there to ask.
    Nobody,
}

/// Shows what the list changes, asks `confirm`, and writes the tables, all or none.
///
/// # Errors
/// [`Error::Problems`] with everything that stops it; other [`Error`]s when a file cannot be read or written. The
/// tables are then as they were.
pub fn run(
    request: &Request,
    date: &ListDate,
    folders: &Folders,
    confirm: impl FnOnce() -> Answer,
) -> Result<(), Error> {
    let sources = Files::of_folder(&folders.sources);
    let context = Context::read(folders)?;
    refuse_workbook(request, &folders.sources)?;
    let file = File::read(&request.file, LARGEST_BYTES)?;
    let outcome = import_file(request, &file, &context)?;
    let left_aside = outcome.left_aside;
    let list = table_of(outcome)?;
    refuse_partial(left_aside, &request.file)?;
    let found = update(request, date, &list, &sources, &context)?;
    let Update { comparison, elsewhere, files } = found;
    show(&comparison, &elsewhere, request)?;
    if files.is_empty() {
        say(&"Rien à écrire\u{a0}: la table dit déjà ce que dit la liste.");
        return Ok(());
    }
    if comparison.changes.is_empty() {
        say(&"Il reste à écrire la date de la liste, dans sources.csv.");
    }
    let paths: Vec<_> =
        files.into_iter().map(|one| (folders.sources.join(one.name), one.content)).collect();
    match confirm() {
        Answer::Yes => write_whole(&paths)?,
        Answer::No => {
            say(&"Rien n’a été écrit.");
            return Ok(());
        }
        Answer::Nobody => {
            let detail = "rien n’a été écrit\u{a0}: sans terminal, personne ne peut confirmer\u{a0}; \
                          --yes confirme d’avance";
            return Err(Error::form(&request.file, detail));
        }
    }
    let names: Vec<String> = paths.iter().map(|(path, _)| path.display().to_string()).collect();
    say(&format!("Écrit\u{a0}: {}. À vérifier par geodata check.", names.join(", ")));
    Ok(())
}

/// Shows the changes, and that they balance.
fn show(comparison: &Comparison, elsewhere: &[String], request: &Request) -> Result<(), Error> {
    let word = scheme_word(request.layer);
    say(&format!("Changements des {word} de la source {}\u{a0}:", request.source));
    say(&text(comparison));
    if !comparison.is_balanced() {
        return Err(Error::form(
            &request.file,
            "les comptes ne s’équilibrent pas\u{a0}: rien n’est écrit",
        ));
    }
    say(&"Les comptes s’équilibrent\u{a0}: avant + gagnés − perdus = après.");
    if !elsewhere.is_empty() {
        say(&format!(
            "Déjà dans la table d’après une autre source, dont la ligne reste\u{a0}: {}.",
            elsewhere.join(", ")
        ));
    }
    let closed = comparison.changes.iter().filter(|one| one.kind == Kind::Closed).count() as u64;
    let Balance { before, .. } = comparison.schemes;
    if closed * 2 > before && before > 1 {
        say(&format!(
            "Attention\u{a0}: {closed} {word} sur {before} seraient clos. La liste est-elle entière\u{a0}?"
        ));
    }
    Ok(())
}

/// A table kept in a workbook is not written by a program: its look would be lost.
fn refuse_workbook(request: &Request, folder: &Path) -> Result<(), Error> {
    let table = folder.join(format!("{}.csv", request.layer.code()));
    match table.exists() {
        true => Ok(()),
        false => Err(Error::form(
            table,
            "introuvable\u{a0}; seule une table au format CSV est mise à jour",
        )),
    }
}

/// A layer without some of its features would close the schemes that they draw.
fn refuse_partial(left_aside: usize, file: &Path) -> Result<(), Error> {
    if left_aside == 0 {
        return Ok(());
    }
    let problem = Problem {
        file: file.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        value: format!("{left_aside} entités sans périmètre"),
        expected: "une couche dont chaque entité a le sien\u{a0}: les dispositifs des autres seraient clos à tort"
            .to_owned(),
        ..Problem::default()
    };
    Err(Error::Problems(vec![problem]))
}
