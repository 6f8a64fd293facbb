//! A button with a choice that opens above it: arrows walk through it, Escape closes it.

use leptos::prelude::*;
use leptos::{ev, html};
use wasm_bindgen::JsCast;

/// An entry: its name, and what it does.
pub(super) type Entry = (&'static str, Callback<()>);

/// The button and its choice.
#[component]
pub(super) fn Menu(
    name: &'static str,
    /// The name of the button, for who listens: « Image, au choix ».
    label: &'static str,
    /// The letter that leads here together with the keys of the browser for that.
    key: &'static str,
    entries: Vec<Entry>,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let whole = NodeRef::<html::Div>::new();
    let close = move || {
        is_open.set(false);
        focus_at(whole, 0);
    };
    let toggle = move |_| {
        is_open.update(|open| *open = !*open);
        if is_open.get_untracked() {
            // By then the entries are there.
            request_animation_frame(move || focus_at(whole, 1));
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        match event.key().as_str() {
            "Escape" if is_open.get_untracked() => close(),
            "ArrowDown" if is_open.get_untracked() => step(whole, 1),
            "ArrowUp" if is_open.get_untracked() => step(whole, -1),
            _ => return,
        }
        event.stop_propagation();
        event.prevent_default();
    };
    // By then the focus is where it goes.
    let left = move |_| {
        request_animation_frame(move || {
            let focused = document().active_element();
            let is_inside = whole.get_untracked().is_some_and(|it| it.contains(focused.as_deref()));
            if !is_inside {
                is_open.set(false);
            }
        });
    };
    let entries = StoredValue::new(entries);
    let entry = move |(name, act): Entry| {
        let choose = move |_| {
            close();
            act.run(());
        };
        view! { <button type="button" role="menuitem" tabindex="-1" on:click=choose>{name}</button> }
    };
    view! {
        <div node_ref=whole class="take-menu" on:keydown=on_key on:focusout=left>
            <button
                type="button"
                aria-label=label
                aria-haspopup="menu"
                aria-expanded=move || is_open.get().to_string()
                accesskey=key
                on:click=toggle
            >
                {name} <span class="take-more" aria-hidden="true"></span>
            </button>
            <Show when=move || is_open.get()>
                <div class="take-entries" role="menu" aria-label=label>
                    {entries.get_value().into_iter().map(entry).collect::<Vec<_>>()}
                </div>
            </Show>
        </div>
    }
}

/// The buttons: the first opens the choice, the others are its entries.
fn buttons(whole: NodeRef<html::Div>) -> Vec<web_sys::HtmlElement> {
    let Some(whole) = whole.get_untracked() else { return Vec::new() };
    let all = whole.get_elements_by_tag_name("button");
    let all = (0..all.length()).filter_map(|index| all.item(index));
    all.filter_map(|one| one.dyn_into().ok()).collect()
}

fn focus_at(whole: NodeRef<html::Div>, index: usize) {
    if let Some(button) = buttons(whole).get(index) {
        // Fails only for what is not in the page.
        let _ = button.focus();
    }
}

/// Goes to the entry `by` further on, round about.
fn step(whole: NodeRef<html::Div>, by: isize) {
    let all = buttons(whole);
    let entries = all.len().saturating_sub(1) as isize;
    let focused = document().active_element();
    let is_focused = |one: &web_sys::HtmlElement| {
        focused.as_ref().is_some_and(|focused| one.is_same_node(Some(focused)))
    };
    let at = all.iter().position(is_focused).unwrap_or(0) as isize - 1;
    if entries > 0 {
        focus_at(whole, 1 + (at + by).rem_euclid(entries) as usize);
    }
}
