//! The answer for a subject, whatever it is.

mod commune;
mod project;
mod signs;
mod territory;
mod venue;

use crate::context::Context;
use crate::schemes::scheme_card;
use commune::{commune, commune_sentence};
use leptos::prelude::*;
use map::text::typographic;
use map::{Layer, Records, Subject};
use project::project_card;
pub(crate) use territory::kind_and_departments;
use venue::venue;

/// The answer for a subject; that of its territory for a commune whose department is not at hand.
///
/// `context` makes the links to other subjects; `controls` stand at the end of the heading.
pub fn answer(
    records: &Records,
    subject: &Subject,
    context: Context,
    controls: AnyView,
) -> AnyView {
    match subject {
        Subject::Commune { code, .. } if records.commune(code).is_some() => {
            commune(records, code, context, controls).into_any()
        }
        Subject::Territory(within) | Subject::Commune { within, .. } => {
            territory::territory(records, *within, context, controls).into_any()
        }
        Subject::Scheme(index) if index.layer == Layer::Projects => {
            project_card(records, *index, context, controls).into_any()
        }
        Subject::Scheme(index) => scheme_card(records, *index, context, controls).into_any(),
        Subject::Venue(index) => venue(records, *index, context, controls).into_any(),
    }
}

/// The answer in one sentence, to be read aloud; the name of a scheme or a venue.
pub fn announcement(records: &Records, subject: &Subject) -> String {
    match subject {
        Subject::Territory(within) => territory::announcement(records, *within),
        Subject::Commune { within, code } => commune_sentence(records, code)
            .unwrap_or_else(|| territory::announcement(records, *within)),
        Subject::Scheme(_) | Subject::Venue(_) => typographic(records.name_of(subject)),
    }
}

/// The answer in one sentence, for a description of the page; the name of a scheme or a venue.
pub fn sentence(records: &Records, subject: &Subject) -> String {
    match subject {
        Subject::Territory(within) => territory::sentence(records, *within),
        _ => announcement(records, subject),
    }
}
