//! From codes and names in cells to territories and perimeters.

mod atoms;
mod checker;
mod communes;
mod items;
mod perimeter;
pub(crate) mod propose;
mod territories;

pub use atoms::Atoms;
pub(crate) use checker::Checker;
pub(super) use communes::communes;
pub(super) use items::items;
pub use perimeter::Perimeter;
