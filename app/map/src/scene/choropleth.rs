//! The second reading of the map: each department or intercommunality in the colour of its share.

use super::overlay::fills_of_cells;
use super::palette::Backdrop;
use super::style::{Choropleth, MapStyle};
use crate::{Fill, Model, Territory};

/// By cell, its fill near by and from afar: the same in the reading of schemes.
pub(crate) struct CellFills {
    pub(crate) near: Vec<Fill>,
    /// None where it is the same as near by.
    pub(crate) far: Option<Vec<Fill>>,
}

impl CellFills {
    pub(crate) fn new(model: &Model, style: &MapStyle) -> Self {
        let Some(Choropleth { layer, shares }) = &style.choropleth else {
            return Self { near: fills_of_cells(model, style), far: None };
        };
        let fill = |territory: Option<Territory>| {
            let (Some(territory), Some(shares)) = (territory, shares.of(*layer)) else {
                return style.palette.backdrop(Backdrop::Silent);
            };
            style.palette.share(*layer, shares, shares.share(territory))
        };
        // An island without an intercommunality has no share of one.
        let epci = |cell: &crate::Cell| fill(cell.epci.map(|it| Territory::Epci(it as usize)));
        let department =
            |cell: &crate::Cell| fill(Some(Territory::Department(cell.department as usize)));
        Self {
            near: model.cells.iter().map(epci).collect(),
            far: Some(model.cells.iter().map(department).collect()),
        }
    }
}
