//! Frames: the map is painted on the canvases of the page.
//!
//! | file | does |
//! | --- | --- |
//! | `frame_loop` | asks for at most one frame per animation frame, none when nothing changed |
//! | `compositor` | decides what each frame paints, moves and scales |
//! | `boxes` | finds the boxes of the page over the map, where no name is written |
//! | `layers` | holds the canvases that lie on each other |
//! | `context2d` | draws on one of them, with the browser's 2D context |
//! | `texture` | makes its patterns |
//! | `offscreen` | paints it out of sight and shows it whole |

mod boxes;
mod compositor;
mod context2d;
mod frame_loop;
mod layers;
mod offscreen;
mod texture;

pub(crate) use frame_loop::{Elements, FrameLoop};
