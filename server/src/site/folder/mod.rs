//! The folder of a build: the files that it has, and whether they are all there.

mod complete;
mod restless;
mod scan;
mod stamp;

pub(super) use complete::settle_time;
pub(super) use restless::Restless;
pub(super) use scan::{Entry, Listing, TICK};
pub(super) use stamp::Stamp;
