//! The state of a download: its progress, or its error.

use map::text;

/// A download on its way, at its end, or failed.
#[derive(Clone, Debug)]
pub(crate) enum Load {
    Running(Progress),
    Done,
    Failed(LoadError),
}

/// The progress of a download, in bytes, uncompressed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Progress {
    /// The French name of the content.
    pub(crate) title: &'static str,
    /// Bytes here.
    pub(crate) received: usize,
    /// Bytes in all; zero when that is not known.
    pub(crate) total: usize,
}

impl Progress {
    /// The sentence of the progress line.
    pub(crate) fn sentence(&self) -> String {
        text::loading(self.title, self.received, self.total)
    }
}

/// The reason why a file cannot be had. Each names in French the content of the file.
#[derive(Clone, Debug, thiserror::Error)]
pub(crate) enum LoadError {
    /// The network did not answer.
    #[error(
        "Le serveur n’a pas répondu pour {0}. Vérifiez votre connexion à Internet, puis réessayez."
    )]
    Network(&'static str),
    /// The server answered, but not with the file.
    #[error(
        "Le serveur n’a pas fourni {0} (code\u{a0}{1}). Réessayez dans un moment\u{a0}; si cela dure, \
         le site est peut-être en cours de mise à jour."
    )]
    Status(&'static str, u16),
    /// The file does not have the expected form.
    #[error("Le fichier qui contient {0} est illisible\u{a0}: {why}. Rechargez la page.", why = reason(*.1))]
    Form(&'static str, map::DataError),
}

/// The reason why a file is unreadable, in French.
fn reason(error: map::DataError) -> &'static str {
    match error {
        map::DataError::Mesh(_) => "les colonnes des tracés n’ont pas la même longueur",
        _ => "il n’est pas de la version de cette page",
    }
}
