//! Coverage: shares of communes, inhabitants and hectares inside perimeters.

// Sets of communes and arrondissements.
mod atom_set;

// What is counted, and how.
mod classes;
mod scheme_count;
mod shares;
mod white_zone;

pub use atom_set::AtomSet;
pub use classes::{Amount, Class, CoverageByClass};
pub use scheme_count::SchemeCount;
pub use shares::{Atom, KnownAtoms, coverage_by_class};
pub use white_zone::{Outside, WhiteZone};
