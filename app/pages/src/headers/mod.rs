//! The headers with which a host serves the files of the site: how long they are kept, what its
//! pages may do, and who may show them in a frame. Hosts that read `_headers` need nothing else;
//! for others the same table is written in their own language.

// The table, and the parts of its values.
mod ancestors;
mod csp;
mod names;
mod table;

// The table as files of hosts.
mod hosts;
mod write;

pub use ancestors::FrameAncestors;
pub use hosts::{Host, rules};
pub(crate) use names::carries_hash;
pub use table::Table;
pub use write::write_headers;
