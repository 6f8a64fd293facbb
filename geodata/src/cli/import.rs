//! `geodata import`.

use super::folders::Folders;
use clap::{Args, ValueEnum};
use geodata::error::Error;
use geodata::import::{self, Announcements, Examples, PartlyCovered, Request, Written};
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
    /// Feuille du classeur, s’il y en a plusieurs.
    #[arg(long, value_name = "NOM")]
    feuille: Option<String>,
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
    /// Colonne qui n’est pas reconnue, par exemple "nom=Libellé du contrat".
    #[arg(long, value_name = "CHAMP=COLONNE")]
    champ: Vec<String>,
    /// Statut qui n’est pas reconnu, par exemple "En cours=actif".
    #[arg(long, value_name = "PHRASE=STATUT")]
    statut: Vec<String>,
    /// Colonne à laisser de côté, bien qu’elle semble donner un territoire, une date ou un statut.
    #[arg(long, value_name = "COLONNE")]
    ignorer: Vec<String>,
    /// Nom dont toutes les lignes sont un seul dispositif, si éloignées qu’elles soient.
    #[arg(long, value_name = "NOM")]
    reunir: Vec<String>,
    /// Code de la région de la liste, pour choisir entre des communes de même nom.
    #[arg(long)]
    region: Option<String>,
    /// Retient une commune dont plus de la moitié est dans un périmètre dessiné.
    #[arg(long)]
    majorite: bool,
    /// Donne chaque territoire reconnu autrement que par son code ou son nom exact.
    #[arg(long)]
    detail: bool,
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
        let request = Request {
            layer,
            file: self.file,
            sheet: self.feuille,
            source: self.source.unwrap_or_default(),
            fields: self.champ,
            statuses: self.statut,
            ignored: self.ignorer,
            joined: self.reunir,
            region: self.region,
            partly_covered: match self.majorite {
                true => PartlyCovered::Majority,
                false => PartlyCovered::Refuse,
            },
            examples: if self.detail { Examples::All } else { Examples::Some },
        };
        import::run(&request, &self.folders.into(), &out)
    }
}

/// Whether the file lies in that folder, whichever way the two are written.
fn is_in(file: &Path, folder: &Path) -> bool {
    let parent = file.parent().filter(|parent| !parent.as_os_str().is_empty());
    let parent = parent.unwrap_or(Path::new(".")).canonicalize();
    matches!((parent, folder.canonicalize()), (Ok(parent), Ok(folder)) if parent == folder)
}
