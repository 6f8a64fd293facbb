//! The program: it reads its arguments and runs their command. Errors are printed in French.

use std::process::ExitCode;

use clap::Parser;
use server::{Command, Options};

fn main() -> ExitCode {
    let options = Options::parse();
    let done = match &options.command {
        Some(Command::Export { host }) => server::export(&options, *host),
        Some(Command::Pack { output }) => server::pack(&options, output),
        None => server::serve(&options),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("Erreur\u{a0}: {error}");
            ExitCode::FAILURE
        }
    }
}
