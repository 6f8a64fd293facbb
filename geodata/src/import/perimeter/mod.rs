//! The perimeter of a published scheme: named by its rows, or drawn by its features.

mod coded;
mod drawn;
mod named;
mod overlay;
mod perimeters;
mod territories;

pub(super) use drawn::Drawn;
pub(super) use perimeters::Perimeters;
pub(super) use territories::Perimeter;
