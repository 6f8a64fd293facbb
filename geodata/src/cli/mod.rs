//! The command line of the data compiler: one command a file.

mod build;
mod check;
mod contours;
mod folders;
mod import;

use clap::{Parser, Subcommand};
use geodata::error::Error;
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
    /// Dérive la topologie des communes des contours publiés (au changement de COG).
    Contours(contours::Arguments),
    /// Met une liste ou une couche publiée dans la forme de nos tables.
    ///
    /// Une liste est un CSV : une ligne par dispositif et par commune, ou une ligne par
    /// dispositif. Une couche est un GeoJSON de périmètres. Tout ce qui n’est pas reconnu est dit,
    /// et rien n’est alors écrit.
    Import(import::Arguments),
}

/// Runs the command that was typed.
pub fn run() -> ExitCode {
    match Cli::parse().command {
        Command::Build(arguments) => ended(arguments.run()),
        Command::Check(arguments) => arguments.run(),
        Command::Contours(arguments) => ended(arguments.run()),
        Command::Import(arguments) => ended(arguments.run()),
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
