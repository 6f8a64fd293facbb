//! The site: the page and the data, assembled and compressed, with the headers to serve it with.

mod assemble;
mod compress;
mod error;
mod former;
mod headers;
mod html;
mod manifest;
mod parallel;
mod site;
mod sizes;
mod style;

pub use assemble::assemble;
pub use compress::compress_folder;
pub use error::Error;
pub use former::keep_former;
pub use headers::{FrameAncestors, Host, Table, rules, write_headers};
pub use site::{Imprint, Options, SiteUrl, draw_preview};
pub use sizes::{table_of_pages, table_of_sizes};
pub use style::join_style;
