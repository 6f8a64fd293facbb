//! One fact, whatever it is about, and lists of facts with their sources once.

use crate::sources::{page_link, sources_once};
use leptos::prelude::*;
use map::Records;
use map::text::{date, typographic};

/// One fact.
pub(super) struct Fact<'a> {
    /// The thing that it is about.
    pub(super) label: String,
    /// Its words.
    pub(super) text: String,
    /// Its own date.
    pub(super) date: Option<&'a str>,
    /// The identifier of its source.
    pub(super) source: &'a str,
    /// A remark for readers.
    pub(super) note: Option<&'a str>,
    /// Its page, where its source is many pages.
    pub(super) page: Option<Page<'a>>,
}

/// The page that states a fact.
pub(super) struct Page<'a> {
    /// Its address.
    pub(super) address: Option<&'a str>,
    /// Its publisher, and when it was read.
    pub(super) text: String,
}

/// Facts in their order, then each source once. A fact with a page of its own has it beside it.
pub(super) fn list(records: &Records, facts: Vec<Fact>) -> Option<impl IntoView + use<>> {
    let sources: Vec<&str> =
        facts.iter().filter(|one| one.page.is_none()).map(|one| one.source).collect();
    let sources = sources_once(records, &sources);
    let items: Vec<AnyView> = facts.into_iter().map(item).collect();
    (!items.is_empty()).then(|| view! { <ul class="schemes">{items}</ul> {sources} })
}

fn item(fact: Fact) -> AnyView {
    let day = fact.date.map(|day| format!(" · {}", date(day)));
    let note = fact.note.map(typographic);
    let page = fact.page.map(|page| page_link(page.address, Some(page.text)));
    view! {
        <li class="scheme">
            <p class="fact-label">{typographic(&fact.label)}</p>
            <p><strong>{typographic(&fact.text)}</strong> {day}</p>
            {note.map(|note| view! { <p class="note">{note}</p> })}
            {page}
        </li>
    }
    .into_any()
}
