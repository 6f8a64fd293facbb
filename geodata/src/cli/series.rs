//! `geodata serie`.

use clap::Args;
use geodata::compare;
use geodata::error::Error;
use geodata::files::Files;
use geodata::output::say;
use geodata::tables::{Atoms, ReferenceDay};
use geodata::territories::Territories;
use map::Layer;
use std::path::PathBuf;

/// The arguments of `geodata serie`.
#[derive(Args)]
pub struct Arguments {
    /// Couche : cls ou cpts.
    #[arg(value_parser = layer)]
    couche: Layer,
    /// Première année, au 1er janvier.
    #[arg(long, value_name = "ANNÉE", default_value_t = 2016, value_parser = clap::value_parser!(u16).range(1990..=2100))]
    de: u16,
    /// Dernière année, au 1er janvier.
    #[arg(long, value_name = "ANNÉE", default_value_t = 2026, value_parser = clap::value_parser!(u16).range(1990..=2100))]
    a: u16,
    /// Dossier de la topologie et des tables de territoires.
    #[arg(long, default_value = "geodata/contours")]
    contours: PathBuf,
    /// Dossier des tables tenues à la main.
    #[arg(long, default_value = "geodata/sources")]
    sources: PathBuf,
}

impl Arguments {
    /// Runs the command: a CSV on standard output.
    pub fn run(self) -> Result<(), Error> {
        let days = (self.de..=self.a).map(|year| format!("{year}-01-01").parse());
        let days = days.collect::<Result<Vec<ReferenceDay>, String>>();
        let days = days.map_err(|error| Error::form("serie", &error))?;
        let territories = Territories::of_files(&Files::of_folder(&self.contours))?;
        let atoms = Atoms::new(&territories);
        let sources = Files::of_folder(&self.sources);
        let states = compare::series(self.couche, &days, &sources, &territories, &atoms)?;
        let mut writer = csv::Writer::from_writer(Vec::new());
        for state in states {
            writer.serialize(state).map_err(|error| Error::form("serie", &error))?;
        }
        let bytes = writer.into_inner().map_err(|error| Error::form("serie", &error))?;
        say(&String::from_utf8_lossy(&bytes).trim_end());
        Ok(())
    }
}

fn layer(text: &str) -> Result<Layer, String> {
    let schemes = Layer::from_code(text).filter(|layer| *layer != Layer::Projects);
    schemes.ok_or_else(|| "cls ou cpts".to_owned())
}
