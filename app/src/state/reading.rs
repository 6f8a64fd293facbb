//! The reading that the map shows, and the share of the territory under the pointer.

use super::{Hover, State};
use crate::load::Shares;
use leptos::prelude::*;
use map::{Choropleth, Layer, Level, MapStyle, Palette, Status, Territory};

/// The share under the pointer.
pub(crate) struct HoveredShare {
    pub(crate) territory: Territory,
    /// The code of its row in the legend.
    pub(crate) row: &'static str,
    /// The share in words.
    pub(crate) sentence: String,
}

impl State {
    /// The shares that the map shows; none in the reading of schemes, and before they are here.
    pub(crate) fn choropleth(self) -> Option<Choropleth> {
        let layer = self.choice.with(|choice| choice.reading.layer())?;
        self.shares.with(|shares| match shares {
            Shares::Here(shares) => Some(Choropleth { layer, shares: shares.clone() }),
            Shares::Absent | Shares::Failed(_) => None,
        })
    }

    /// The map style of the person's choice.
    pub(crate) fn map_style(self, palette: Palette) -> MapStyle {
        let choice = self.choice.get_untracked();
        let filter = choice.filter;
        let hidden = Layer::ALL
            .into_iter()
            .flat_map(|layer| Status::ALL.map(|status| (layer, status)))
            .filter(|&(layer, status)| !filter.shows(layer, status))
            .collect();
        let choropleth = untrack(|| self.choropleth());
        MapStyle { hidden, layers: choice.layers, choropleth, palette }
    }

    /// The level of the territories that have a colour.
    pub(crate) fn share_level(self) -> Level {
        let resolution = self.viewport.with(|view| view.map_or(0.0, |view| view.resolution));
        Choropleth::level(resolution)
    }

    /// The share under the pointer; none in the reading of schemes.
    pub(crate) fn hovered_share(self) -> Option<HoveredShare> {
        let Choropleth { layer, shares } = self.choropleth()?;
        let territory = self.hover.with(|hover| self.colored(hover.as_ref()?))?;
        let (row, sentence) = self.answers.get_untracked()?.share(&shares, layer, territory)?;
        Some(HoveredShare { territory, row, sentence })
    }

    /// The territory whose colour is under the pointer.
    fn colored(self, hover: &Hover) -> Option<Territory> {
        let view = self.viewport.get_untracked()?;
        self.atlas.with_untracked(|atlas| {
            let atlas = atlas.as_ref()?;
            let (cell, _) = atlas.at(view.map_from_screen(hover.at))?;
            let cell = atlas.model.cells.get(cell as usize)?;
            match Choropleth::level(view.resolution) {
                Level::Epci => cell.epci.map(|epci| Territory::Epci(epci as usize)),
                _ => Some(Territory::Department(cell.department as usize)),
            }
        })
    }
}
