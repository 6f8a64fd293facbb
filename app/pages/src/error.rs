//! Errors of assembling a site, in French, for those who build it.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Why a run stops.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file or folder cannot be read or written.
    #[error("{}\u{a0}: {}", path.display(), reason(source))]
    File {
        /// The file or folder.
        path: PathBuf,
        /// The error of the system.
        source: std::io::Error,
    },
    /// A file does not have the expected form.
    #[error("{}\u{a0}: {detail}", path.display())]
    Form {
        /// The file.
        path: PathBuf,
        /// Expected and found form, in a sentence.
        detail: String,
    },
}

impl Error {
    /// An input/output error with its path.
    pub(crate) fn file(path: impl AsRef<Path>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.as_ref().to_owned();
        move |source| Self::File { path, source }
    }

    /// A form error with its path.
    pub(crate) fn form(path: impl AsRef<Path>, detail: &(impl ToString + ?Sized)) -> Self {
        Self::Form { path: path.as_ref().to_owned(), detail: detail.to_string() }
    }
}

/// The error of the system, in French where it is a mistake that anyone can make.
fn reason(source: &std::io::Error) -> String {
    match source.kind() {
        ErrorKind::NotFound => "fichier ou dossier introuvable".to_owned(),
        ErrorKind::PermissionDenied => "accès refusé".to_owned(),
        _ => source.to_string(),
    }
}
