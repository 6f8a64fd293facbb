//! `bench check`: whether the pages do what is measured.
//!
//! | file | content |
//! | --- | --- |
//! | `checks` | the list of checks |
//! | `inspection` | one page being checked |
//! | `epci_points` | a point in each EPCI, where something must be painted |

mod checks;
mod epci_points;
mod inspection;

pub use checks::check;
pub use epci_points::mainland;
