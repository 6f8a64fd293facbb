//! Answers about territories and data, as views of plain values.
//!
//! A view is made from [`map::Records`] alone: there is neither signal nor browser here, so that the
//! page in the browser and pages written beforehand say the same in the same words. Buttons and links
//! differ between them, so the caller hands them in ([`Context`]). Sentences are in `map::text`.
//!
//! | function | gives |
//! | --- | --- |
//! | [`country`] | the panel before anything is chosen |
//! | [`answer`] | the answer for a territory, a commune, a scheme or a place |
//! | [`sentence`] | the same in one sentence |
//! | [`announcement`] | the same in one short sentence, to be read aloud |
//! | [`downloads`] | the files to download |
//! | [`sources`] | every source with its date and licence |
//! | [`swatch`] | the samples of the legend |

// Subjects.
mod answer;
mod commune;
mod country;
mod place;
mod project_card;
mod territory;

// Their parts.
mod facts;
mod projects;
mod schemes;
mod sources;
pub mod swatch;

// The page around them.
mod context;
mod downloads;
mod link;

pub use answer::{announcement, answer, sentence};
pub use context::{Context, Report};
pub use country::country;
pub use downloads::downloads;
pub use link::Link;
pub use sources::sources;
