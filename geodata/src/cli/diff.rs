//! `geodata diff`.

use super::git;
use clap::{Args, ValueEnum};
use geodata::compare::{self, Comparison};
use geodata::error::Error;
use geodata::files::Files;
use geodata::output::say;
use geodata::tables::{Atoms, ReferenceDay, Tables};
use geodata::territories::Territories;
use map::Layer;
use std::path::{Path, PathBuf};

/// The arguments of `geodata diff`.
#[derive(Args)]
pub struct Arguments {
    /// L’état d’avant : un dossier de tables, ou une version de Git (`HEAD~1`, un nom, un début d’empreinte).
    avant: String,
    /// L’état d’après : de même.
    apres: String,
    /// Forme de la comparaison.
    #[arg(long, value_enum, default_value_t = Form::Texte)]
    format: Form,
    /// Jour auquel se rapportent les statuts des deux états, à la place de celui de leur etat.csv.
    #[arg(long, value_name = "JOUR")]
    etat: Option<ReferenceDay>,
    /// Dossier de la topologie et des tables de territoires.
    #[arg(long, default_value = "geodata/contours")]
    contours: PathBuf,
    /// Dossier des tables, dont une version de Git donne l’état d’alors.
    #[arg(long, default_value = "geodata/sources")]
    sources: PathBuf,
}

/// La forme de la comparaison.
#[derive(Clone, Copy, ValueEnum)]
enum Form {
    /// Des phrases.
    Texte,
    /// Une ligne par changement.
    Csv,
    /// Un tableau JSON, un objet par couche.
    Json,
}

impl Arguments {
    /// Runs the command.
    pub fn run(self) -> Result<(), Error> {
        let day = self.etat.as_ref();
        let (before, after) = (self.files(&self.avant)?, self.files(&self.apres)?);
        let territories = Territories::of_files(&Files::of_folder(&self.contours))?;
        let atoms = Atoms::new(&territories);
        let before = Tables::read(&before, &territories, &atoms, day)?;
        let after = Tables::read(&after, &territories, &atoms, day)?;
        let compared = |layer| Comparison::of_tables(layer, &before, &after, &territories, &atoms);
        say(&self.written(&[Layer::Cls, Layer::Cpts].map(compared))?);
        Ok(())
    }

    /// The comparisons in the form that was asked for.
    fn written(&self, comparisons: &[Comparison]) -> Result<String, Error> {
        let wrong = |error: &dyn std::fmt::Display| Error::form("diff", &error.to_string());
        match self.format {
            Form::Texte => {
                Ok(comparisons.iter().map(compare::text).collect::<Vec<_>>().join("\n\n"))
            }
            Form::Csv => match compare::csv(comparisons) {
                Ok(text) => Ok(text.trim_end().to_owned()),
                Err(error) => Err(wrong(&error)),
            },
            Form::Json => compare::json(comparisons).map_err(|error| wrong(&error)),
        }
    }

    /// The tables of a folder, or of a commit.
    fn files(&self, state: &str) -> Result<Files, Error> {
        match Path::new(state).is_dir() {
            true => Ok(Files::of_folder(state)),
            false => git::tables(state, &self.sources),
        }
    }
}
