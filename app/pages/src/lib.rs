//! The site: the page and the data, assembled and compressed.

mod assemble;
mod compress;
mod error;
mod html;
mod manifest;
mod sizes;

pub use assemble::assemble;
pub use compress::compress_folder;
pub use error::Error;
pub use sizes::table_of_sizes;
