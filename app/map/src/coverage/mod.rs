//! Coverage: shares of communes, inhabitants and hectares inside perimeters.

mod atoms;
mod classes;

pub use atoms::AtomSet;
pub use classes::{Amount, Atom, Class, CoverageByClass, TerritoryCoverage, coverage_by_class};
