//! The options with which a published list is read, by `import` and by `update`.

use clap::Args;
use geodata::import::{Examples, PartlyCovered, Request};
use map::Layer;
use std::path::PathBuf;

/// The options of the list.
#[derive(Args)]
pub struct ListOptions {
    /// Feuille du classeur, s’il y en a plusieurs.
    #[arg(long, value_name = "NOM")]
    feuille: Option<String>,
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
}

impl ListOptions {
    /// The request to read `file`, a list of `layer` that `source` publishes.
    pub fn request(self, layer: Layer, file: PathBuf, source: String) -> Request {
        Request {
            layer,
            file,
            sheet: self.feuille,
            source,
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
        }
    }
}
