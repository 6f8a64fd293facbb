//! Territories and schemes by name: codes of the COG, layers, communes.

mod codes;
mod commune;
mod layer;

pub use codes::{CodeError, CommuneCode, DepartmentCode, EpciSiren, RegionCode};
pub use commune::{CommuneIndex, CommuneProperties, EpciPartProperties};
pub use layer::{Layer, Status};
