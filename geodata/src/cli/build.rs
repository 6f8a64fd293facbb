//! `geodata build`.

use super::folders::Folders;
use clap::Args;
use geodata::compile;
use geodata::error::Error;
use std::path::PathBuf;

/// The arguments of `geodata build`.
#[derive(Args)]
pub struct Arguments {
    #[command(flatten)]
    folders: Folders,
    /// Dossier à écrire ; l’ancien reste en place tant que le nouveau n’est pas complet.
    #[arg(long, default_value = "dist/data")]
    out: PathBuf,
}

impl Arguments {
    /// Runs the command.
    pub fn run(self) -> Result<(), Error> {
        compile::run(&self.folders.into(), &self.out)
    }
}
