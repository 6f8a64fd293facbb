//! The legend: the choice of the reading; a switch for each layer; for each status a row that counts,
//! hides and shows; or the classes of shares.

mod reading;
mod rows;
mod switch;

use crate::browser::{Form, form, matches};
use crate::state::{Choice, State, model_of};
use answers::swatch;
use leptos::{ev, prelude::*};
use map::text::{all_statuses, number, show_only, status_alone, status_turned};
use map::{Backdrop, Layer, Status};
pub(crate) use reading::follow as follow_reading;
use reading::{ReadingChoice, share_rows};
use rows::{Row, rows};
use switch::{layer_switch, visibility};

/// The windows in which the legend lies open at first: beside a map that stays in sight.
const ROOMY: &str = "(min-width: 1000px) and (min-height: 560px)";

/// The rows of areas without a scheme that is shown.
const BACKDROPS: [Backdrop; 5] =
    [Backdrop::Absent, Backdrop::Partly, Backdrop::Facts, Backdrop::Undocumented, Backdrop::Hidden];

/// The legend in its corner of the map, folded away in small windows until asked for.
#[component]
pub(crate) fn Legend(state: State) -> impl IntoView {
    // Folded away it has no content: a telephone has better things to do before the first picture.
    let is_open = state.legend_is_open;
    is_open.set(form() == Form::Whole && matches(ROOMY));
    on_cleanup(move || is_open.set(false));
    let follow = move |event: ev::Event| {
        is_open.set(event_target::<web_sys::HtmlDetailsElement>(&event).open());
    };
    view! {
        <details class="legend" prop:open=move || is_open.get() on:toggle=follow>
            <summary>"Légende et couches"</summary>
            <Show when=move || is_open.get()>
                <LegendBody state=state/>
            </Show>
        </details>
    }
}

/// The legend itself, wherever it stands.
#[component]
pub(crate) fn LegendBody(state: State) -> impl IntoView {
    let shares = Memo::new(move |_| Some((state.choropleth()?.layer, state.share_level())));
    let content = move || match shares.get() {
        Some(shares) => untrack(|| share_rows(state, shares)),
        None => schemes(state),
    };
    view! {
        <div class="legend-body">
            <ReadingChoice state=state/>
            {content}
        </div>
    }
}

/// The legend of schemes.
fn schemes(state: State) -> AnyView {
    view! {
        <Square/>
        {Layer::ALL.map(|layer| view! { <LayerRows state=state layer=layer/> })}
        <ul class="rows">{move || state.choice.with(backdrops)}</ul>
    }
    .into_any()
}

/// The four colours of two layers, as a square.
#[component]
fn Square() -> impl IntoView {
    let active = |layer| swatch::scheme(layer, Status::Active);
    view! {
        <div
            class="square"
            role="img"
            aria-label="Couleurs\u{a0}: bleu, un CLS seul\u{a0}; vert, une CPTS seule\u{a0}; bleu-vert, les deux"
        >
            <span></span>
            <span>"sans CPTS"</span>
            <span>"CPTS"</span>
            <span>"sans CLS"</span>
            {swatch::backdrop(Backdrop::Absent)}
            {active(Layer::Cpts)}
            <span>"CLS"</span>
            {active(Layer::Cls)}
            {swatch::both()}
        </div>
    }
}

/// The rows of areas without a scheme; a single one while no layer is shown, since the map then says
/// nothing.
fn backdrops(choice: &Choice) -> Vec<AnyView> {
    let row = |(swatch, label): (AnyView, &'static str)| {
        view! { <li>{swatch} <span>{label}</span></li> }.into_any()
    };
    let sample = |one| (swatch::backdrop(one), swatch::backdrop_name(one));
    let sea = (swatch::sea(), "Mer, étranger\u{a0}: sans objet");
    if choice.layers.is_empty() {
        return [sample(Backdrop::Silent), sea].map(row).into();
    }
    let backdrops = BACKDROPS.map(sample);
    backdrops.into_iter().chain([sea]).map(row).collect()
}

/// One layer: its switch, and its rows while it is shown.
#[component]
fn LayerRows(state: State, layer: Layer) -> impl IntoView {
    let model = model_of(state);
    let is_shown = move || state.shows(layer);
    let rows = move || {
        let rows = model.with(|model| model.as_deref().map(|model| rows(model, layer)))?;
        let present: Vec<Status> = rows.iter().filter_map(|row| row.status).collect();
        let row =
            |row: Row| view! { <RowView state=state layer=layer row=row present=present.clone()/> };
        Some(rows.into_iter().map(row).collect::<Vec<_>>())
    };
    view! {
        <fieldset class="layer" class:layer-off=move || !is_shown()>
            <legend class="layer-title">
                {layer_switch(state, layer, layer.short_title().to_owned())}
            </legend>
            <Show when=is_shown><ul class="rows">{rows}</ul></Show>
        </fieldset>
    }
}

/// A row. Where the schemes of a layer differ in status, it hides and shows one, and has a button to
/// show that one only.
#[component]
fn RowView(state: State, layer: Layer, row: Row, present: Vec<Status>) -> impl IntoView {
    let Row { swatch, label, count, status } = row;
    let content =
        view! { {swatch} <span>{label}</span> <span class="count">{number(count)}</span> };
    let Some(status) = status.filter(|_| present.len() > 1) else {
        return view! { <li>{content}</li> }.into_any();
    };
    let is_shown = move || state.shows_status(layer, status);
    let toggle = move |_| {
        state.choice.update(|choice| choice.filter = choice.filter.toggled(layer, status));
        state.announcement.set(status_turned(layer, status, visibility(is_shown())));
    };
    let only = move |_| {
        state.choice.update(|choice| choice.filter = choice.filter.only(layer, status, &present));
        let is_seen = |other: &Status| state.shows_status(layer, *other);
        let is_alone = present.iter().filter(|&other| is_seen(other)).all(|seen| *seen == status);
        let done = if is_alone { status_alone(layer, status) } else { all_statuses(layer) };
        state.announcement.set(done);
    };
    let only_label = show_only(layer, status);
    view! {
        <li class="row-filter" class:row-off=move || !is_shown()>
            <button type="button" class="row" aria-pressed=move || is_shown().to_string() on:click=toggle>
                {content}
            </button>
            <button type="button" class="only" aria-label=only_label.clone() title=only_label on:click=only>"seul"</button>
        </li>
    }
    .into_any()
}
