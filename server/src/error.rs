//! Errors that stop the server, as French sentences that say what to do next.

use std::io;
use std::path::{Path, PathBuf};

/// An error that keeps a folder from being served. The message is in French, for the person at the
/// terminal.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The folder does not exist, or is a file.
    #[error(
        "le dossier «\u{a0}{}\u{a0}» n’existe pas\u{a0}; lancez d’abord `make build`.",
        .0.display()
    )]
    MissingRoot(PathBuf),
    /// The folder exists but holds no site.
    #[error(
        "le dossier «\u{a0}{}\u{a0}» ne contient pas index.html, ou celui-ci est vide\u{a0}; lancez \
         d’abord `make build`.",
        .0.display()
    )]
    MissingIndex(PathBuf),
    /// A file of the folder cannot be read, or changes while it is read.
    #[error("impossible de lire «\u{a0}{}\u{a0}»\u{a0}: {source}", path.display())]
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// The error of the system.
        source: io::Error,
    },
    /// The folder keeps changing while it is read.
    #[error(
        "le dossier «\u{a0}{}\u{a0}» change pendant qu’il est lu\u{a0}; attendez la fin de la \
         construction.",
        .0.display()
    )]
    Changing(PathBuf),
    /// More of the build is to come.
    #[error("«\u{a0}{0}\u{a0}» n’est pas encore là\u{a0}; le site attend la fin de la copie.")]
    Incomplete(String),
    /// The file holds no packed site.
    #[error("«\u{a0}{}\u{a0}» ne contient pas de site\u{a0}: {why}.", path.display())]
    NotPacked {
        /// The file.
        path: PathBuf,
        /// The reason, as a French clause.
        why: &'static str,
    },
    /// A bug of this program.
    #[error("erreur interne du serveur\u{a0}: {0}")]
    Panic(String),
    /// Another program already listens there.
    #[error(
        "l’adresse {0} est déjà prise par un autre programme\u{a0}; choisissez un autre port, \
         par exemple `--listen 127.0.0.1:8081` (ou `make serve LISTEN=127.0.0.1:8081`)."
    )]
    AddressInUse(String),
    /// A file that is no socket has the name of a Unix socket to listen on.
    #[error(
        "le fichier de «\u{a0}{0}\u{a0}» existe et n’est pas un socket\u{a0}; il n’est pas remplacé. \
         Choisissez un autre chemin."
    )]
    NotSocket(String),
    /// The file to write is a folder, a device, or another file that is not a regular one.
    #[error(
        "«\u{a0}{}\u{a0}» n’est pas un fichier ordinaire\u{a0}; il n’est pas remplacé. Choisissez un \
         autre chemin.",
        .0.display()
    )]
    NotRegular(PathBuf),
    /// The address is malformed, belongs to another machine, or requires more rights.
    #[error(
        "impossible d’écouter sur «\u{a0}{address}\u{a0}» (formes attendues\u{a0}: 127.0.0.1:8080, \
         [::1]:8080 ou unix:/chemin)\u{a0}: {source}"
    )]
    Listen {
        /// The address as it was given.
        address: String,
        /// The error of the system.
        source: io::Error,
    },
    /// The system refused a thread, a signal handler, a file in memory or standard output.
    #[error("le serveur s’est arrêté\u{a0}: {0}")]
    Io(#[from] io::Error),
}

impl ServeError {
    /// Returns the error for an `address` on which listening failed.
    pub(crate) fn listen(address: &str, source: io::Error) -> Self {
        let address = address.to_owned();
        match source.kind() {
            io::ErrorKind::AddrInUse => Self::AddressInUse(address),
            io::ErrorKind::AlreadyExists => Self::NotSocket(address),
            _ => Self::Listen { address, source },
        }
    }

    /// Whether a build is still being written: that is no failure.
    pub(crate) fn is_passing(&self) -> bool {
        matches!(self, Self::Changing(_) | Self::Incomplete(_))
    }

    /// Returns the error for a file or folder that cannot be read.
    pub(crate) fn unreadable(path: &Path, source: io::Error) -> Self {
        Self::Unreadable { path: path.to_path_buf(), source }
    }
}
