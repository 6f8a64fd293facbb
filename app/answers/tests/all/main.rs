//! The answers as HTML: every sentence is there, in its order, for each kind of territory.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a panic is how a test fails, in its helpers too"
)]

mod country;
mod fixture;
mod lists;
mod swatches;
mod territory;

use leptos::prelude::*;

/// The HTML of a view.
fn html(view: impl FnOnce() -> AnyView) -> String {
    Owner::new().with(|| view().to_html())
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
