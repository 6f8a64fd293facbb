//! The picture: a scene as inline SVG, for pages that need no script.
//!
//! It shows what its size can show: lines are simplified to about half a pixel, whole half pixels, each
//! border once. Its colours are classes (`f-…` fills, `s-…` strokes) that `style/picture.css` ties to the
//! tokens of the page, so that it follows the theme, forced colours and paper. Territories are links.

mod path;
mod simplify;
mod svg;

use super::pen::Pen;
use crate::data::{Atlas, Territory};
use crate::mesh::{Chains, Face};
use crate::scene::item::Item;
use crate::scene::{Scene, selection_strokes};
use crate::view::Viewport;
use crate::{Canvas, Color, Palette};
use svg::SvgCanvas;

/// A shape of the picture that leads somewhere.
#[derive(Clone, Debug)]
pub struct PictureLink<'a> {
    /// The shape.
    pub shape: LinkShape,
    /// The address.
    pub href: &'a str,
    /// The name that is shown and read for it.
    pub name: &'a str,
}

/// The shape of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkShape {
    /// A territory.
    Territory(Territory),
    /// A commune or arrondissement: the face of that index in the detail of a department.
    Commune { department: usize, face: Face },
}

/// The borders that a picture shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureBorders {
    /// Departments and regions: for the whole country.
    Departments,
    /// All that the application shows at this resolution.
    All,
}

/// A scene as SVG. The scene has the palette [`Palette::NAMED`].
#[derive(Clone, Copy, Debug)]
pub struct Picture<'a> {
    /// What is drawn.
    pub scene: &'a Scene,
    /// The part of the map, and the size in CSS pixels.
    pub viewport: &'a Viewport,
    /// The territory with an outline.
    pub selection: Option<Territory>,
    /// The links, the first lowest.
    pub links: &'a [PictureLink<'a>],
    /// The borders.
    pub borders: PictureBorders,
}

impl Picture<'_> {
    /// The elements inside `<svg viewBox="0 0 …">`, whose unit is half a CSS pixel: see
    /// [`Picture::view_box`].
    pub fn elements(&self) -> String {
        let mut canvas = SvgCanvas::new(self.viewport.size, self.hidden_strokes());
        let mut pen =
            Pen::new(self.viewport, self.viewport.bounds(), &Palette::NAMED, &mut canvas);
        let is_sign = |item: &Item| {
            matches!(item, Item::Disc(..) | Item::Pin(_) | Item::Seat(..) | Item::Name(_))
        };
        for item in self.scene.items(self.viewport.resolution) {
            // Slivers are narrower than what the picture shows.
            if !is_sign(&item) && !matches!(item, Item::Sliver { .. }) {
                pen.item(item);
            }
        }
        self.outline(&mut pen);
        self.put_links(&mut pen);
        // Above the links, which signs let through (`pointer-events`).
        pen.canvas.text.push_str("<g class=\"signs\">");
        self.scene.signs(self.viewport.resolution).for_each(|sign| pen.item(sign));
        pen.canvas.text.push_str("</g>");
        format!("{}{}", canvas.definitions(), canvas.text)
    }

    /// The attribute `viewBox`.
    pub fn view_box(&self) -> String {
        let (width, height) = self.viewport.size;
        format!("0 0 {} {}", (width * path::UNITS) as i32, (height * path::UNITS) as i32)
    }

    fn hidden_strokes(&self) -> Vec<Color> {
        match self.borders {
            PictureBorders::Departments => vec![Palette::NAMED.epci_border],
            PictureBorders::All => Vec::new(),
        }
    }

    /// The outline of the selection, each line once.
    fn outline(&self, pen: &mut Pen<'_, SvgCanvas>) {
        let Some(territory) = self.selection else { return };
        let Scene { atlas, .. } = self.scene;
        for stroke in selection_strokes(&Palette::NAMED) {
            for (mesh, lines) in &atlas.outline(territory) {
                pen.item(Item::Outline { mesh, lines, stroke });
            }
        }
    }

    fn put_links(&self, pen: &mut Pen<'_, SvgCanvas>) {
        let Scene { atlas, .. } = self.scene;
        for link in self.links {
            pen.canvas.begin();
            for (mesh, chains) in shape(atlas, link.shape) {
                pen.add_rings(mesh, &chains);
            }
            pen.canvas.link(link.href, link.name);
        }
    }
}

/// The rings around a shape, on each piece that draws some of it.
fn shape(atlas: &Atlas, shape: LinkShape) -> Vec<(&crate::mesh::Mesh, Chains)> {
    let around = |piece: crate::data::Piece<'_>, mesh| {
        let is_inside = |face: Face| match shape {
            LinkShape::Territory(territory) => {
                piece.is_own(face) && atlas.model.is_part(piece.cell_of(face), territory)
            }
            LinkShape::Commune { department, face: wanted } => {
                face == wanted && piece.detail.is_some_and(|it| it.department == department)
            }
        };
        Chains::around(mesh, is_inside)
    };
    let pieces = atlas.pieces().map(|piece| (piece.mesh, around(piece, piece.mesh)));
    pieces.filter(|(_, chains)| !chains.is_empty()).collect()
}

#[cfg(test)]
mod tests;
