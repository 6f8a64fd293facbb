//! The ordered list of what will be drawn, made from the atlas and the map style.
//!
//! | order | what | as |
//! | --- | --- | --- |
//! | 0 | slivers between a department in detail and one that is not | areas beneath all others |
//! | 1 | ground: undocumented, documented in part, documented; CLS by status | areas, each piece of ground once |
//! | 2 | borders of communes (where they are large), of intercommunalities | hairlines |
//! | 3 | CPTS by status | inner bands, then strokes |
//! | 4 | borders of departments, regions; boxes of the insets | lines |
//! | 5 | projects | discs and pins |
//! | 6 | names | texts without overlap |
//! | 7 | what is under the pointer, what is selected | outlines, on a sheet of their own |

use crate::data::Atlas;
use crate::data::Territory;
use crate::mesh::{Chains, Mesh};
use crate::scene::labels::Label;
use crate::scene::names::names;
use crate::scene::style::MapStyle;
use crate::scene::styled_piece::{Groups, StyledPiece, fills_of_cells};
use crate::scene::symbols::{Symbol, SymbolKind, symbols};
use crate::{Fill, Layer, MapBounds, MapPoint, Projection, Stroke};

/// From this resolution on, metres per CSS pixel, communes are large enough to be told apart.
pub const COMMUNE_BORDERS_BELOW: f64 = 150.0;

/// One thing to draw. Sizes are CSS pixels, positions map metres.
#[derive(Clone, Debug)]
pub enum Item<'a> {
    /// A ring of vertices, filled, with the rectangle around it.
    Sliver(&'a [MapPoint], MapBounds, Fill),
    /// The ground inside rings, filled in one go.
    Areas(&'a Mesh, &'a Chains, Fill),
    /// A soft line along edges, inside some ground only: the ground, the edges.
    Band(&'a Mesh, &'a Chains, &'a Chains, Stroke),
    /// Lines, each once; thinner where the map is small.
    Lines(&'a Mesh, &'a Chains, Stroke),
    /// The outline of what is selected or under the pointer; as wide on every map.
    Outline(&'a Mesh, &'a Chains, Stroke),
    /// The box of an inset, with its name and its scale bar.
    Inset(Projection, MapBounds),
    /// A numbered disc; hollow ones stand for zero, ringed ones for a whole region.
    Disc {
        /// Its middle.
        at: MapPoint,
        /// Its number.
        number: u32,
        /// Whether it stands for a whole region.
        is_regional: bool,
        /// Whether its department is selected.
        is_selected: bool,
    },
    /// A pin on a commune.
    Pin(MapPoint),
    /// A name; that of a town with a dot.
    Name(&'a Label),
}

/// An atlas in a map style, ready to be drawn from any viewport.
#[derive(Clone, Debug)]
pub struct Scene {
    /// What is known of the ground.
    pub atlas: Atlas,
    /// What is shown, and in which colours.
    pub style: MapStyle,
    styled_pieces: Vec<StyledPiece>,
    /// The fill of each sliver of the atlas.
    slivers: Vec<Fill>,
    /// The symbols of projects; none while their layer is hidden.
    symbols: Vec<Symbol>,
    /// The names that are written, and the resolution that they were chosen for.
    names: (Vec<Label>, f64),
}

impl Scene {
    /// The scene of `atlas` as `style` wants it. Does not depend on the viewport.
    pub fn new(atlas: Atlas, style: MapStyle) -> Self {
        let groups = Groups::new(&atlas.model, &style);
        let fills = fills_of_cells(&atlas.model, &style);
        let styled = |piece| StyledPiece::new(&atlas.model, piece, &fills, &groups);
        let styled_pieces = atlas.pieces().map(styled).collect();
        let slivers = atlas.slivers().iter().map(|sliver| fills[sliver.cell as usize]).collect();
        let is_shown = style.layers.contains(&Layer::Projects);
        let symbols = if is_shown { symbols(&atlas.model) } else { Vec::new() };
        Self { atlas, style, styled_pieces, slivers, symbols, names: (Vec::new(), 0.0) }
    }

    /// Chooses the names that are written at `resolution`, unless it did; other resolutions then
    /// have none. `width_of` gives the width of a text at a size, all in CSS pixels.
    pub fn write_names(&mut self, resolution: f64, width_of: impl Fn(&str, f64) -> f64) {
        if (self.names.1 - resolution).abs() > 1e-9 * resolution {
            self.names = (names(&self.atlas, resolution, &self.symbols, width_of), resolution);
        }
    }

    /// The items, the first to be drawn first.
    pub fn items(&self, resolution: f64) -> Vec<Item<'_>> {
        let palette = &self.style.palette;
        let slivers = self.atlas.slivers().iter().zip(&self.slivers);
        let mut items: Vec<_> = slivers
            .map(|(sliver, fill)| Item::Sliver(&sliver.ring, sliver.bounds, *fill))
            .collect();
        for (mesh, piece) in self.styled_pieces() {
            let areas = piece.areas.iter();
            items.extend(areas.map(|(fill, chains)| Item::Areas(mesh, chains, *fill)));
        }
        if resolution < COMMUNE_BORDERS_BELOW {
            let stroke = Stroke::full(palette.commune_border, 0.5);
            items.extend(self.lines(|piece| &piece.communes, stroke));
        }
        items.extend(self.lines(|piece| &piece.epci, Stroke::full(palette.epci_border, 0.6)));
        self.perimeters(&mut items);
        let department = Stroke::full(palette.department_border, 0.9);
        items.extend(self.lines(|piece| &piece.departments, department));
        let region = Stroke::full(palette.region_border, 1.4);
        items.extend(self.lines(|piece| &piece.regions, region));
        let boxes = Projection::ALL
            .into_iter()
            .filter_map(|projection| Some((projection, projection.inset_bounds()?)));
        items.extend(boxes.map(|(projection, bounds)| Item::Inset(projection, bounds)));
        items.extend(self.symbols.iter().map(|symbol| item_of(symbol, false)));
        if (self.names.1 - resolution).abs() <= 1e-9 * resolution {
            items.extend(self.names.0.iter().map(Item::Name));
        }
        items
    }

    fn styled_pieces(&self) -> impl Iterator<Item = (&Mesh, &StyledPiece)> {
        let pieces = self.atlas.pieces().map(|piece| piece.mesh);
        pieces.zip(&self.styled_pieces)
    }

    fn lines<'a>(
        &'a self,
        of: impl Fn(&StyledPiece) -> &Chains,
        stroke: Stroke,
    ) -> impl Iterator<Item = Item<'a>> {
        let all = self.styled_pieces().map(move |(mesh, piece)| (mesh, of(piece)));
        let drawn = all.filter(|(_, chains)| !chains.is_empty());
        drawn.map(move |(mesh, chains)| Item::Lines(mesh, chains, stroke))
    }

    /// All the bands, then all the lines.
    fn perimeters<'a>(&'a self, items: &mut Vec<Item<'a>>) {
        let palette = &self.style.palette;
        let band = Stroke::full(palette.cpts_band, 11.0);
        for (mesh, piece) in self.styled_pieces() {
            let bands = piece.bands.iter();
            items.extend(bands.map(|(ground, edges)| Item::Band(mesh, ground, edges, band)));
        }
        for (mesh, piece) in self.styled_pieces() {
            let lines = piece.perimeters.iter();
            items.extend(
                lines.map(|(status, chains)| Item::Lines(mesh, chains, palette.cpts(*status))),
            );
        }
    }
}

/// The disc of a department that is selected.
pub(crate) fn selected_disc<'a>(atlas: &Atlas, territory: Territory) -> Option<Item<'a>> {
    let is_own = |symbol: &&Symbol| {
        matches!((&symbol.kind, territory),
            (SymbolKind::Department(index, _), Territory::Department(own)) if *index == own)
    };
    symbols(&atlas.model).iter().find(is_own).map(|symbol| item_of(symbol, true))
}

fn item_of<'a>(symbol: &Symbol, is_selected: bool) -> Item<'a> {
    match symbol.kind {
        SymbolKind::Place => Item::Pin(symbol.at),
        SymbolKind::Department(_, number) => {
            Item::Disc { at: symbol.at, number, is_regional: false, is_selected }
        }
        SymbolKind::Region(number) => {
            Item::Disc { at: symbol.at, number, is_regional: true, is_selected: false }
        }
    }
}

#[cfg(test)]
#[path = "items_tests.rs"]
mod tests;
