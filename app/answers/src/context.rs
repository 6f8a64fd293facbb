//! The page around an answer: its links to other subjects, and who hears of errors.

use crate::link::Link;
use leptos::prelude::*;
use map::text::{publisher_and_date, report_mail};
use map::{Records, Subject};

/// The page around an answer, as plain values.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// Makes the link to another subject, of which it gets the name.
    pub link: Link<'a>,
    /// Where errors are reported; none leaves the links out.
    pub report: Option<Report<'a>>,
    /// The place of what schemes are for.
    pub explained: Explained<'a>,
}

/// The place of the lists that explain schemes, which are the same for every territory.
#[derive(Clone, Copy, Debug)]
pub enum Explained<'a> {
    /// In the answer, folded away.
    Here,
    /// In the answer for the country, the page of which has this address.
    At(&'a str),
}

/// The way to report an error.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// An e-mail address.
    pub contact: &'a str,
    /// The address of the page that shows the answer.
    pub page: &'a str,
}

impl Context<'_> {
    /// The link to another subject.
    pub(crate) fn link(&self, to: Subject, name: String) -> AnyView {
        (self.link)(to, name)
    }

    /// The link that reports an error of the row `id` of a source; none without a contact.
    pub(crate) fn report(
        &self,
        records: &Records,
        id: &str,
        source: &str,
    ) -> Option<impl IntoView + use<>> {
        let Report { contact, page } = self.report?;
        let named = records.file.manifest.sources.get(source).map(publisher_and_date);
        let source = named.unwrap_or_else(|| source.to_owned());
        let mail = report_mail(contact, id, &source, page);
        Some(view! { <p class="report"><a href=mail>"Signaler une erreur"</a></p> })
    }
}
