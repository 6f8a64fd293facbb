//! The page as a person meets it. Parts are found by role and label; a step ends when the page has
//! come to rest.
//!
//! | folder or file | steps and questions |
//! | --- | --- |
//! | `page` | a page in a browser of its own, with a server for it |
//! | `preferences` | less motion, dark pages, forced colours |
//! | `gestures` | mouse, finger, pen, keyboard |
//! | `map` | the view, its colours, names, rasters and frames |
//! | `parts` | the crumbs, the legend, the panel and other parts of the page |
//! | `whole` | the page as a whole: address, loading, network, giving way |
//! | `rect` | a rectangle of the window |
//! | `driver` | scripts, elements and waiting, for the files above |

mod driver;
mod gestures;
mod map;
mod page;
mod parts;
mod preferences;
mod rect;
mod whole;

pub use driver::plain;
pub use gestures::{Fling, Focus, Modifier};
pub use map::{EdgesSeen, LayerRects, NameTag, Raster, Resampled, Screen, Sweep, WrittenName};
pub use page::MapPage;
pub use parts::{
    Answer, Control, Download, Figure, FoundResult, HoverCard, ReachedControl, SavedFile, TableRow,
    Widths,
};
pub use rect::Rect;
pub use whole::Line;
