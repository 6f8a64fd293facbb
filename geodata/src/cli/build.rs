//! `geodata build`.

use super::folders::Folders;
use clap::Args;
use geodata::compile::{self, SiteUrl};
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
    /// Adresse du site, pour les catalogues : leurs liens sont relatifs sans elle.
    #[arg(long, value_name = "ADRESSE")]
    site_url: Option<SiteUrl>,
}

impl Arguments {
    /// Runs the command.
    pub fn run(self) -> Result<(), Error> {
        compile::run(&self.folders.into(), &self.out, self.site_url.as_ref())
    }
}
