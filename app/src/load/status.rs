//! The state of a download: its progress, or its error.

use map::text;
use std::time::Duration;

/// How long nothing may come before the page says so.
pub(super) const LATE_AFTER: Duration = Duration::from_secs(8);

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
    /// Whether nothing has come for a while.
    pub(crate) is_late: bool,
}

impl Progress {
    /// Nothing of that title is asked for yet.
    pub(crate) const fn of(title: &'static str) -> Self {
        Self { title, received: 0, total: 0, is_late: false }
    }

    /// Whether the file is asked for.
    pub(super) const fn has_begun(&self) -> bool {
        self.total > 0
    }

    /// The sentence of the progress line; another one after a while in which nothing has come.
    pub(crate) fn sentence(&self) -> String {
        if self.is_late {
            text::late(self.title, LATE_AFTER.as_secs() as u32)
        } else {
            text::loading(self.title, self.received, self.total)
        }
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
    /// The file is no longer there: names of files change with their content.
    #[error("Le site vient d’être mis à jour. Rechargez la page pour avoir {0}.")]
    Gone(&'static str),
    /// The server answered, but not with the file.
    #[error("Le serveur n’a pas fourni {0} (code\u{a0}{1}). Réessayez dans un moment.")]
    Status(&'static str, u16),
    /// The file does not have the expected form.
    #[error("Le fichier qui contient {0} est illisible\u{a0}: {why}. Rechargez la page.", why = reason(*.1))]
    Form(&'static str, map::DataError),
}

/// The way out of an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Remedy {
    /// To ask for the same file again.
    Retry,
    /// To load the page again, which knows the files of today.
    Reload,
}

impl Remedy {
    /// The label of its button.
    pub(crate) const fn label(self) -> &'static str {
        match self {
            Self::Retry => "Réessayer",
            Self::Reload => "Recharger",
        }
    }
}

impl LoadError {
    /// The error of a server that answered with that code instead of `title`.
    pub(super) fn of_code(title: &'static str, code: u16) -> Self {
        match code {
            404 | 410 => Self::Gone(title),
            code => Self::Status(title, code),
        }
    }

    pub(crate) const fn remedy(&self) -> Remedy {
        match self {
            Self::Network(_) | Self::Status(..) => Remedy::Retry,
            Self::Gone(_) | Self::Form(..) => Remedy::Reload,
        }
    }
}

/// The reason why a file is unreadable, in French.
fn reason(error: map::DataError) -> &'static str {
    match error {
        map::DataError::Mesh(_) => "les colonnes des tracés n’ont pas la même longueur",
        _ => "il n’est pas de la version de cette page",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_gone_is_one_of_yesterdays_page() {
        let gone = LoadError::of_code("la carte", 404);
        assert_eq!(gone.remedy(), Remedy::Reload);
        assert!(gone.to_string().starts_with("Le site vient d’être mis à jour."));
        let busy = LoadError::of_code("la carte", 503);
        assert_eq!(busy.remedy(), Remedy::Retry);
        assert!(busy.to_string().contains("code\u{a0}503"));
    }
}
