//! Coverage: shares of communes, inhabitants and hectares inside perimeters.

// Sets of communes and arrondissements.
mod atom_set;

// What is counted, and how.
mod classes;
mod shares;

pub use atom_set::AtomSet;
pub use classes::{Amount, Class, CoverageByClass};
pub use shares::{Atom, KnownAtoms, coverage_by_class};
