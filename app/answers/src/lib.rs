//! Answers about territories and data, as views of plain values.
//!
//! A view is made from [`map::Records`] alone: there is neither signal nor browser here, so that the
//! page in the browser and pages written beforehand say the same in the same words. Buttons and links
//! differ between them, so the caller hands them in. Sentences are in `map::text`.
//!
//! | function | gives |
//! | --- | --- |
//! | [`country`] | the panel before anything is chosen |
//! | [`answer`] | the answer for a territory, a scheme or a place |
//! | [`announcement`] | the same in one sentence |
//! | [`downloads`] | the files to download |
//! | [`sources`] | every source with its date and licence |
//! | [`swatch`] | the samples of the legend |

mod answer;
mod country;
mod downloads;
mod facts;
mod link;
mod place;
mod projects;
mod scheme;
mod scheme_item;
mod schemes;
mod sources;
pub mod swatch;
mod territory;
mod without_perimeter;

pub use answer::{announcement, answer};
pub use country::country;
pub use downloads::downloads;
pub use link::Link;
pub use sources::sources;
