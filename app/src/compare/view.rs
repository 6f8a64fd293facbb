//! The comparison: its title, its table, what adds a territory and takes one away.

use super::button::PANEL;
use super::sides::Sides;
use crate::browser::focus;
use crate::state::State;
use crate::subject_link::subject_link;
use crate::take::{TakeRow, Taken};
use answers::{Context, Explained};
use leptos::prelude::*;
use map::Subject;
use map::table::{Comparison, MOST_COMPARED};
use map::text::table::{MIXED, comparison_title, still_missing, unknown_codes};
use map::text::typographic;

/// The search box, and what it asks for while territories are compared.
const SEARCH: &str = "recherche";
const ADD: &str = "Ajouter un territoire";

/// The comparison of what the address names.
pub(crate) fn comparison(state: State) -> AnyView {
    let sides = Sides::of(state);
    let made = sides.comparison;
    ask_for_territories();
    let title = move || made.with(|made| made.as_ref().map(title_of));
    let table = move || made.with(|made| Some(table(state, made.as_ref()?)));
    view! {
        <div class="comparison">
            <div class="answer-head">
                <h2 id="comparaison">{title}</h2>
                <button
                    type="button"
                    class="close"
                    aria-label="Fermer la comparaison"
                    title="Fermer la comparaison"
                    on:click=move |_| close(state)
                >
                    "×"
                </button>
            </div>
            {move || made.with(|made| made.as_ref().map(|made| cautions(made)))}
            {move || sides.load.get().notice(move || sides.retry())}
            <div class="comparison-scroll" tabindex="0" role="region" aria-labelledby="comparaison">{table}</div>
            <TakeRow state=state taken=Taken::Sides(made)/>
        </div>
    }
    .into_any()
}

/// « Comparer Lyon et Grenoble ».
fn title_of(made: &std::sync::Arc<Comparison>) -> String {
    let names: Vec<String> = made.table.rows.iter().map(|row| typographic(&row.name)).collect();
    comparison_title(&names)
}

/// The cautions: territories that are missing or unknown, levels that numbers do not compare.
fn cautions(made: &Comparison) -> AnyView {
    let is_whole = made.awaited.is_empty();
    let missing = still_missing(made.sides.len()).filter(|_| is_whole);
    let missing = missing.map(|text| view! { <p class="note">{text}</p> });
    let caution = |text: String| view! { <p class="caution">{text}</p> };
    let unknown = unknown_codes(&made.unknown).map(caution);
    let mixed = made.is_mixed().then(|| caution(MIXED.to_owned()));
    view! { <div role="status">{unknown} {mixed} {missing}</div> }.into_any()
}

fn table(state: State, made: &Comparison) -> Option<AnyView> {
    let answers = state.answers.get_untracked()?;
    let link = |to: Subject, name: String| subject_link(state, to, name);
    let context = Context { link: &link, report: None, explained: Explained::Here };
    let keys: Vec<String> = made.sides.iter().map(|side| side.key.to_string()).collect();
    let remove = |at: usize, name: String| remove_button(state, keys[at].clone(), &name);
    let add = (keys.len() < MOST_COMPARED).then(add_column);
    Some(answers::comparison(answers.records(), made, context, &remove, add))
}

/// The button that takes a territory away.
fn remove_button(state: State, key: String, name: &str) -> AnyView {
    let label = format!("Retirer {name}");
    let message = format!("{name}\u{a0}: retiré de la comparaison");
    let remove = move |_| {
        let mut kept = untrack(|| state.compared_keys());
        kept.retain(|one| *one != key);
        state.announcement.set(message.clone());
        match kept.is_empty() {
            true => close(state),
            false => state.compare(kept.join(",")),
        }
    };
    view! { <button type="button" class="remove" aria-label=label on:click=remove>"Retirer"</button> }.into_any()
}

/// The column of the button that leads to the search box.
fn add_column() -> AnyView {
    view! {
        <td class="comparison-add">
            <button type="button" on:click=|_| focus(SEARCH)>
                <span aria-hidden="true">"+"</span> " " {ADD}
            </button>
        </td>
    }
    .into_any()
}

/// The search box asks for a territory to add, until the comparison is left.
fn ask_for_territories() {
    let Some(input) = document().get_element_by_id(SEARCH) else { return };
    let before = input.get_attribute("placeholder").unwrap_or_default();
    // Fails only for a name that is no attribute.
    let _ = input.set_attribute("placeholder", "Ajouter un territoire…");
    on_cleanup(move || {
        if let Some(input) = document().get_element_by_id(SEARCH) {
            let _ = input.set_attribute("placeholder", &before);
        }
    });
}

/// Shows the answer or the list again, and gives it the focus.
fn close(state: State) {
    state.leave_comparison();
    focus(PANEL);
}
