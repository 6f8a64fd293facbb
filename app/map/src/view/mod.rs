//! The view: which part of the map is seen, as a value, and how it moves.

pub(crate) mod motion;
mod raster;
mod viewport;

pub use motion::{FLIGHT_MS, Flight, Inertia, MotionPreference, Sample, ZOOM_MS};
pub use raster::{PixelRect, Placement, Raster, Repaint};
pub use viewport::{Padding, Viewport};
