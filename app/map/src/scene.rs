//! The ordered list of what will be drawn, from what is known and what is looked at.
//!
//! | order | what | as |
//! | --- | --- | --- |
//! | 1 | ground: undocumented, documented in part, documented | areas |
//! | 2 | CLS by status | areas with patterns |
//! | 3 | borders of intercommunalities | hairlines |
//! | 4 | CPTS by status | inner bands, then strokes |
//! | 5 | borders of departments, regions; boxes of the insets | lines |
//! | 6 | what is under the pointer, what is selected | outlines |
//! | 7 | projects | discs and pins |
//! | 8 | names of the insets, scale bars | text and lines |

use crate::model::{Border, Model, Schemes, SymbolKind, Territory};
use crate::{Fill, Frame, Layer, Lines, MapBounds, MapPoint, Palette, Shapes, Status, Stroke};
use std::collections::HashSet;

/// What is looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// The layers that are shown.
    pub layers: Vec<Layer>,
    /// The selected territory.
    pub selection: Option<Territory>,
    /// The territory under the pointer.
    pub hover: Option<Territory>,
    /// The colours.
    pub palette: Palette,
}

/// One thing to draw. Sizes are CSS pixels, places map metres.
#[derive(Clone, Debug)]
pub enum Item<'a> {
    /// Features filled in one go.
    Areas(&'a Shapes, Vec<usize>, Fill),
    /// A soft line inside the outline of a feature.
    Band(&'a Shapes, usize, Stroke),
    /// The outline of what is selected or under the pointer.
    Outline(&'a Shapes, usize, Stroke),
    /// Borders, each once.
    Borders(&'a Lines, Stroke),
    /// The box of an inset, with its name and its scale bar.
    Inset(Frame, MapBounds),
    /// A numbered disc; hollow ones stand for zero, ringed ones for a whole region.
    Disc {
        /// Its middle.
        at: MapPoint,
        /// Its number.
        number: usize,
        /// Whether it stands for a whole region.
        is_regional: bool,
        /// Whether its department is selected.
        is_selected: bool,
    },
    /// A pin on a commune.
    Pin(MapPoint),
}

/// The items, the first to be drawn first.
#[derive(Clone, Debug)]
pub struct Scene<'a> {
    /// What to draw.
    pub items: Vec<Item<'a>>,
    /// With which colours.
    pub palette: Palette,
}

impl<'a> Scene<'a> {
    /// The scene of `model` as `look` wants it. Does not depend on the viewport.
    pub fn new(model: &'a Model, look: &Look) -> Self {
        let mut items = ground(model, look);
        let palette = look.palette;
        let shows = |layer| look.layers.contains(&layer);
        if shows(Layer::Cls) {
            items.extend(cls(&model.cls, &palette));
        }
        items.extend(border(model, Border::Epci, Stroke::full(palette.epci_border, 0.6)));
        if shows(Layer::Cpts) {
            items.extend(cpts(model, &palette));
        }
        items.extend(border(
            model,
            Border::Department,
            Stroke::full(palette.department_border, 0.9),
        ));
        items.extend(border(model, Border::Region, Stroke::full(palette.region_border, 1.4)));
        let boxes = Frame::ALL.into_iter().filter_map(|frame| Some((frame, frame.box_bounds()?)));
        items.extend(boxes.map(|(frame, bounds)| Item::Inset(frame, bounds)));
        items.extend(outlines(model, look));
        if shows(Layer::Projects) {
            items.extend(symbols(model, look));
        }
        Self { items, palette }
    }
}

/// Departments by how many of the visible layers document their region: none, some, all. With
/// some only, an empty ground must not pass for a zero.
fn ground<'a>(model: &'a Model, look: &Look) -> Vec<Item<'a>> {
    let shapes = &model.departments.shapes;
    let mut grounds: [Vec<usize>; 3] = Default::default();
    for place in 0..shapes.len() {
        let department = Territory::Department(place);
        let has_list = |layer: &&Layer| model.documentation(**layer, department).is_some();
        let kind = match look.layers.iter().filter(has_list).count() {
            0 => 0,
            some if some < look.layers.len() => 1,
            _ => 2,
        };
        grounds[kind].push(place);
    }
    let palette = &look.palette;
    let plain = Fill { color: palette.documented, pattern: None };
    let fills = [palette.undocumented, palette.partly_documented, plain];
    let grounds = grounds.into_iter().zip(fills).filter(|(places, _)| !places.is_empty());
    grounds.map(|(places, fill)| Item::Areas(shapes, places, fill)).collect()
}

/// One item per status, the weaker first: where two overlap, the stronger shows.
fn cls<'a>(schemes: &'a Schemes, palette: &Palette) -> Vec<Item<'a>> {
    let order = [Status::Expired, Status::Unknown, Status::InPreparation, Status::Active];
    let of = |status: Status| -> Vec<usize> {
        let places = schemes.properties.iter().enumerate();
        places.filter(|(_, scheme)| scheme.statut == status).map(|(place, _)| place).collect()
    };
    let groups = order.into_iter().map(|status| (of(status), palette.cls(status)));
    groups
        .filter(|(features, _)| !features.is_empty())
        .map(|(features, fill)| Item::Areas(&schemes.shapes, features, fill))
        .collect()
}

/// All the bands, then all the lines. Schemes with the same perimeter have one band.
fn cpts<'a>(model: &'a Model, palette: &Palette) -> Vec<Item<'a>> {
    let schemes = &model.cpts;
    let mut seen = HashSet::new();
    let distinct = (0..schemes.properties.len())
        .filter(|&place| seen.insert(&schemes.properties[place].communes));
    let band = Stroke::full(palette.cpts_band, 11.0);
    let bands = distinct.map(|place| Item::Band(&schemes.shapes, place, band));
    let lines = Status::ALL.into_iter().rev().filter_map(|status| {
        model.perimeters(status).map(|lines| Item::Borders(lines, palette.cpts(status)))
    });
    bands.chain(lines).collect()
}

fn border(model: &Model, kind: Border, stroke: Stroke) -> Option<Item<'_>> {
    model.borders(kind).map(|lines| Item::Borders(lines, stroke))
}

/// A light line under the pointer; for the selection a dark double line on a light halo.
fn outlines<'a>(model: &'a Model, look: &Look) -> Vec<Item<'a>> {
    let palette = &look.palette;
    let mut items = Vec::new();
    let mut outline = |territory: Territory, strokes: &[Stroke]| {
        let (shapes, place) = model.shape(territory);
        items.extend(strokes.iter().map(|&stroke| Item::Outline(shapes, place, stroke)));
    };
    if let Some(hover) = look.hover.filter(|hover| look.selection != Some(*hover)) {
        let strokes = [Stroke::full(palette.halo, 5.0), Stroke::full(palette.selection, 2.0)];
        outline(hover, &strokes);
    }
    if let Some(selection) = look.selection {
        let strokes = [
            Stroke::full(palette.halo, 9.0),
            Stroke::full(palette.selection, 5.5),
            Stroke::full(palette.halo, 1.5),
        ];
        outline(selection, &strokes);
    }
    items
}

/// Pins under discs, regional discs last.
fn symbols<'a>(model: &Model, look: &Look) -> Vec<Item<'a>> {
    let item = |symbol: &crate::Symbol| match symbol.kind {
        SymbolKind::Place => Item::Pin(symbol.at),
        SymbolKind::Department(place, number) => Item::Disc {
            at: symbol.at,
            number,
            is_regional: false,
            is_selected: look.selection == Some(Territory::Department(place)),
        },
        SymbolKind::Region(number) => {
            Item::Disc { at: symbol.at, number, is_regional: true, is_selected: false }
        }
    };
    model.symbols().iter().map(item).collect()
}

#[cfg(test)]
mod tests;
