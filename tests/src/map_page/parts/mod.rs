//! The parts of the page around the map.
//!
//! | file | part |
//! | --- | --- |
//! | `search` | the search box and its results |
//! | `selector` | the crumbs, and their lists |
//! | `legend` | a switch for each layer, rows with counts |
//! | `panel` | the answer for a territory |
//! | `drawer` | the panel of a telephone, pulled up over the map |
//! | `data_page` | the « Données » page |
//! | `document` | the title, the sources, how the controls fit into the window |
//! | `table` | the list of the panel, and the table in place of the map |
//! | `comparison` | territories side by side |
//! | `taking` | the row of what can be taken along |
//! | `things` | schemes and places: links of the panel, outlines and cards of the map |

mod comparison;
mod data_page;
mod document;
mod drawer;
mod legend;
mod panel;
mod search;
mod selector;
mod table;
mod taking;
mod things;

pub use data_page::Download;
pub use document::{Control, ReachedControl, Widths};
pub use panel::{Answer, Figure};
pub use search::FoundResult;
pub use table::TableRow;
pub use taking::SavedFile;
pub use things::HoverCard;
