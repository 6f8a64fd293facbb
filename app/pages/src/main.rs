//! The program `pages`.

use clap::{Parser, Subcommand};
use pages::{
    Error, FrameAncestors, Host, Imprint, Options, SiteUrl, Table, assemble, compress_folder,
    draw_preview, join_style, keep_former, rules, table_of_pages, table_of_sizes, write_headers,
};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

/// Assemble le site : ses pages, puis ses fichiers compressés.
#[derive(Parser)]
#[command(version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Écrit dans la page d’un site les adresses de ses données, et une page par territoire.
    Assemble {
        /// Le dossier du site.
        folder: PathBuf,
        /// L’adresse qu’aura le site, pour ce qui doit être absolu.
        #[arg(long, default_value = "", value_name = "ADRESSE")]
        site_url: String,
        /// L’éditeur du site, pour les mentions légales.
        #[arg(long)]
        publisher: Option<String>,
        /// L’hébergeur du site, pour les mentions légales.
        #[arg(long)]
        host: Option<String>,
        /// L’adresse électronique à qui signaler une erreur ; sans elle, il n’y a pas de lien pour le faire.
        #[arg(long, env = "CONTACT", value_name = "ADRESSE")]
        contact: Option<String>,
        /// Le site de la construction d’avant : ses aperçus qui n’ont pas changé sont gardés.
        #[arg(long)]
        previous: Option<PathBuf>,
    },
    /// Réunit des feuilles de style en un fichier, sans commentaires.
    Style {
        /// Les feuilles, dans l’ordre.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Pour quel média seulement.
        #[arg(long)]
        media: Option<String>,
        /// Le fichier à écrire.
        #[arg(long)]
        out: PathBuf,
    },
    /// Dessine l’aperçu d’un territoire, une image PNG que l’on voit à côté d’un lien vers sa page.
    Preview {
        /// Le dossier du site.
        folder: PathBuf,
        /// Le territoire : departement-38, region-84, france.
        territory: String,
        /// Le fichier à écrire.
        out: PathBuf,
    },
    /// Garde les fichiers de la version d’avant qu’une page déjà ouverte peut encore demander.
    Keep {
        /// Le dossier du nouveau site.
        folder: PathBuf,
        /// Le dossier du site d’avant.
        #[arg(long)]
        previous: PathBuf,
    },
    /// Ajoute .br et .gz à côté de chaque fichier texte d’un dossier qui en manque.
    Compress {
        /// Le dossier.
        folder: PathBuf,
        /// Le même dossier d’avant : ce qui n’a pas changé garde ses .br et .gz.
        #[arg(long)]
        previous: Option<PathBuf>,
    },
    /// Écrit _headers à la racine d’un site : ce que l’hébergeur dit de chaque fichier.
    Headers {
        /// Le dossier du site.
        folder: PathBuf,
        /// Qui peut montrer les pages dans un cadre (directive CSP frame-ancestors).
        #[arg(long, env = "FRAME_ANCESTORS", default_value = "*", value_name = "SOURCES")]
        frame_ancestors: FrameAncestors,
    },
    /// Écrit les mêmes règles pour un autre hébergement, sur la sortie standard.
    Rules {
        /// Pour qui.
        #[arg(value_enum, value_name = "HÉBERGEMENT")]
        host: Host,
        /// Le dossier du site.
        folder: PathBuf,
        /// Qui peut montrer les pages dans un cadre (directive CSP frame-ancestors).
        #[arg(long, env = "FRAME_ANCESTORS", default_value = "*", value_name = "SOURCES")]
        frame_ancestors: FrameAncestors,
    },
}

fn main() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Assemble { folder, site_url, publisher, host, contact, previous } => {
            let imprint = Imprint { publisher, host };
            let contact = contact.filter(|contact| !contact.is_empty());
            let url = SiteUrl(site_url);
            assemble(&folder, &Options { url, imprint, contact, previous })
                .map(|count| println!("{count} pages dans {}", folder.display()))
        }
        Command::Style { files, media, out } => join_style(&files, media.as_deref(), &out),
        Command::Preview { folder, territory, out } => write_preview(&folder, &territory, &out),
        Command::Keep { folder, previous } => keep_former(&previous, &folder, now_s())
            .map(|count| println!("{count} fichiers de versions précédentes gardés")),
        Command::Compress { folder, previous } => compress(&folder, previous.as_deref()),
        Command::Headers { folder, frame_ancestors } => Table::of(&folder, frame_ancestors)
            .and_then(|table| write_headers(&folder, &table))
            .map(|count| println!("{count} règles d’en-têtes dans {}", folder.display())),
        Command::Rules { host, folder, frame_ancestors } => {
            Table::of(&folder, frame_ancestors).map(|table| print!("{}", rules(host, &table)))
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Now, in seconds of Unix time; 0 when the clock is before it.
fn now_s() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

fn write_preview(folder: &Path, territory: &str, out: &Path) -> Result<(), Error> {
    let missing = || {
        Error::Form {
        path: territory.into(),
        detail: "il n’y a d’aperçu que de france, d’une région (region-84) et d’un département (departement-38)".to_owned(),
    }
    };
    let picture = draw_preview(folder, territory)?.ok_or_else(missing)?;
    std::fs::write(out, picture).map_err(|source| Error::File { path: out.to_owned(), source })
}

fn compress(folder: &Path, previous: Option<&Path>) -> Result<(), Error> {
    let count = compress_folder(folder, previous)?;
    let table = table_of_sizes(folder)? + &table_of_pages(folder)?;
    // Nobody may be listening: the files are there all the same.
    _ = writeln!(std::io::stdout(), "{table}{count} fichiers compressés dans {}", folder.display());
    Ok(())
}
