//! The files that the answers are made from.
//!
//! | file | holds | is fetched |
//! | --- | --- | --- |
//! | `fiches.bin` ([`PackedRecords`]) | territories, schemes, projects, coverage | once the map is drawn |
//! | `fiches-suite.bin` ([`RecordsRest`]) | pages, reservations, further facts, the list of files | right after |
//! | `fiches/<department>.bin` ([`CommunesFile`]) | communes and arrondissements | with a commune or an intercommunality |

mod communes;
mod packed;
mod rest;

pub use communes::{CommuneRow, CommunesFile};
pub use packed::PackedRecords;
pub use rest::{RecordsRest, SchemeRest};
