//! The answer for a subject, whatever it is.

use crate::link::Link;
use crate::place::place;
use crate::scheme::scheme;
use crate::territory;
use leptos::prelude::*;
use map::text::typographic;
use map::{Records, Subject};

/// The answer for a subject; that of its territory for a commune.
///
/// `link` makes the links to other subjects; `controls` stand at the end of the heading.
pub fn answer(records: &Records, subject: &Subject, link: Link, controls: AnyView) -> AnyView {
    match subject {
        Subject::Territory(territory) | Subject::Commune { within: territory, .. } => {
            territory::territory(records, *territory, link, controls).into_any()
        }
        Subject::Scheme(index) => scheme(records, *index, link, controls).into_any(),
        Subject::Place(index) => place(records, *index, link, controls).into_any(),
    }
}

/// The answer in one sentence; the name of a scheme or a place.
pub fn announcement(records: &Records, subject: &Subject) -> String {
    match subject {
        Subject::Territory(territory) | Subject::Commune { within: territory, .. } => {
            territory::announcement(records, *territory)
        }
        Subject::Scheme(_) | Subject::Place(_) => typographic(records.name_of(subject)),
    }
}
