//! From what a list writes to a territory: by code or by name, with the tolerance that real lists
//! need.
//!
//! A name is compared by its [`key`]: case, accents, hyphens, « St » for « Saint » and leading
//! articles do not count. A department may follow in brackets: « Saint-Denis (93) ».

mod arrondissements;
mod communes;
mod epci;
mod key;
mod nearest;

pub use arrondissements::Arrondissements;
pub use communes::Communes;
pub use epci::{EpciNames, core};
pub use key::{key, split_hint, without_article};
pub use nearest::{nearest_codes, nearest_keys};

use crate::territories::Territories;

/// What a name or a code designates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Match {
    /// Nothing.
    Nothing,
    /// One territory, by its place in the table.
    One(usize),
    /// A commune in force, by a code or name that it, or a part of it, bore.
    Former(usize),
    /// Several territories that bear this name.
    Several(Vec<usize>),
}

impl Match {
    /// The match of `places`, each of which is given once.
    fn of(places: &[usize]) -> Self {
        match places {
            [] => Self::Nothing,
            [place] => Self::One(*place),
            places => Self::Several(places.to_vec()),
        }
    }
}

/// All that a territory can be looked up by.
pub struct Names<'a> {
    /// Communes, former ones included.
    pub communes: Communes<'a>,
    /// Intercommunalities.
    pub epci: EpciNames<'a>,
    /// Municipal arrondissements.
    pub arrondissements: Arrondissements<'a>,
}

impl<'a> Names<'a> {
    /// Indexes `territories`: some tens of milliseconds.
    pub fn new(territories: &'a Territories) -> Self {
        Self {
            communes: Communes::new(territories),
            epci: EpciNames::new(territories),
            arrondissements: Arrondissements::new(territories),
        }
    }
}
