//! The options of the program. `--help` prints their doc comments, which are therefore French.

use std::path::PathBuf;
use std::time::Duration;

use clap::builder::FalseyValueParser;
use clap::{Parser, Subcommand, ValueEnum};

/// The folder that is served if neither the options nor the program contain another site.
pub(crate) const DEFAULT_ROOT: &str = "dist";

const EXAMPLES: &str = "\
Exemples\u{a0}:
  server                                    sert le site contenu dans le programme, ou dist/
  server --root dist --listen 127.0.0.1:0   laisse le système choisir un port, et l’affiche
  server --listen '[::]:80'                 sur toutes les adresses de la machine
  server --listen unix:/run/site.sock       derrière un mandataire (nginx, Caddy, HAProxy)
  server --max-per-peer 16384               derrière un mandataire en TCP, dont l’adresse est
                                            celle de tous les visiteurs
  server pack --output site                 un seul fichier, avec le site, à lancer partout

Signaux\u{a0}: TERM et INT arrêtent le serveur et laissent finir les téléchargements en cours\u{a0};
HUP relit le dossier. Un dossier modifié est de toute façon relu, et remplacé en entier.
Un fichier .complet, écrit en dernier, dit qu’un nouveau site est entier. Le fichier _headers du
site dit ses en-têtes, les .br et .gz à côté d’un fichier sont ses formes compressées.
/healthz répond «\u{a0}ok\u{a0}», puis l’âge du site et le résultat de la dernière relecture.
Une variable vide est ignorée. Lancé par systemd avec une unité .socket, il reprend ses adresses.";

/// Sert un site statique : un dossier, ou celui que le programme contient.
#[derive(Clone, Debug, Parser)]
#[command(name = "server", version, after_help = EXAMPLES, max_term_width = 100)]
pub struct Options {
    /// Ce qu’il faut faire d’autre que servir
    #[command(subcommand)]
    pub command: Option<Command>,

    /// Dossier à servir, écrit par `make build` [défaut : le site du programme, sinon dist]
    #[arg(long, global = true, value_name = "DOSSIER", env = "SERVER_ROOT")]
    pub root: Option<PathBuf>,

    /// Adresse d’écoute (IP:PORT ou unix:/CHEMIN), plusieurs fois si besoin ; le port 0 laisse le
    /// système en choisir un
    #[arg(
        long,
        value_name = "ADRESSE",
        env = "SERVER_LISTEN",
        value_delimiter = ',',
        default_value = "127.0.0.1:8080"
    )]
    pub listen: Vec<String>,

    /// Comprend aussi HTTP/2 sans chiffrement, pour un mandataire qui le parle ; les navigateurs
    /// n’en font jamais usage
    #[arg(long, env = "SERVER_HTTP2", value_parser = FalseyValueParser::new())]
    pub http2: bool,

    /// Copies du contenu et de ses formes compressées, en Mo, dans des fichiers temporaires sans nom
    /// (de TMPDIR, sinon de /var/tmp) ; ce qui dépasse est lu dans le dossier
    #[arg(long, value_name = "MO", env = "SERVER_MAX_MEMORY",
          default_value = "512", value_parser = number)]
    pub max_memory: u64,

    /// Taille au-delà de laquelle un fichier n’est pas copié, en Mo
    #[arg(long, value_name = "MO", env = "SERVER_MAX_FILE",
          default_value = "32", value_parser = number)]
    pub max_file: u64,

    /// Forme du log, sur la sortie d’erreur
    #[arg(long, value_enum, value_name = "FORME", env = "SERVER_LOG_FORMAT",
          default_value_t = LogFormat::Text)]
    pub log_format: LogFormat,

    /// Inscrit les adresses IP au log, ce qui en fait des données personnelles
    #[arg(long, env = "SERVER_LOG_ADDRESSES", value_parser = FalseyValueParser::new())]
    pub log_addresses: bool,

    /// Connexions simultanées ; au-delà, celle qui ne fait rien depuis le plus longtemps est fermée
    #[arg(long, value_name = "NOMBRE", env = "SERVER_MAX_CONNECTIONS",
          default_value = "16384", value_parser = number)]
    pub max_connections: u64,

    /// Connexions simultanées d’une même adresse (en IPv6, d’un même réseau /64). Derrière un
    /// mandataire en TCP, tous les visiteurs ont la sienne : relevez ce nombre, ou écoutez sur une
    /// socket Unix
    #[arg(long, value_name = "NOMBRE", env = "SERVER_MAX_PER_PEER",
          default_value = "1024", value_parser = number)]
    pub max_per_peer: u64,

    /// Délai pour envoyer une requête, en secondes
    #[arg(long, value_name = "SECONDES", env = "SERVER_HEAD_TIMEOUT", default_value = "10",
          value_parser = seconds)]
    pub head_timeout: Duration,

    /// Délai entre deux requêtes d’une connexion, en secondes
    #[arg(long, value_name = "SECONDES", env = "SERVER_IDLE_TIMEOUT", default_value = "60",
          value_parser = seconds)]
    pub idle_timeout: Duration,

    /// Délai sans qu’un client prenne rien de ce qui lui est envoyé, en secondes
    #[arg(long, value_name = "SECONDES", env = "SERVER_STALL_TIMEOUT", default_value = "30",
          value_parser = seconds)]
    pub stall_timeout: Duration,

    /// Délai laissé aux téléchargements en cours à l’arrêt, en secondes
    #[arg(long, value_name = "SECONDES", env = "SERVER_GRACE", default_value = "10",
          value_parser = seconds)]
    pub grace: Duration,
}

/// A task other than serving.
#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    /// Écrit un programme qui contient le site et le sert sans argument
    Pack {
        /// Fichier à écrire
        #[arg(long, value_name = "FICHIER")]
        output: PathBuf,
    },
}

/// The form of the log.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// Une ligne lisible par événement et par requête
    #[default]
    Text,
    /// Un objet JSON par événement et par requête
    Json,
    /// Les événements, en texte, sans les requêtes
    Off,
}

fn seconds(text: &str) -> Result<Duration, &'static str> {
    let expected = "attendu\u{a0}: un nombre de secondes";
    let number = text.replace(',', ".").parse().map_err(|_| expected)?;
    Duration::try_from_secs_f64(number).map_err(|_| expected)
}

fn number(text: &str) -> Result<u64, &'static str> {
    text.parse().map_err(|_| "attendu\u{a0}: un nombre entier")
}
