//! The view of the panel, as a value.

/// A view of the panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PanelView {
    /// The answer for the selected territory, or for the country.
    Answer,
    /// The list of what it holds.
    List,
    /// The legend, in a narrow window: in a wide one it lies over the map.
    Legend,
}

impl PanelView {
    /// The views, in the order of their buttons.
    pub(crate) const ALL: [Self; 3] = [Self::Answer, Self::List, Self::Legend];

    /// The name of the view in the style sheet.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Answer => "fiche",
            Self::List => "liste",
            Self::Legend => "legende",
        }
    }

    /// The name of the view on its button.
    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::Answer => "Fiche",
            Self::List => "Liste",
            Self::Legend => "Légende",
        }
    }
}
