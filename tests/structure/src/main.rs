//! The command `structure`: prints the shape of the workspace, and fails where a rule is broken.

use clap::Parser;
use std::path::PathBuf;
use std::process::ExitCode;
use structure::{Error, RetiredWords, examine};

/// Checks modules, folders, arrows between crates and words.
#[derive(Parser)]
#[command(version, about)]
struct Options {
    /// The folder of the workspace: this one, or another checkout to compare with.
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// Print one row for each crate and nothing else; broken rules do not fail.
    #[arg(long)]
    summary: bool,
}

fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options) -> Result<ExitCode, Error> {
    let report = examine(&options.root, &RetiredWords::committed()?)?;
    if options.summary {
        print!("{}", report.summary);
        return Ok(ExitCode::SUCCESS);
    }
    println!("{report}");
    match report.failures() {
        0 => Ok(ExitCode::SUCCESS),
        failures => {
            eprintln!("{failures} violations; the rules stand in tests/structure/src/lib.rs");
            Ok(ExitCode::FAILURE)
        }
    }
}
