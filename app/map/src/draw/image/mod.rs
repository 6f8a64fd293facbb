//! The image: a scene as SVG that stands alone, for files that any program opens alike.
//!
//! It has no style sheet, filter, mask, pattern or font: colours are attributes, textures are lines cut to
//! their area, and the edge of a name is the name once more, wider. Unlike a [`super::Picture`] it does not
//! follow the theme of a page.

mod canvas;
mod texture;

use super::canvas::Canvas;
use super::pen::Pen;
use crate::data::Subject;
use crate::scene::item::Item;
use crate::scene::{Fill, Scene, TILE, selection_strokes};
use crate::{MapPoint, ScreenPoint, Viewport};
use canvas::ImageCanvas;

/// A scene as elements of SVG.
#[derive(Clone, Copy, Debug)]
pub struct MapImage<'a> {
    /// The scene that is drawn.
    pub scene: &'a Scene,
    /// The part of the map that is drawn, and its size in CSS pixels.
    pub viewport: &'a Viewport,
    /// The subject with an outline, below the names.
    pub selection: Option<&'a Subject>,
}

impl MapImage<'_> {
    /// The elements, in CSS pixels. What reaches beyond the size of the view is left to be cut.
    pub fn elements(&self) -> String {
        let Self { scene, viewport, .. } = self;
        let zero = viewport.screen_from_map(MapPoint::default());
        let origin = (zero.x.rem_euclid(TILE), zero.y.rem_euclid(TILE));
        let mut canvas = ImageCanvas::new(viewport.size, origin, "m");
        let mut pen = Pen::new(viewport, viewport.bounds(), &scene.style.palette, &mut canvas);
        for item in scene.items(viewport.resolution).into_iter().filter(|item| !item.is_sign()) {
            pen.item(item);
        }
        self.outline(&mut pen);
        scene.signs(viewport.resolution).for_each(|sign| pen.item(sign));
        canvas.text
    }

    fn outline(&self, pen: &mut Pen<'_, ImageCanvas>) {
        let Some(subject) = self.selection else { return };
        let atlas = &self.scene.atlas;
        let outline = atlas.outline(subject);
        for stroke in selection_strokes(&self.scene.style.palette) {
            for (mesh, lines) in &outline {
                pen.item(Item::Outline { mesh, lines, stroke });
            }
            for at in atlas.model.signs_of(subject) {
                pen.item(Item::Ring(at, stroke));
            }
        }
    }
}

/// A sample of a fill of that size, as elements of SVG from (0, 0) on; `id` tells its parts from those of
/// others in the same file.
pub fn sample(fill: Fill, (width, height): (f64, f64), id: &str) -> String {
    let mut canvas = ImageCanvas::new((width, height), (0.0, 0.0), id);
    canvas.begin();
    canvas.move_to(ScreenPoint::new(0.0, 0.0));
    canvas.line_to(ScreenPoint::new(width, 0.0));
    canvas.line_to(ScreenPoint::new(width, height));
    canvas.line_to(ScreenPoint::new(0.0, height));
    canvas.close();
    canvas.fill(fill);
    canvas.text
}

#[cfg(test)]
mod tests;
