//! The results as a list below the input, and the events of both.

use super::field::{LIST, failure, input, on};
use super::finder;
use super::suggestions::{FoundRow, Suggestions};
use crate::load::Load;
use crate::state::State;
use leptos::{ev, prelude::*};
use map::text::{presence_sign, presences};
use map::{Layer, Presence};

/// The list of results of the input that is in the page.
pub(super) fn list(state: State) -> AnyView {
    let of = Suggestions::new(state);
    finder::start(of);
    listen(of);
    describe(of);
    let rows = move || {
        let found = of.found.get();
        found.into_iter().enumerate().map(|(at, found)| row(of, at, found)).collect::<Vec<_>>()
    };
    let content = move || match of.load.get() {
        Load::Failed(error) => {
            failure(error.to_string(), Callback::new(move |()| finder::start(of)))
        }
        load => coming(of, &load).into_any(),
    };
    view! {
        // The box keeps the focus, so that the list stays until the click.
        <div
            class="found"
            class:is-open=move || of.is_shown()
            on:mousedown=|event| event.prevent_default()
        >
            <ul class="results" id=LIST role="listbox" tabindex="-1" aria-label="Résultats">{rows}</ul>
            {content}
        </div>
    }
    .into_any()
}

/// The line below the results: they are not all here yet, or there are none.
fn coming(of: Suggestions, load: &Load) -> Option<impl IntoView + use<>> {
    let text = match load {
        Load::Running(_) => "D’autres communes arrivent…".to_owned(),
        _ if of.found.with(Vec::is_empty) => {
            "Aucun résultat. Essayez un code postal, ou le début du nom.".to_owned()
        }
        _ => return None,
    };
    Some(view! { <p class="results note">{text}</p> })
}

fn row(of: Suggestions, at: usize, found: FoundRow) -> impl IntoView {
    let chosen = found.clone();
    let choose = move |_| {
        of.choose(&chosen);
        // With the focus goes the keyboard of a phone.
        if let Some(input) = input() {
            // Fails only for what is not in the page.
            let _ = input.blur();
        }
    };
    view! {
        <li
            id=option_id(at)
            role="option"
            aria-selected=move || (of.active.get() == Some(at)).to_string()
            on:click=choose
        >
            <strong>{found.row.name}</strong>
            {found.presence.map(signs)}
            <span class="detail">{found.row.detail}</span>
        </li>
    }
}

/// A sign for each layer, and the same in words.
fn signs(layers: [Presence; 3]) -> impl IntoView {
    let sign = |(layer, presence): (Layer, Presence)| {
        let state = match presence {
            Presence::Here => "here",
            Presence::InPreparation => "coming",
            Presence::Absent => "absent",
            Presence::NotKnown => "not-known",
        };
        let class = format!("sign sign-{} sign-{state}", layer.code());
        view! { <span class=class>{presence_sign(layer, presence)}</span> }
    };
    let all: Vec<_> = Layer::ALL.into_iter().zip(layers).map(sign).collect();
    view! {
        <span class="signs" aria-hidden="true">{all}</span>
        <span class="visually-hidden">{presences(layers)}</span>
    }
}

fn option_id(at: usize) -> String {
    format!("resultat-{at}")
}

/// Follows the events of the input. It lives as long as the page.
fn listen(of: Suggestions) {
    let Some(input) = input() else { return };
    on(&input, "input", move |_: ev::Event| of.typed());
    on(&input, "focus", move |_: ev::Event| of.focused());
    on(&input, "keydown", move |event: ev::KeyboardEvent| of.key(&event));
    on(&input, "blur", move |_: ev::Event| of.left());
}

/// Tells screen readers of the input which result is current, and brings it into sight.
fn describe(of: Suggestions) {
    Effect::new(move |_| {
        let Some(input) = input() else { return };
        let is_expanded = of.is_shown() && of.found.with(|found| !found.is_empty());
        // Neither fails: both are names of attributes.
        let _ = input.set_attribute("aria-expanded", &is_expanded.to_string());
        let active = of.active.get().map(option_id);
        let _ = input.set_attribute("aria-activedescendant", active.as_deref().unwrap_or_default());
        if let Some(active) = active {
            bring_into_sight(&active);
        }
    });
}

/// Scrolls the list to a result.
fn bring_into_sight(id: &str) {
    let [list, result] = [LIST, id].map(|id| document().get_element_by_id(id));
    if let (Some(list), Some(result)) = (list, result) {
        let [seen, own] = [&list, &result].map(web_sys::Element::get_bounding_client_rect);
        let beyond = (own.bottom() - seen.bottom()).max(0.0) + (own.top() - seen.top()).min(0.0);
        list.set_scroll_top(list.scroll_top() + beyond as i32);
    }
}
