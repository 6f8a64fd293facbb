//! The rows of tables, from the records.

mod communes;
mod projects;
mod schemes;
mod territories;

pub(super) use communes::communes;
pub(super) use schemes::schemes;
pub(super) use territories::territories;
