//! One page: opened on a device, driven by gestures, asked for what it used.
//!
//! | file | content |
//! | --- | --- |
//! | `device` | a computer or a telephone |
//! | `geometry` | points and rectangles of the window |
//! | `landmark` | towns and other points on the ground |
//! | `layout` | the map in the window, and the mainland in the map |
//! | `visit` | an open page |
//! | `screenshot` | pixels of a page |
//! | `film` | the pictures of a page while it opens |
//! | `taps` | taps on a page that is still loading |
//! | `events` | input events with their times |
//! | `gestures` | drag, zoom, sweep, click: lists of events |
//! | `harness` | the pages of all contestants, each in the same layout |

mod device;
mod events;
mod film;
mod geometry;
mod gestures;
mod harness;
mod landmark;
mod layout;
mod screenshot;
mod taps;
mod visit;

pub use device::Device;
pub use events::{InputEvent, play};
#[cfg(test)]
pub use film::Film;
pub use geometry::{Rect, WindowPoint};
pub use gestures::{
    ShortDrag, ZoomDirection, click, drag, finger_drag, hover, notch, short_drag, sweep, zoom,
};
pub use harness::Harness;
pub use landmark::{LYON, Landmark, PARIS, SEA};
pub use layout::Layout;
pub use screenshot::Screenshot;
pub use visit::Visit;
