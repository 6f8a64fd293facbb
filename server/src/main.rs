//! The program: it reads its arguments and runs their command. Errors are printed in French.

use std::env;
use std::io::{self, Write};
use std::process::ExitCode;

use server::{Command, Options, Refusal};

/// The exit status for wrong arguments, as other programs have it.
const USAGE: u8 = 2;

fn main() -> ExitCode {
    let options = match Options::read(env::args_os()) {
        Ok(options) => options,
        Err(Refusal::Information(text)) => {
            // Whoever closed the output does not want the rest.
            _ = io::stdout().write_all(text.as_bytes());
            return ExitCode::SUCCESS;
        }
        Err(Refusal::Usage(sentence)) => {
            print_error(&format!("{sentence} Tout est dit par `server --help`."));
            return USAGE.into();
        }
    };
    let done = match &options.command {
        Some(Command::Pack { output }) => server::pack(&options, output),
        None => server::serve(&options),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            print_error(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

/// Prints an error, unless standard error is closed.
fn print_error(sentence: &str) {
    _ = writeln!(io::stderr(), "Erreur\u{a0}: {sentence}");
}
