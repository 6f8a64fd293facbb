//! Answers about territories and data, as views of plain values.
//!
//! A view is made from [`map::Records`] alone: there is neither signal nor browser here, so that the
//! page in the browser and pages written beforehand say the same in the same words. Buttons and links
//! differ between them, so the caller hands them in ([`Context`]). Sentences are in `map::text`.
//!
//! | function | gives |
//! | --- | --- |
//! | [`country`] | the panel before anything is chosen |
//! | [`answer`] | the answer for a territory, a commune, a scheme or a venue |
//! | [`sentence`] | the same in one sentence |
//! | [`announcement`] | the same in one short sentence, to be read aloud |
//! | [`card`], [`schemes_here`] | the card beside the pointer |
//! | [`downloads`] | the files to download |
//! | [`caption`], [`embedding`] | the line below a map in a frame, and the lines that put it there |
//! | [`sources`] | every source with its date and licence |
//! | [`share_rows`] | the legend of shares |
//! | [`plain_table`], [`row_cells`] | tables of territories and schemes, and their rows |
//! | [`comparison`] | territories side by side |
//! | [`CaptionedMap`] | the map with its legend, its sources and its address as one picture |
//! | [`swatch`] | the samples of the legend |

// Subjects, territories side by side, and the card beside the pointer.
mod card;
mod comparison;
mod country;
mod subject;

// Their parts.
mod facts;
mod projects;
mod schemes;
mod sources;

// The page around them.
mod context;
mod downloads;
mod embed;
mod image;
mod link;
mod shares;
pub mod swatch;
mod table;

pub use card::{Card, card, schemes_here};
pub use comparison::comparison;
pub use context::{Context, Explained, Report};
pub use country::country;
pub use downloads::downloads;
pub use embed::{EmbedAddresses, caption, embed_folder, embed_title, embedding, snippet};
pub use image::{CaptionedMap, image_sources};
pub use link::Link;
pub use shares::{row_code, share_rows};
pub use sources::sources;
pub use subject::{announcement, answer, sentence};
pub use table::{key_of_signs, plain_table, row_cells, row_heading, white_zone};
