//! The command: reads its arguments, does what they say, says in French what went wrong.

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
