//! `geodata contours`.

use clap::Args;
use geodata::contours::{self, PublishedFiles};
use geodata::error::Error;
use std::path::PathBuf;

/// The arguments of `geodata contours`.
#[derive(Args)]
pub struct Arguments {
    /// Dossier des contours de communes (GeoJSON).
    #[arg(long)]
    communes: PathBuf,
    /// Dossier du Code officiel géographique (JSON).
    #[arg(long)]
    cog: PathBuf,
    /// Table des communes fusionnées (CSV).
    #[arg(long)]
    passage: PathBuf,
    /// Dossier des communes rétablies et des arrondissements (GeoJSON).
    #[arg(long)]
    complements: PathBuf,
    /// Dossier des surfaces officielles (GeoJSON, propriété `aire_ha`), pour les contrôles.
    #[arg(long)]
    surfaces: Option<PathBuf>,
    /// Dossier à écrire.
    #[arg(long, default_value = "geodata/contours")]
    out: PathBuf,
    /// Détail abandonné, en mètres.
    #[arg(long, default_value_t = 100.0)]
    tolerance: f32,
}

impl Arguments {
    /// Runs the command.
    pub fn run(self) -> Result<(), Error> {
        let Self { communes, cog, passage, complements, surfaces, out, tolerance } = self;
        let files = PublishedFiles { communes, cog, passage, complements, surfaces };
        contours::run(&files, tolerance, &out)
    }
}
