//! The files of the page: first the map, then the answers, then departments in detail.
//!
//! | file | holds |
//! | --- | --- |
//! | `overview` | the map |
//! | `status` | the progress and the errors of a download |
//! | `fetch` | files over the network |
//! | `answer_views` | the answers, and the program that shows them |
//! | `records_parts` | the records: the first, the rest, the communes of departments |
//! | `shares` | the shares of the second reading, when it is chosen |
//! | `details` | departments in detail, as they come into sight |
//!
//! Nothing here knows the state of the page: the caller hands in the signals to fill.

mod answer_views;
pub(crate) mod details;
mod fetch;
mod overview;
mod records_parts;
mod shares;
mod status;

pub(crate) use answer_views::AnswerViews;
pub(crate) use fetch::{fetch_silently, read_links, served_url};
pub(crate) use overview::load_map;
pub(crate) use records_parts::{CommunesLoad, load_all_communes, load_answers, load_communes};
pub(crate) use shares::{Shares, load_shares, load_white_zones};
pub(crate) use status::{Load, LoadError, Progress, Remedy};
