//! `geodata update`.

use super::clock;
use super::folders::Folders;
use super::list::ListOptions;
use clap::{Args, ValueEnum};
use geodata::error::Error;
use geodata::update::{self, Answer, ListDate};
use map::Layer;
use std::io::{IsTerminal, Write};
use std::path::PathBuf;

/// The arguments of `geodata update`.
#[derive(Args)]
pub struct Arguments {
    /// Table à mettre à jour.
    #[arg(value_enum)]
    table: Table,
    /// La liste du mois (.xlsx, .xls, .ods, CSV) ou la couche (GeoJSON).
    file: PathBuf,
    /// Identifiant de la source dans sources.csv.
    #[arg(long)]
    source: String,
    /// Date que porte la liste (AAAA-MM-JJ ou AAAA-MM) ; sans elle, la liste est datée du jour où elle est lue.
    #[arg(long, value_parser = date)]
    date: Option<String>,
    /// Écrit sans demander.
    #[arg(long)]
    yes: bool,
    #[command(flatten)]
    options: ListOptions,
    #[command(flatten)]
    folders: Folders,
}

/// Une table tenue par listes.
#[derive(Clone, Copy, ValueEnum)]
enum Table {
    /// Contrats locaux de santé.
    Cls,
    /// Communautés professionnelles territoriales de santé.
    Cpts,
}

impl Arguments {
    /// Runs the command.
    pub fn run(self) -> Result<(), Error> {
        let layer = match self.table {
            Table::Cls => Layer::Cls,
            Table::Cpts => Layer::Cpts,
        };
        let date = match self.date {
            Some(date) => ListDate::Of(date),
            None => ListDate::ReadOn(clock::today()),
        };
        let request = self.options.request(layer, self.file, self.source);
        let confirm = || if self.yes { Answer::Yes } else { ask() };
        update::run(&request, &date, &self.folders.into(), confirm)
    }
}

/// A date as tables have it.
fn date(text: &str) -> Result<String, String> {
    geodata::tables::iso_date(text).ok_or_else(|| {
        format!("«\u{a0}{text}\u{a0}» n’est pas une date AAAA-MM-JJ, AAAA-MM ou AAAA")
    })
}

/// Asks the person at the terminal, if there is one.
fn ask() -> Answer {
    let input = std::io::stdin();
    if !input.is_terminal() {
        return Answer::Nobody;
    }
    print!("Écrire ces changements\u{a0}? [o/N] ");
    let mut line = String::new();
    let is_asked = std::io::stdout().flush().is_ok() && input.read_line(&mut line).is_ok();
    match line.trim().to_lowercase().as_str() {
        "o" | "oui" if is_asked => Answer::Yes,
        _ => Answer::No,
    }
}
