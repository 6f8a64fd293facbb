//! `geodata import`.

use super::folders::Folders;
use super::list::ListOptions;
use clap::{Args, ValueEnum};
use geodata::error::Error;
use geodata::import::{self, Announcements, Written};
use map::Layer;
use std::path::{Path, PathBuf};

/// The arguments of `geodata import`.
#[derive(Args)]
pub struct Arguments {
    /// Ce que liste le fichier.
    #[arg(value_enum)]
    table: Table,
    /// La liste (CSV, .xlsx, .xls, .ods), la couche (GeoJSON) ou, pour faits, le dossier des faits.
    file: PathBuf,
    /// Identifiant de la source dans sources.csv.
    #[arg(long, required_if_eq_any([("table", "cls"), ("table", "cpts")]))]
    source: Option<String>,
    /// Fichier à écrire ; l’ancien reste tant que le nouveau n’est pas complet.
    #[arg(long, required_if_eq_any([("table", "cls"), ("table", "cpts")]))]
    out: Option<PathBuf>,
    /// Dossier des décisions sur les faits.
    #[arg(long, default_value = "geodata/faits")]
    decisions: PathBuf,
    /// Permet d’écrire par-dessus une table du dossier des tables.
    #[arg(long)]
    remplacer: bool,
    #[command(flatten)]
    options: ListOptions,
    #[command(flatten)]
    folders: Folders,
}

/// Ce que `import` sait lire.
#[derive(Clone, Copy, ValueEnum)]
enum Table {
    /// Contrats locaux de santé.
    Cls,
    /// Communautés professionnelles territoriales de santé.
    Cpts,
    /// Annonces publiques : récrit leurs lignes dans les tables.
    Faits,
}

impl Arguments {
    /// Runs the command.
    pub fn run(self) -> Result<Written, Error> {
        let layer = match self.table {
            Table::Cls => Layer::Cls,
            Table::Cpts => Layer::Cpts,
            Table::Faits => {
                let from = Announcements { facts: self.file, decisions: self.decisions };
                import::run_announcements(&from, &self.folders.into())?;
                return Ok(Written::Whole);
            }
        };
        let out = self.out.unwrap_or_default();
        if !self.remplacer && is_in(&out, &self.folders.sources) {
            let detail = "est dans le dossier des tables\u{a0}; --remplacer permet d’y écrire";
            return Err(Error::form(&out, detail));
        }
        let source = self.source.unwrap_or_default();
        let request = self.options.request(layer, self.file, source);
        import::run(&request, &self.folders.into(), &out)
    }
}

/// Whether the file lies in that folder, whichever way the two are written.
fn is_in(file: &Path, folder: &Path) -> bool {
    let parent = file.parent().filter(|parent| !parent.as_os_str().is_empty());
    let parent = parent.unwrap_or(Path::new(".")).canonicalize();
    matches!((parent, folder.canonicalize()), (Ok(parent), Ok(folder)) if parent == folder)
}
