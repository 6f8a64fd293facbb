//! From what a list writes to a territory: by code or by name, with the tolerance that real lists
//! need.
//!
//! A name is compared by its [`key`]: case, accents, hyphens, « St » for « Saint » and leading
//! articles do not count. A department may follow in brackets: « Saint-Denis (93) ».

mod arrondissements;
mod communes;
mod epci;
mod key;
mod lookup;
mod matching;
mod nearest;

pub use arrondissements::Arrondissements;
pub use communes::Communes;
pub use epci::{EpciNames, core};
pub use key::{key, split_hint, without_article};
pub use lookup::Names;
pub use matching::Match;
pub use nearest::{nearest_codes, nearest_keys};
