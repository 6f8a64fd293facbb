//! From records to schemes, and from codes and names to territories.

// Codes and names.
mod finder;
mod hints;
mod listed;
mod matched;
mod postal;
mod spelling;
mod status;
// Schemes.
mod gather;
mod homonyms;
mod leftover;

pub(super) use finder::Finder;
pub(super) use gather::{PublishedScheme, groups, name_key, schemes};
pub(super) use homonyms::{are_to_be_told_apart, separated};
pub(super) use leftover::{Leftovers, no_status};
pub(super) use listed::items_of;
pub(super) use matched::{Found, Item, MatchedBy, TerritoryRef};
pub(super) use postal::check_columns as check_postal_columns;
pub(super) use status::{OwnStatus, own as own_status};
