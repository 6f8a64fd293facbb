//! Errors of a run, in French, for those who edit the data.
//!
//! French wants a no-break space before `:` `;` and inside « »; it is written `\u{a0}` in the
//! source, where an invisible character would be lost at the first edit.

use crate::problem::Problem;
use crate::topology::{CoverageError, PackError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Why a run stops. Nothing has been written when one of these is returned.
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
    /// The contours overlap or are not closed.
    #[error("contours\u{a0}: {0}")]
    Coverage(#[from] CoverageError),
    /// The committed contours cannot be read or written.
    #[error("topologie\u{a0}: {0}")]
    Pack(#[from] PackError),
    /// The tables hold problems; all of them are listed.
    #[error("{}", list(.0))]
    Problems(Vec<Problem>),
}

impl Error {
    /// An input/output error with its path.
    pub fn file(path: impl AsRef<Path>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.as_ref().to_owned();
        move |source| Self::File { path, source }
    }

    /// A form error with its path.
    pub fn form(path: impl AsRef<Path>, detail: &(impl ToString + ?Sized)) -> Self {
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

fn list(problems: &[Problem]) -> String {
    let mut text: Vec<String> = problems.iter().map(ToString::to_string).collect();
    let count = problems.len();
    text.push(match count {
        1 => "1 problème à corriger\u{a0}; rien n’a été écrit.".to_owned(),
        _ => format!("{count} problèmes à corriger\u{a0}; rien n’a été écrit."),
    });
    text.join("\n")
}
