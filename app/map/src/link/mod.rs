//! Links: the state of the page as a URL, and back.

mod address;
mod filter;
mod reading;

pub use address::{Address, Center, View, root_of};
pub use filter::Filter;
pub use reading::Reading;
