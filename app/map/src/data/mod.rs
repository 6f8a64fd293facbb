//! The data that has been loaded: the overview, details of departments, records of schemes.

// The overview and the details, decoded.
mod detail;
mod error;
pub(crate) mod model;
mod record_subjects;
mod records;
mod subject;
mod territory;

// Both together, and the slivers between their lines.
mod atlas;
mod detail_level;
mod sliver;

pub use atlas::{Atlas, Piece};
pub use detail::Detail;
pub use detail_level::{DETAIL_BELOW, departments_in_detail};
pub use error::DataError;
pub use model::{Cell, EpciName, Model, Scheme, Sign};
pub use records::{Covering, Records};
pub use subject::{SchemeIndex, Subject};
pub use territory::Territory;
