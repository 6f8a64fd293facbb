//! The folders that most commands read.

use clap::Args;
use geodata::inputs;
use geodata::tables::ReferenceDay;
use std::path::PathBuf;

/// The folders, as options.
#[derive(Args)]
pub struct Folders {
    /// Dossier de la topologie et des tables de territoires.
    #[arg(long, default_value = "geodata/contours")]
    contours: PathBuf,
    /// Dossier des tables tenues à la main.
    #[arg(long, default_value = "geodata/sources")]
    pub sources: PathBuf,
    /// Jour auquel se rapportent les statuts (AAAA-MM-JJ), à la place de celui d’etat.csv.
    #[arg(long, value_name = "JOUR")]
    etat: Option<ReferenceDay>,
}

impl From<Folders> for inputs::Folders {
    fn from(Folders { contours, sources, etat }: Folders) -> Self {
        Self { contours, sources, day: etat }
    }
}
