//! The pixels of the map.
//!
//! | file | scenario |
//! | --- | --- |
//! | `borders` | no sea between neighbours |
//! | `border_gaps` | the same on screens of every pixel ratio, and beside a coarser department |
//! | `partial_cls` | a CLS that covers a part of an intercommunality |
//! | `sharpness` | one pixel painted is one pixel seen |
//! | `painted_edges` | no bare edge in any frame of a fast gesture |
//! | `progressive_repaint` | a slow machine paints over several frames |
//! | `names` | names on the map, with the letters of a real browser |
//! | `offscreen_canvas` | a browser without `OffscreenCanvas` |

mod border_gaps;
mod borders;
mod names;
mod offscreen_canvas;
mod painted_edges;
mod partial_cls;
mod progressive_repaint;
mod sharpness;
