//! A reader of the map who knows the samples of its legend and nothing else.
//!
//! | file | content |
//! | --- | --- |
//! | `vision` | colours as they are seen: all of them, grey, three deficiencies |
//! | `raster` | a scene and a sample of the legend as pixels |
//! | `legend` | the rows of the legend, each with its sample |
//! | `classifier` | the row whose sample a crop of the picture is most like |
//! | `reader` | the share of crops whose row is found |
//! | `situations` | the row that stands for each cell of a map, and points where it can be read |

#![expect(clippy::unwrap_used, reason = "a panic is how a test fails, in its helpers too")]

mod classifier;
mod legend;
mod raster;
mod reader;
mod situations;
mod vision;

pub use classifier::{CROP, Classifier};
pub use legend::{BOUNDS, Legend, shares_of_all_rows, statuses};
pub use raster::{Picture, Rgb, paint, swatch};
pub use reader::assert_legible;
pub use situations::{fill_of_cell, readable_points};
pub use vision::{COLOR, GREY, Vision};
