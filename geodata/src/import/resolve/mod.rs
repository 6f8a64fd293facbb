//! From records to schemes, and from codes and names to territories.

mod finder;
mod gather;
mod matched;
mod spelling;
mod status;

pub(super) use finder::Finder;
pub(super) use gather::{PublishedScheme, schemes};
pub(super) use matched::{Found, MatchedBy, TerritoryRef};
pub(super) use spelling::{code_and_name, is_same_name, items};
pub(super) use status::{OwnStatus, own as own_status};
