//! Territories and schemes by name: codes of the COG, levels, keys, layers, communes.

// Territories.
mod codes;
mod commune;
mod epci_kind;
mod key;
mod level;

// Schemes.
mod layer;
mod status;

pub use codes::{CodeError, CommuneCode, DepartmentCode, EpciSiren, RegionCode};
pub use commune::{CommuneIndex, CommuneProperties, EpciPartProperties};
pub use epci_kind::EpciKind;
pub use key::{KeyError, TerritoryKey};
pub use layer::Layer;
pub use level::Level;
pub use status::{Degree, Status};
