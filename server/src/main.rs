//! The command: reads its arguments, serves the folder, says in French what went wrong.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;

// These doc comments are what `--help` prints, hence French.
/// Sert un dossier de fichiers statiques.
#[derive(Parser)]
#[command(version)]
struct Args {
    /// Dossier à servir, écrit par `make build`
    #[arg(long, default_value = "dist", value_name = "DOSSIER")]
    root: PathBuf,
    /// Adresse et port d'écoute ; le port 0 laisse le système en choisir un
    #[arg(long, default_value = "127.0.0.1:8080", value_name = "ADRESSE:PORT")]
    listen: String,
}

#[tokio::main]
async fn main() -> ExitCode {
    let args = Args::parse();
    tracing_subscriber::fmt().with_writer(std::io::stderr).init();
    match server::serve(&args.root, &args.listen).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("Erreur : {error}");
            ExitCode::FAILURE
        }
    }
}
