//! The view: the part of the map that is seen, its rasters and its motion.

pub(crate) mod motion;
mod raster;
mod viewport;

pub use motion::{FLIGHT_MS, Flight, Inertia, MotionPreference, Sample, ZOOM_MS};
pub use raster::{PixelRect, Placement, Raster, Repaint};
pub use viewport::{Padding, Viewport};
