//! The screen as the scenarios check it.
//!
//! | file | content |
//! | --- | --- |
//! | `pixel` | the colour of a pixel, compared within rounding |
//! | `outline` | lines on screen, and pixels at a given distance from them |
//! | `probes` | the names under the pointer all over the map, compared with a view |

mod outline;
mod pixel;
mod probes;

pub use outline::{Outline, beside, pixels};
pub use pixel::Pixel;
pub use probes::{assert_sees, assert_sees_in};
