//! The map on screen, compared with what should be there.
//!
//! | file | content |
//! | --- | --- |
//! | `outline` | lines on screen, and pixels at a given distance from them |
//! | `probes` | the names under the pointer all over the map, compared with a view |

mod outline;
mod probes;

pub use outline::{Outline, beside, pixels};
pub use probes::{assert_sees, assert_sees_in};
