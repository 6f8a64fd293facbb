//! The scene: the ordered list of items, made from the atlas and the map style.
//!
//! | order | items | as |
//! | --- | --- | --- |
//! | 0 | slivers between a department in detail and one that is not | areas beneath all others |
//! | 1 | CLS and CPTS by status, and what is known where there is none; or the share of each territory | areas that do not overlap |
//! | 2 | borders of communes and of intercommunalities, where they are large | hairlines |
//! | 3 | perimeters of CPTS, of CLS | lines in the dark tone of the layer |
//! | 4 | borders of departments, regions; boxes of the insets | lines |
//! | 5 | seats of schemes without a perimeter; places; projects | diamonds; squares; discs and pins |
//! | 6 | names | texts without overlap |
//! | 7 | the hovered and the selected territory | outlines, on canvases of their own; 5 and 6 once more above the latter |

use super::choropleth::CellFills;
use super::item::{Emphasis, Item};
use super::marked::Symbols;
use super::names::{Label, Sign, cover, names};
use super::overlay::{AREA_LAYERS, backdrop};
use super::paint::{Fill, Stroke};
use super::style::{EPCI_SHARES_BELOW, MapStyle};
use super::styled_piece::{Perimeters, StyledPiece};
use super::symbols::{Symbol, disc_of, symbols};
use crate::data::{Atlas, Subject, Territory};
use crate::mesh::{Chains, Mesh};
use crate::{MapBounds, Projection, Viewport};

/// The resolution, metres per CSS pixel, below which borders of communes are drawn.
pub const COMMUNE_BORDERS_BELOW: f64 = 150.0;

/// The resolution, metres per CSS pixel, below which borders of intercommunalities are drawn: the whole country on a
/// telephone is seen without them.
pub const EPCI_BORDERS_BELOW: f64 = 3_000.0;

/// The resolution, metres per CSS pixel, above which land that nothing is known of has no texture.
const CALM_ABOVE: f64 = 1_000.0;

/// The width of a letter, in its sizes, on the average.
pub(crate) const LETTER: f64 = 0.54;

/// An atlas in a map style, ready to be drawn from any viewport.
#[derive(Clone, Debug)]
pub struct Scene {
    /// The overview and the details at hand.
    pub atlas: Atlas,
    /// The layers and statuses that are shown, and the colours.
    pub style: MapStyle,
    styled_pieces: Vec<StyledPiece>,
    /// The fill of each sliver of the atlas.
    slivers: Vec<Fill>,
    /// The symbols of the layers that are shown.
    symbols: Vec<Sign<Symbol>>,
    names: NamesAt,
}

/// The names that are written at one resolution.
#[derive(Clone, Debug, Default)]
struct NamesAt {
    resolution: f64,
    labels: Vec<Sign<Label>>,
}

impl NamesAt {
    fn are_for(&self, resolution: f64) -> bool {
        (self.resolution - resolution).abs() <= 1e-9 * resolution
    }
}

impl Scene {
    /// Styles an atlas. The scene does not depend on the viewport.
    pub fn new(atlas: Atlas, style: MapStyle) -> Self {
        let perimeters = Perimeters::new(&atlas.model, &style);
        let fills = CellFills::new(&atlas.model, &style);
        let styled = |piece| StyledPiece::new(&atlas.model, piece, &fills, &perimeters);
        let styled_pieces = atlas.pieces().map(styled).collect();
        let slivers =
            atlas.slivers().iter().map(|sliver| fills.near[sliver.cell as usize]).collect();
        let symbols = symbols(&atlas.model, &style).into_iter().map(Sign::new).collect();
        Self { atlas, style, styled_pieces, slivers, symbols, names: NamesAt::default() }
    }

    /// The symbols, for hit tests.
    pub fn symbols(&self) -> Symbols {
        Symbols::new(self.symbols.iter().map(|symbol| symbol.of.clone()).collect())
    }

    /// Chooses the names that are written at `resolution`, unless they are chosen already; at other
    /// resolutions the scene then has none. `width_of` gives the width of a text at a size, all in CSS pixels.
    pub fn write_names(&mut self, resolution: f64, width_of: impl Fn(&str, f64) -> f64) {
        if !self.names.are_for(resolution) {
            let symbols: Vec<Symbol> =
                self.symbols.iter().map(|symbol| symbol.of.clone()).collect();
            let labels = names(&self.atlas, resolution, &symbols, width_of);
            self.names =
                NamesAt { resolution, labels: labels.into_iter().map(Sign::new).collect() };
        }
    }

    /// Chooses them where nothing measures texts: a letter has an average width.
    pub fn write_names_unmeasured(&mut self, resolution: f64) {
        self.write_names(resolution, |text, size| text.chars().count() as f64 * size * LETTER);
    }

    /// Leaves out the symbols and names that `boxes` of the page cover, and the names that the edge of
    /// the screen cuts, when `view` is at rest; the others come back. Returns the rectangles that are to
    /// be painted again. All but `view` in map metres.
    ///
    /// Names are chosen by resolution alone; this comes after, so that none comes or goes while the map
    /// moves.
    pub fn leave_out_covered(&mut self, view: &Viewport, boxes: &[MapBounds]) -> Vec<MapBounds> {
        let (resolution, seen) = (view.resolution, view.bounds());
        let mut changed = cover(&mut self.symbols, resolution, seen, boxes);
        if self.names.are_for(resolution) {
            changed.extend(cover(&mut self.names.labels, resolution, seen, boxes));
        }
        changed
    }

    /// The fill of land in the region of that index where there is no scheme.
    pub(crate) fn backdrop(&self, region: u32) -> Fill {
        self.style.palette.backdrop(backdrop(&self.atlas.model, &self.style, region))
    }

    /// The items, the first to be drawn first.
    pub(crate) fn items(&self, resolution: f64) -> Vec<Item<'_>> {
        let palette = &self.style.palette;
        let mut items = Vec::new();
        self.areas(resolution, &mut items);
        if resolution < COMMUNE_BORDERS_BELOW {
            let stroke = Stroke::full(palette.commune_border, 0.5);
            items.extend(self.lines(|piece| &piece.communes, stroke));
        }
        // From afar, shares are those of departments, which nothing divides.
        if !self.shows_departments(resolution) {
            if resolution < EPCI_BORDERS_BELOW {
                let stroke = Stroke::full(palette.epci_border, 0.6);
                items.extend(self.lines(|piece| &piece.epci, stroke));
            }
            self.perimeters(&mut items);
        }
        let department = Stroke::full(palette.department_border, 0.75);
        items.extend(self.lines(|piece| &piece.departments, department));
        let region = Stroke::full(palette.region_border, 1.2);
        items.extend(self.lines(|piece| &piece.regions, region));
        for projection in Projection::ALL {
            items.extend(projection.inset_bounds().map(|bounds| Item::Inset(projection, bounds)));
        }
        items.extend(self.signs(resolution));
        items
    }

    /// The symbols, then the names: what lies above every line.
    pub(crate) fn signs(&self, resolution: f64) -> impl Iterator<Item = Item<'_>> {
        let symbols = self.symbols.iter().filter_map(Sign::shown);
        let symbols = symbols.map(|symbol| match symbol {
            Symbol::Disc(disc) => Item::Disc(*disc, Emphasis::None),
            Symbol::Sign(sign) => match sign.subject {
                Subject::Scheme(scheme) if !sign.is_pin() => Item::Seat(scheme.layer, sign.at),
                Subject::Scheme(_) => Item::Pin(sign.at),
                _ => Item::Venue(sign.at),
            },
        });
        let are_written = self.names.are_for(resolution);
        let names = self.names.labels.iter().filter(move |_| are_written);
        let names = names.filter_map(Sign::shown).map(Item::Name);
        symbols.chain(names)
    }

    fn styled_pieces(&self) -> impl Iterator<Item = (&Mesh, &StyledPiece)> {
        self.atlas.pieces().map(|piece| piece.mesh).zip(&self.styled_pieces)
    }

    /// The slivers, then the areas of each piece.
    fn areas<'a>(&'a self, resolution: f64, items: &mut Vec<Item<'a>>) {
        let palette = &self.style.palette;
        let seen = |fill: Fill| if resolution > CALM_ABOVE { palette.calm(fill) } else { fill };
        for (sliver, &fill) in self.atlas.slivers().iter().zip(&self.slivers) {
            items.push(Item::Sliver {
                ring: &sliver.ring,
                bounds: sliver.bounds,
                fill: seen(fill),
            });
        }
        for (mesh, piece) in self.styled_pieces() {
            let far = piece.far_areas.as_ref().filter(|_| self.shows_departments(resolution));
            for (fill, rings) in far.unwrap_or(&piece.areas) {
                items.push(Item::Areas { mesh, rings, fill: seen(*fill) });
            }
        }
    }

    fn lines<'a>(
        &'a self,
        of: impl Fn(&StyledPiece) -> &Chains,
        stroke: Stroke,
    ) -> impl Iterator<Item = Item<'a>> {
        self.styled_pieces()
            .map(move |(mesh, piece)| (mesh, of(piece)))
            .filter(|(_, lines)| !lines.is_empty())
            .map(move |(mesh, lines)| Item::Lines { mesh, lines, stroke })
    }

    /// Whether areas show the shares of departments.
    fn shows_departments(&self, resolution: f64) -> bool {
        self.style.choropleth.is_some() && resolution >= EPCI_SHARES_BELOW
    }

    /// The perimeters of one layer, then of the other; above shares, thin ones of their layer only.
    fn perimeters<'a>(&'a self, items: &mut Vec<Item<'a>>) {
        // That of a CLS last: it is often the smaller one.
        for (index, layer) in AREA_LAYERS.into_iter().enumerate().rev() {
            let mut stroke = self.style.palette.perimeter(layer);
            if let Some(choropleth) = &self.style.choropleth {
                if choropleth.layer != layer {
                    continue;
                }
                stroke.width = 0.9;
            }
            items.extend(self.lines(|piece| &piece.perimeters[index], stroke));
        }
    }
}

/// The disc of the selected department; none for another territory.
pub(crate) fn selected_disc<'a>(atlas: &Atlas, subject: &Subject) -> Option<Item<'a>> {
    let Subject::Territory(Territory::Department(department)) = subject else { return None };
    disc_of(&atlas.model, *department).map(|disc| Item::Disc(disc, Emphasis::Selected))
}

#[cfg(test)]
#[path = "items_tests.rs"]
mod tests;
