//! The parts of the page around the map.
//!
//! | file | part |
//! | --- | --- |
//! | `address` | the address bar, back and forward |
//! | `search` | the search box and its results |
//! | `selector` | the « Département » selector |
//! | `legend` | a switch for each layer, rows with counts |
//! | `panel` | the answer for a territory |
//! | `drawer` | the panel of a telephone, pulled up over the map |
//! | `data_page` | the « Données » page |
//! | `document` | the title, the sources, how the controls fit into the window |
//! | `frame` | a frame of the page, and the page around it |
//! | `loading` | progress, alerts, slow lines |
//! | `axe` | what axe-core finds |
//! | `table` | the list of the panel, and the table in place of the map |
//! | `takeover` | the page before the application, and its giving way |
//! | `things` | schemes and places: links of the panel, outlines and cards of the map |
//! | `network` | requests, storage, the console, the policy |

mod address;
mod axe;
mod data_page;
mod document;
mod drawer;
mod frame;
mod legend;
mod loading;
mod network;
mod panel;
mod search;
mod selector;
mod table;
mod takeover;
mod things;

pub use data_page::Download;
pub use document::{Control, ReachedControl, Widths};
pub use loading::Line;
pub use panel::{Answer, Figure};
pub use search::FoundResult;
pub use table::TableRow;
pub use things::HoverCard;
