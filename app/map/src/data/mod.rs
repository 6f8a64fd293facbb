//! The data that has been loaded: the overview, details of departments, records of schemes.

// The overview and the details, decoded.
mod detail;
mod error;
pub(crate) mod model;
mod position;
pub(crate) mod records;
mod shares;
mod subject;
mod subjects_drawn;
mod territory;

// Both together, which of them a view needs, and the slivers between their lines.
mod atlas;
mod detail_level;
mod sliver;

pub use atlas::{Atlas, Piece};
pub use detail::Detail;
pub use detail_level::{CITY_BELOW, DETAIL_BELOW, DetailLevel, departments_in_detail};
pub use error::DataError;
pub use model::{Cell, EpciName, Model, Scheme, Sign};
pub use records::{CoveredPart, Covering, Membership, Presence, Records};
pub use subject::{SchemeIndex, Subject, Territory};
