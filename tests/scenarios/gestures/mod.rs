//! Mouse, finger and pen on the map.
//!
//! | file | scenario |
//! | --- | --- |
//! | `around` | « Autour de moi »: the commune where the device is |
//! | `mouse` | buttons, double clicks, hovering, letting go |
//! | `drag_and_wheel` | dragging, the wheel, a track pad |
//! | `touch` | tap, drag, pinch, double tap |
//! | `pen` | in the air and on the screen |
//! | `cooperative` | in a frame, where the host page keeps its scroll |

mod around;
mod cooperative;
mod drag_and_wheel;
mod mouse;
mod pen;
mod touch;

use map::LonLat;

/// A point in the gulf of Lion, 100 km from any land.
const AT_SEA: LonLat = LonLat { lon: 4.6, lat: 42.3 };

/// The key of Bordeaux Métropole: no symbol lies on it.
const BORDEAUX: &str = "epci-243300316";
