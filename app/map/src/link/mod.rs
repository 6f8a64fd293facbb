//! Links: the state of the page as a URL, and back.

mod address;
mod filter;
mod reading;
mod subject_key;

pub(crate) use address::parameter;
pub use address::{Address, Center, View};
pub use filter::Filter;
pub use reading::Reading;
pub use subject_key::{SubjectKey, root_of};
