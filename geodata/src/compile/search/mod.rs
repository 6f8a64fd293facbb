//! The search of communes: `communes.json` for all, `recherche.bin` for the page.

mod open_data;
mod packed;

pub(super) use open_data::communes;
pub use packed::{search_file, search_file_of_towns};
