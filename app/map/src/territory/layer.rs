//! Layers: schemes of one kind.

use serde::{Deserialize, Serialize};

/// Schemes of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Layer {
    /// Contrats locaux de santé.
    Cls,
    /// Communautés professionnelles territoriales de santé.
    Cpts,
    /// Labelled « CNR Santé » projects.
    #[serde(rename = "projets")]
    Projects,
}

impl Layer {
    /// All layers, in the order of legends and lists.
    pub const ALL: [Self; 3] = [Self::Cls, Self::Cpts, Self::Projects];

    /// The name in files and addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Cls => "cls",
            Self::Cpts => "cpts",
            Self::Projects => "projets",
        }
    }

    /// The layer of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|layer| layer.code() == code)
    }

    /// The full French name, plural.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Cls => "Contrats locaux de santé",
            Self::Cpts => "Communautés professionnelles territoriales de santé",
            Self::Projects => "Projets labellisés «\u{a0}CNR Santé\u{a0}»",
        }
    }

    /// The short French name, as professionals say it.
    pub const fn short_title(self) -> &'static str {
        match self {
            Self::Cls => "CLS",
            Self::Cpts => "CPTS",
            Self::Projects => "Projets CNR Santé",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_leads_back_to_its_layer() {
        for layer in Layer::ALL {
            assert_eq!(Layer::from_code(layer.code()), Some(layer));
            assert_eq!(serde_json::to_value(layer).unwrap(), layer.code());
        }
        assert_eq!(Layer::from_code("CLS"), None);
    }
}
