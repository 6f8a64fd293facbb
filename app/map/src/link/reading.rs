//! The reading of the map: what its areas tell.

use crate::Layer;

/// One of the readings of the map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reading {
    /// The schemes, each where it is: `fond=dispositifs`, which is left out.
    #[default]
    Schemes,
    /// The share of the population in an active CLS: `fond=part-cls`.
    ShareOfCls,
    /// The share of the population in an active CPTS: `fond=part-cpts`.
    ShareOfCpts,
}

impl Reading {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 3] = [Self::Schemes, Self::ShareOfCls, Self::ShareOfCpts];

    /// The code in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Schemes => "dispositifs",
            Self::ShareOfCls => "part-cls",
            Self::ShareOfCpts => "part-cpts",
        }
    }

    /// The reading of that code; the first for any other text.
    pub fn parse(code: &str) -> Self {
        Self::ALL.into_iter().find(|one| one.code() == code).unwrap_or_default()
    }

    /// The layer whose shares are read; none for the schemes themselves.
    pub const fn layer(self) -> Option<Layer> {
        match self {
            Self::Schemes => None,
            Self::ShareOfCls => Some(Layer::Cls),
            Self::ShareOfCpts => Some(Layer::Cpts),
        }
    }
}
