//! Drawing: one scene on any canvas.

// The canvas, and one that writes SVG paths.
mod canvas;
#[cfg(test)]
pub(crate) mod recorder;
mod svg;

// Pictures for pages without a script.
mod picture;

// Pictures for files that anything opens.
mod image;

// Drawing a scene: paths through a viewport, signs at points.
mod pen;
mod scene;
mod signs;

// Lines with fewer vertices, for both kinds of pictures.
mod simplify;

pub use canvas::Canvas;
pub use image::{MapImage, sample};
pub use pen::REACH;
pub use picture::{LinkShape, Picture, PictureLink, PictureReach};
pub use scene::{draw, draw_selection, draw_within, outline_path};
