//! The embed form of the map, for frames of other sites: the caption below it, and the lines that put it
//! there.

mod addresses;
mod attribution;
mod caption;
mod languages;
mod lines;

pub use addresses::{EmbedAddresses, embed_folder};
pub use caption::caption;
pub use lines::{embed_title, embedding, snippet};
