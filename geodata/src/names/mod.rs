//! Territories found by code or by name, with the tolerance that real lists need.
//!
//! Names are compared once normalized: case, accents, hyphens, « St » for « Saint » and leading
//! articles do not count. A department may follow in brackets: « Saint-Denis (93) ».

mod arrondissements;
mod communes;
mod epci;
mod lookup;
mod matching;
mod nearest;
mod normalized;
mod postal_codes;

pub use arrondissements::Arrondissements;
pub use communes::Communes;
pub use epci::EpciNames;
pub(crate) use epci::without_type;
pub use lookup::Names;
pub(crate) use map::search::normalized;
pub use matching::Match;
pub(crate) use nearest::{nearest_codes, nearest_of, nearest_texts};
pub(crate) use normalized::{split_hint, without_article};
pub use postal_codes::PostalCodes;
