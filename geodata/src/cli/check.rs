//! `geodata check`.

use super::clock;
use super::folders::Folders;
use clap::{Args, ValueEnum};
use geodata::check::{self, Format};
use geodata::output::say;
use std::process::ExitCode;

/// The arguments of `geodata check`.
#[derive(Args)]
pub struct Arguments {
    #[command(flatten)]
    folders: Folders,
    /// Forme du compte rendu.
    #[arg(long, value_enum, default_value_t = Form::Texte)]
    format: Form,
    /// Jour auquel comparer les dates (AAAA-MM-JJ) ; aujourd’hui par défaut.
    #[arg(long)]
    date: Option<String>,
}

/// Le compte rendu de `check`.
#[derive(Clone, Copy, ValueEnum)]
enum Form {
    /// Une ligne par problème.
    Texte,
    /// Un tableau JSON.
    Json,
}

impl Arguments {
    /// Runs the command. The report goes to standard output, even if it is bad news: it was asked
    /// for.
    pub fn run(self) -> ExitCode {
        let today = self.date.unwrap_or_else(clock::today);
        let format = match self.format {
            Form::Texte => Format::Text,
            Form::Json => Format::Json,
        };
        let report = check::report(check::problems(&self.folders.into(), &today), format);
        say(&report.text);
        if report.is_sound { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}
