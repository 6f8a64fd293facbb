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
  server --listen unix:/run/carte.sock      derrière un mandataire (nginx, Caddy, HAProxy)
  server --max-per-peer 16384               derrière un mandataire en TCP, dont l’adresse est
                                            celle de tous les visiteurs
  server --frame-ancestors 'https://ville.fr https://*.ville.fr'
  server export nginx > carte.conf          les mêmes en-têtes pour un autre serveur
  server pack --output carte                un seul fichier, avec le site, à lancer partout

Signaux\u{a0}: TERM et INT arrêtent le serveur et laissent finir les téléchargements en cours\u{a0};
HUP relit le dossier. Un dossier modifié est de toute façon relu, et remplacé en entier.
Un fichier .complet, écrit en dernier, dit qu’un nouveau site est entier.
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

    /// Dossiers dont les pages peuvent être montrées dans un cadre, séparés par des virgules
    #[arg(long, global = true, value_name = "DOSSIERS", env = "SERVER_EMBEDDABLE",
          value_delimiter = ',', default_value = "embed/,territoire/", value_parser = folder)]
    pub embeddable: Vec<String>,

    /// Qui peut les montrer, au sens de la directive CSP frame-ancestors ; les autres pages
    /// restent réservées au site
    #[arg(long, global = true, value_name = "SOURCES", env = "SERVER_FRAME_ANCESTORS",
          default_value = "*", value_parser = ancestors)]
    pub frame_ancestors: String,

    /// Comprend aussi HTTP/2 sans chiffrement, pour un mandataire qui le parle ; les navigateurs
    /// n’en font jamais usage
    #[arg(long, env = "SERVER_HTTP2", value_parser = FalseyValueParser::new())]
    pub http2: bool,

    /// Mémoire pour le contenu et ses variantes compressées, en Mo ; ce qui dépasse reste sur disque
    #[arg(long, value_name = "MO", env = "SERVER_MAX_MEMORY",
          default_value = "512", value_parser = number)]
    pub max_memory: u64,

    /// Taille au-delà de laquelle un fichier reste sur disque, en Mo
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
    /// Écrit les règles d’en-têtes du site pour un autre hébergement, sur la sortie standard
    Export {
        /// Pour qui
        #[arg(value_enum, value_name = "HÉBERGEMENT")]
        host: Host,
    },
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

/// A kind of host that serves the site by its own rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Host {
    /// Fichier _headers (Netlify, Cloudflare Pages et d’autres)
    Headers,
    /// Configuration nginx
    Nginx,
    /// Caddyfile
    Caddy,
}

/// Reads a folder below the root, and gives it one slash at its end. Refuses characters that have a
/// meaning in the configuration of another server.
fn folder(text: &str) -> Result<String, String> {
    let name = text.trim().trim_matches('/');
    let is_plain = |letter: char| letter.is_alphanumeric() || "-_.~/".contains(letter);
    if name.is_empty() || name.contains("//") || !name.chars().all(is_plain) {
        return Err("attendu\u{a0}: un dossier du site, par exemple embed/".to_owned());
    }
    Ok(format!("{name}/"))
}

/// Reads the sources of `frame-ancestors` (CSP Level 3, §6.4.2.1). Refuses characters that would end
/// the directive or the header, and words that name no site.
fn ancestors(text: &str) -> Result<String, String> {
    let expected = "attendu\u{a0}: 'self', 'none', * ou des sites comme https://ville.fr, séparés par \
                    des espaces";
    match text.split_whitespace().find(|source| !is_source(source)) {
        None if !text.trim().is_empty() => Ok(text.trim().to_owned()),
        None => Err(expected.to_owned()),
        Some(found) => Err(format!("{expected}\u{a0}; trouvé\u{a0}: «\u{a0}{found}\u{a0}»")),
    }
}

fn is_source(text: &str) -> bool {
    if ["*", "'self'", "'none'"].contains(&text) {
        return true;
    }
    let is_plain = text.bytes().all(|byte| byte.is_ascii_graphic() && !b";,'\"".contains(&byte));
    let names_site = |rest: &str| {
        let host = rest.split([':', '/']).next().unwrap_or_default();
        host == "localhost" || host.contains('.') || host.starts_with('[')
    };
    let is_scheme = |scheme: &str| scheme.starts_with(|first: char| first.is_ascii_alphabetic());
    is_plain
        && match text.split_once("://") {
            // A site of an internal network may be a single word.
            Some((scheme, rest)) => is_scheme(scheme) && !rest.is_empty() && !rest.starts_with('/'),
            None => names_site(text) || text.strip_suffix(':').is_some_and(is_scheme),
        }
}

fn seconds(text: &str) -> Result<Duration, &'static str> {
    let expected = "attendu\u{a0}: un nombre de secondes";
    let number = text.replace(',', ".").parse().map_err(|_| expected)?;
    Duration::try_from_secs_f64(number).map_err(|_| expected)
}

fn number(text: &str) -> Result<u64, &'static str> {
    text.parse().map_err(|_| "attendu\u{a0}: un nombre entier")
}
