//! The pure core of the map: what can be computed without a browser.

mod space;

pub use space::{LonLat, MapBounds, MapPoint, ScreenPoint};
