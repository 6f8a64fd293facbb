//! Schemes in French: where they stand, how far they reach, what announcements say of one.

mod known;
mod status;

pub use known::{announced, existing_too, known_part, page_of, signatures, standing, unknown_part};
pub use status::{arrondissements, extent, status};
