//! The answers as HTML: every sentence is there, in its order, for each kind of territory.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a panic is how a test fails, in its helpers too"
)]

mod commune;
mod comparison;
mod country;
mod embed;
mod fixture;
mod lists;
mod schemes;
mod swatches;
mod tables;
mod taking;
mod territory;

use answers::{Context, Explained, Report};
use leptos::prelude::*;
use map::{Records, Subject};

/// The HTML of a view.
fn html(view: impl FnOnce() -> AnyView) -> String {
    Owner::new().with(|| view().to_html())
}

/// The answer as a document would have it: with links, a word for the controls, and a contact.
fn answer_to(records: &Records, subject: &Subject) -> String {
    let link =
        |to: Subject, name: String| view! { <a href=format!("{to:?}")>{name}</a> }.into_any();
    let report = Report { contact: "sante@exemple.fr", page: "https://carte.exemple/" };
    let context = Context { link: &link, report: Some(report), explained: Explained::Here };
    let controls = || view! { <i>"commandes"</i> }.into_any();
    html(|| answers::answer(records, subject, context, controls()))
}

/// The text of HTML, with one space between the parts that tags divide, and plain spaces only.
fn text(html: &str) -> String {
    let mut text = String::new();
    let mut is_tag = false;
    for letter in html.chars() {
        match letter {
            '<' => is_tag = true,
            '>' => {
                is_tag = false;
                text.push(' ');
            }
            _ if !is_tag => text.push(letter),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Checks that the texts are there, in this order.
fn assert_in_order(text: &str, parts: &[&str]) {
    let mut rest = text;
    for part in parts {
        let Some((_, after)) = rest.split_once(part) else {
            panic!("expected « {part} » after what comes before it in {parts:#?}, found:\n{text}");
        };
        rest = after;
    }
}
