//! The choice of the reading, and the legend of shares.

use super::switch::layer_switch;
use crate::load::{Shares, load_shares};
use crate::page::notice::failure;
use crate::state::{State, Wanted};
use leptos::{ev, prelude::*};
use map::{Layer, Level, Reading};

/// The control of the reading.
#[component]
pub(super) fn ReadingChoice(state: State) -> impl IntoView {
    let choose = move |event: ev::Event| {
        let reading = Reading::parse(&event_target_value(&event));
        state.choice.update(|choice| choice.reading = reading);
    };
    let options = Reading::ALL.map(|reading| {
        let is_chosen = move || state.choice.with(|choice| choice.reading == reading);
        view! { <option value=reading.code() prop:selected=is_chosen>{name(reading)}</option> }
    });
    let failed = move || {
        let is_chosen = state.choice.with(|choice| choice.reading.layer().is_some());
        state.shares.with(|shares| match shares {
            Shares::Failed(error) if is_chosen => Some(failure(state, Wanted::Shares, error)),
            _ => None,
        })
    };
    view! {
        <div class="reading">
            <select aria-label="Lecture" on:change=choose>{options}</select>
            {failed}
        </div>
    }
}

const fn name(reading: Reading) -> &'static str {
    match reading {
        Reading::Schemes => "Dispositifs",
        Reading::ShareOfCls => "Part couverte (CLS)",
        Reading::ShareOfCpts => "Part couverte (CPTS)",
    }
}

/// Loads the shares once they are chosen and the answers, which know where they are, have come.
pub(crate) fn follow(state: State) {
    Effect::new(move |_| {
        let is_chosen = state.choice.with(|choice| choice.reading.layer().is_some());
        let is_here = state.shares.with_untracked(|shares| matches!(shares, Shares::Here(_)));
        if let Some(answers) = state.answers.get().filter(|_| is_chosen && !is_here) {
            load_shares(answers, state.shares);
        }
    });
}

/// The legend of the shares of a layer, at a level; the row of the territory under the pointer is
/// marked.
pub(super) fn share_rows(state: State, (layer, level): (Layer, Level)) -> AnyView {
    let rows = state.choropleth().and_then(|choropleth| {
        let answers = state.answers.get_untracked()?;
        Some(answers.share_rows(choropleth.shares.of(layer)?, layer, level))
    });
    let marked = move || state.hovered_share().map(|it| it.row);
    let switch = (level == Level::Epci).then(|| {
        let label = format!("Périmètres des {}", layer.short_title());
        view! { <p class="layer-title">{layer_switch(state, layer, label)}</p> }
    });
    view! { <div class="shares" data-part=marked>{rows} {switch}</div> }.into_any()
}
