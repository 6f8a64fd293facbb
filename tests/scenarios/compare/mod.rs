//! Territories side by side: from an answer, a list and an address; taken along; on a telephone.
//!
//! | file | scenario |
//! | --- | --- |
//! | `sides` | what begins to compare, adds and takes away; the address |
//! | `files` | what is taken along of a comparison |
//! | `phone` | a comparison in a narrow window |

mod files;
mod phone;
mod sides;

/// The addresses of two intercommunalities side by side.
const TWO: &str = "?comparer=epci-200046977,epci-200040715";
