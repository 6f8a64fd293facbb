//! The command line of the data compiler.

mod import_command;

use clap::{Parser, Subcommand, ValueEnum};
use geodata::inputs::Folders;
use geodata::{check, compile, contours, pages};
use std::path::PathBuf;
use std::process::ExitCode;

/// Compile les données de la carte : contours, tables, fichiers servis.
#[derive(Parser)]
#[command(version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Écrit les fichiers servis à partir des contours et des tables.
    Build {
        /// Dossier de la topologie et des tables de territoires.
        #[arg(long, default_value = "geodata/contours")]
        contours: PathBuf,
        /// Dossier des tables tenues à la main.
        #[arg(long, default_value = "geodata/sources")]
        sources: PathBuf,
        /// Dossier à écrire ; l’ancien reste en place tant que le nouveau n’est pas complet.
        #[arg(long, default_value = "dist/data")]
        out: PathBuf,
    },
    /// Vérifie les tables : toutes les erreurs et tout ce qui est suspect, en une fois.
    Check {
        /// Dossier de la topologie et des tables de territoires.
        #[arg(long, default_value = "geodata/contours")]
        contours: PathBuf,
        /// Dossier des tables tenues à la main.
        #[arg(long, default_value = "geodata/sources")]
        sources: PathBuf,
        /// Forme du compte rendu.
        #[arg(long, value_enum, default_value_t = Form::Texte)]
        format: Form,
        /// Jour auquel comparer les dates (AAAA-MM-JJ) ; aujourd’hui par défaut.
        #[arg(long)]
        date: Option<String>,
    },
    /// Ajoute .br et .gz à côté de chaque fichier texte d’un dossier qui en manque.
    Compress {
        /// Le dossier.
        folder: PathBuf,
    },
    /// Écrit dans la page d’un site les adresses de ses données, et une page par territoire.
    Pages {
        /// Le dossier du site.
        folder: PathBuf,
    },
    /// Dérive la topologie des communes des contours publiés (au changement de COG).
    Contours {
        /// Dossier des contours de communes (GeoJSON).
        #[arg(long)]
        communes: PathBuf,
        /// Dossier du Code officiel géographique (JSON).
        #[arg(long)]
        cog: PathBuf,
        /// Table des communes fusionnées (CSV).
        #[arg(long)]
        passage: PathBuf,
        /// Dossier des surfaces officielles (GeoJSON, propriété `aire_ha`), pour les contrôles.
        #[arg(long)]
        surfaces: Option<PathBuf>,
        /// Dossier à écrire.
        #[arg(long, default_value = "geodata/contours")]
        out: PathBuf,
        /// Détail abandonné, en mètres.
        #[arg(long, default_value_t = 100.0)]
        tolerance: f32,
    },
    /// Met une liste ou une couche publiée dans la forme de nos tables.
    ///
    /// Une liste est un CSV : une ligne par dispositif et par commune, ou une ligne par
    /// dispositif. Une couche est un GeoJSON de périmètres. Tout ce qui n’est pas reconnu est dit,
    /// et rien n’est alors écrit.
    Import(import_command::Arguments),
}

/// Le compte rendu de `check`.
#[derive(Clone, Copy, ValueEnum)]
enum Form {
    /// Une ligne par problème.
    Texte,
    /// Un tableau JSON.
    Json,
}

fn main() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Build { contours, sources, out } => {
            compile::run(&Folders { contours, sources }, &out)
        }
        Command::Check { contours, sources, format, date } => {
            return check(&Folders { contours, sources }, format, date);
        }
        Command::Compress { folder } => {
            compile::compress_folder(&folder, None, compile::Effort::Smallest)
                .map(|count| println!("{count} fichiers compressés dans {}", folder.display()))
        }
        Command::Pages { folder } => pages::run(&folder)
            .map(|count| println!("{count} pages de territoires dans {}", folder.display())),
        Command::Contours { communes, cog, passage, surfaces, out, tolerance } => {
            let files = contours::PublishedFiles { communes, cog, passage, surfaces };
            contours::run(&files, tolerance, &out)
        }
        Command::Import(arguments) => arguments.run(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Prints the report on standard output: it is what was asked for, not a failure to say it.
fn check(folders: &Folders, format: Form, date: Option<String>) -> ExitCode {
    let today = date.unwrap_or_else(check::today);
    let format = match format {
        Form::Texte => check::Format::Text,
        Form::Json => check::Format::Json,
    };
    let (report, is_sound) = check::report(check::problems(folders, &today), format);
    println!("{report}");
    if is_sound { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
