//! The map itself.
//!
//! | file | questions |
//! | --- | --- |
//! | `view` | its rectangle in the window, the views that it can show |
//! | `colors` | the colours of its pixels |
//! | `labels` | the names that are written on it |
//! | `names` | the name beside the pointer |
//! | `rasters` | where the raster and the layers lie, and whether they are sharp |
//! | `painting` | in which frames it is painted, and up to its edges |

mod colors;
mod labels;
mod names;
mod painting;
mod rasters;
mod view;

pub use labels::WrittenName;
pub use names::{NameTag, Sweep};
pub use painting::EdgesSeen;
pub use rasters::{LayerRects, Raster, Resampled, Screen};
