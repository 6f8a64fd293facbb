//! The command line of the data compiler: one command a file.

mod build;
mod check;
mod clock;
mod contours;
mod diff;
mod folders;
mod git;
mod import;
mod list;
mod series;
mod update;

use clap::{Parser, Subcommand};
use geodata::error::Error;
use geodata::import::Written;
use geodata::output::say_error;
use std::process::ExitCode;

/// Compile les données de la carte : contours, tables, fichiers servis.
#[derive(Parser)]
#[command(version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Écrit les fichiers servis à partir des contours et des tables.
    Build(build::Arguments),
    /// Vérifie les tables : toutes les erreurs et tout ce qui est suspect, en une fois.
    Check(check::Arguments),
    /// Compare deux états des tables : deux dossiers ou deux versions de Git.
    Diff(diff::Arguments),
    /// Donne l’état d’une couche au 1er janvier de chaque année, en CSV, d’après les dates de la table.
    Serie(series::Arguments),
    /// Dérive la topologie des communes des contours publiés (au changement de COG).
    Contours(contours::Arguments),
    /// Met une liste ou une couche publiée dans la forme de nos tables.
    ///
    /// Une liste est un classeur ou un CSV : une ligne par dispositif et par commune, ou une ligne par
    /// dispositif. Une couche est un GeoJSON de périmètres. Tout ce qui n’est pas reconnu est dit,
    /// et rien n’est alors écrit. Code de sortie : 0 si tout est lu, 1 si rien n’est écrit, 3 si la
    /// table est écrite sans des entités qui n’ont pas de périmètre (chacune est dite).
    Import(import::Arguments),
    /// Met la table à jour avec la liste du mois.
    ///
    /// Les nouveaux dispositifs sont ajoutés, ceux que la liste ne nomme plus sont clos à sa date, ceux qui changent
    /// sont changés. Les lignes des autres sources, les sites, les notes et les identifiants restent. Les changements
    /// sont montrés, en communes et en habitants, et rien n’est écrit sans confirmation.
    Update(update::Arguments),
}

/// The exit code of an import that wrote a table without all of a layer; 1 is for nothing written,
/// 2 for arguments that are none.
const WRITTEN_IN_PART: u8 = 3;

/// Runs the command that was typed.
pub fn run() -> ExitCode {
    match Cli::parse().command {
        Command::Build(arguments) => ended(arguments.run()),
        Command::Check(arguments) => arguments.run(),
        Command::Contours(arguments) => ended(arguments.run()),
        Command::Diff(arguments) => ended(arguments.run()),
        Command::Serie(arguments) => ended(arguments.run()),
        Command::Update(arguments) => ended(arguments.run()),
        Command::Import(arguments) => match arguments.run() {
            Ok(Written::InPart) => ExitCode::from(WRITTEN_IN_PART),
            other => ended(other.map(|_| ())),
        },
    }
}

/// The exit code of an outcome; its error is printed.
fn ended(outcome: Result<(), Error>) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say_error(&error);
            ExitCode::FAILURE
        }
    }
}
