//! The view: which part of the map is seen, as a value, and how it moves.

pub(crate) mod motion;
mod sheet;
mod viewport;

pub use motion::{FLIGHT_MS, Flight, Inertia, MotionPreference, Sample, ZOOM_MS};
pub use sheet::{Painting, Part, Placement, Sheet};
pub use viewport::{Padding, Viewport};
