//! The map on screen, compared with what should be there.
//!
//! | file | content |
//! | --- | --- |
//! | `lines` | lines on screen, and pixels at a given distance from them |
//! | `probes` | the names under the pointer all over the map, compared with a view |

mod lines;
mod probes;

pub use lines::{Lines, beside, pixels};
pub use probes::{assert_sees, assert_sees_in};
