//! The picture: a scene as inline SVG, for pages that need no script.
//!
//! It shows what its size can show: lines are simplified to about half a pixel, whole half pixels, each
//! border once. Its colours are classes (`f-…` fills, `s-…` strokes) that `style/picture.css` ties to the
//! tokens of the page, so that it follows the theme, forced colours and paper. Territories are links.

mod country;
mod link;
mod path;
mod svg;

use super::pen::Pen;
use crate::Palette;
use crate::data::Subject;
use crate::scene::item::Item;
use crate::scene::names::LabelKind;
use crate::scene::{Scene, selection_strokes};
use crate::view::Viewport;
use crate::{MapBounds, MapPoint};
pub use link::{LinkShape, PictureLink};
use svg::SvgCanvas;

/// The reach of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureReach {
    /// The whole country: the links are its departments, which together are the land. Borders of
    /// intercommunalities would clog.
    Country,
    /// A region with what surrounds it: as a territory, with fewer vertices, for it has the most schemes.
    Region,
    /// A territory with what surrounds it: all that the application shows at this resolution.
    Territory,
}

/// A scene as SVG. The scene has the palette [`Palette::NAMED`].
#[derive(Clone, Copy, Debug)]
pub struct Picture<'a> {
    /// The scene that is drawn.
    pub scene: &'a Scene,
    /// The part of the map that is drawn, and its size in CSS pixels.
    pub viewport: &'a Viewport,
    /// The part of it that a page makes room for; the rest lies around that.
    pub frame: MapBounds,
    /// The subject with an outline; its communes are named.
    pub selection: Option<&'a Subject>,
    /// The links, the first lowest.
    pub links: &'a [PictureLink<'a>],
    /// The reach.
    pub reach: PictureReach,
}

impl Picture<'_> {
    /// The elements inside `<svg viewBox="…">`, whose unit is half a CSS pixel: see
    /// [`Picture::view_box`].
    pub fn elements(&self) -> String {
        let mut canvas = SvgCanvas::new(self.viewport, self.reach.tolerance());
        let mut pen = Pen::new(self.viewport, self.viewport.bounds(), &Palette::NAMED, &mut canvas);
        match self.reach {
            PictureReach::Country => country::draw(self.scene, self.viewport, self.links, &mut pen),
            PictureReach::Region | PictureReach::Territory => self.draw_territory(&mut pen),
        }
        // Above the links, which signs let through.
        pen.canvas.text.push_str("<g class=\"signs\">");
        let signs = self.scene.signs(self.viewport.resolution);
        signs.filter(|sign| self.shows(sign)).for_each(|sign| pen.item(sign));
        pen.canvas.text.push_str("</g>");
        format!("{}{}", canvas.definitions(), canvas.text)
    }

    /// The attribute `viewBox`: the frame, to a tenth of a unit. Whole ones would put every line beside that
    /// of the application.
    pub fn view_box(&self) -> String {
        let MapBounds { min, max } = self.frame;
        let corner = self.viewport.screen_from_map(MapPoint::new(min.x, max.y));
        let size = [self.frame.width(), self.frame.height()];
        let [width, height] = size.map(|length| length / self.viewport.resolution);
        let units = [corner.x, corner.y, width, height].map(|it| svg::short(it * path::UNITS));
        units.join(" ")
    }

    /// Everything but slivers, which are narrower than what the picture shows, and the borders that links
    /// have already.
    fn draw_territory(&self, pen: &mut Pen<'_, SvgCanvas>) {
        for item in self.scene.items(self.viewport.resolution) {
            let is_of_links = !self.links.is_empty() && is_border_of_links(&item);
            if !item.is_sign() && !is_of_links && !matches!(item, Item::Sliver { .. }) {
                pen.item(item);
            }
        }
        for kind in self.links.chunk_by(|one, other| one.shape.class() == other.shape.class()) {
            let class = kind[0].shape.class();
            pen.canvas.text.push_str("<g class=\"links ");
            pen.canvas.text.push_str(class);
            pen.canvas.text.push_str("\">");
            kind.iter().for_each(|link| link.put(&self.scene.atlas, pen));
            pen.canvas.text.push_str("</g>");
        }
        pen.canvas.text.push_str("<g class=\"signs\">");
        self.outline(pen);
        pen.canvas.text.push_str("</g>");
    }

    /// Whether a sign is shown: of communes, only those of the selection are named.
    fn shows(&self, sign: &Item) -> bool {
        match sign {
            Item::Name(label) if label.kind == LabelKind::Commune => {
                let Some((cell, _)) = self.scene.atlas.at(label.at) else { return false };
                let model = &self.scene.atlas.model;
                match self.selection {
                    Some(Subject::Territory(own)) => model.is_part(cell, *own),
                    Some(Subject::Scheme(own)) => {
                        model.drawn(*own).is_none_or(|drawn| drawn.cells.contains(&cell))
                    }
                    _ => true,
                }
            }
            _ => true,
        }
    }

    /// The outline of the selection, each line once, and the rings around its signs.
    fn outline(&self, pen: &mut Pen<'_, SvgCanvas>) {
        let Some(subject) = self.selection else { return };
        for stroke in selection_strokes(&Palette::NAMED) {
            for (mesh, lines) in &self.scene.atlas.outline(subject) {
                pen.item(Item::Outline { mesh, lines, stroke });
            }
            for at in self.scene.atlas.model.signs_of(subject) {
                pen.item(Item::Ring(at, stroke));
            }
        }
    }
}

impl PictureReach {
    /// The distance, CSS pixels, from which on a vertex is to be seen.
    fn tolerance(self) -> f64 {
        match self {
            Self::Country => 0.8,
            Self::Region => 2.0,
            Self::Territory => 1.6,
        }
    }
}

fn is_border_of_links(item: &Item) -> bool {
    let own = [Palette::NAMED.commune_border, Palette::NAMED.epci_border];
    matches!(item, Item::Lines { stroke, .. } if own.contains(&stroke.color))
}

#[cfg(test)]
mod tests;
