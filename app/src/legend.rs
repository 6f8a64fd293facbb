//! The legend: a switch for each layer; for each status a row that counts, hides and shows.

use crate::state::{State, matches, model_of};
use answers::swatch::{self, Area, Disc};
use leptos::{ev, prelude::*};
use map::text::{
    self, Visibility, all_statuses, capital, layer_turned, number, show_only, status_alone,
    status_turned,
};
use map::{Layer, Model, Status, SymbolKind};

/// The rows of areas without schemes.
const AREAS: [(Area, &str); 4] = [
    (Area::Undocumented, "Région non documentée"),
    (Area::PartlyDocumented, "Documentée pour certaines couches"),
    (Area::Documented, "Documentée, rien ici"),
    (Area::Outside, "Mer, étranger\u{a0}: sans objet"),
];

/// The legend, folded away on small screens until asked for.
#[component]
pub(crate) fn Legend(state: State) -> impl IntoView {
    let is_wide = matches("(min-width: 800px)");
    // What is folded away is not written: a telephone has better things to do before the first picture.
    let is_open = RwSignal::new(is_wide);
    let follow = move |event: ev::Event| {
        is_open.set(event_target::<web_sys::HtmlDetailsElement>(&event).open());
    };
    view! {
        <details class="legend" open=is_wide on:toggle=follow>
            <summary>"Légende et couches"</summary>
            <Show when=move || is_open.get()>
            <div class="legend-body">
            {Layer::ALL.map(|layer| view! { <LayerRows state=state layer=layer/> })}
            <ul class="rows">
                {AREAS.map(|(area, label)| view! { <li>{swatch::area(area)} <span>{label}</span></li> })}
            </ul>
            </div>
            </Show>
        </details>
    }
}

/// One layer: its switch, and its rows while it is shown.
#[component]
fn LayerRows(state: State, layer: Layer) -> impl IntoView {
    let id = format!("couche-{}", layer.code());
    let model = model_of(state);
    let rows = move || model.with(|model| model.as_deref().map(|model| rows(model, layer)));
    let shown = move || state.shows(layer);
    view! {
        <fieldset class="layer" class:layer-off=move || !shown()>
            <legend class="layer-title">
                <input
                    type="checkbox"
                    role="switch"
                    id=id.clone()
                    prop:checked=shown
                    on:change=move |_| {
                        state.toggle(layer);
                        state.announcement.set(layer_turned(layer, visibility(shown())));
                    }
                />
                <label for=id title=layer.title()>{layer.short_title()}</label>
            </legend>
            <Show when=shown>
                <ul class="rows">
                    {move || rows().map(|rows| {
                        let present: Vec<Status> = rows.iter().filter_map(|row| row.status).collect();
                        let row = |row: Row| view! { <RowView state=state layer=layer row=row present=present.clone()/> };
                        rows.into_iter().map(row).collect::<Vec<_>>()
                    })}
                </ul>
            </Show>
        </fieldset>
    }
}

struct Row {
    swatch: AnyView,
    label: String,
    count: u32,
    /// What the row hides and shows; none for rows that only explain.
    status: Option<Status>,
}

/// A row that hides and shows a status, with a way to show that one only.
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
    let only_label = show_only(layer, status);
    let only = move |_| {
        state.choice.update(|choice| choice.filter = choice.filter.only(layer, status, &present));
        let others =
            present.iter().any(|&other| other != status && state.shows_status(layer, other));
        let done = if others { all_statuses(layer) } else { status_alone(layer, status) };
        state.announcement.set(done);
    };
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

fn visibility(is_shown: bool) -> Visibility {
    if is_shown { Visibility::Shown } else { Visibility::Hidden }
}

fn rows(model: &Model, layer: Layer) -> Vec<Row> {
    match layer {
        Layer::Cls => by_status(model, layer, swatch::cls),
        Layer::Cpts => by_status(model, layer, swatch::cpts),
        Layer::Projects => projects(model),
    }
}

fn by_status(model: &Model, layer: Layer, swatch: fn(Status) -> AnyView) -> Vec<Row> {
    let count = |status| model.statuses(layer).filter(|own| *own == status).count() as u32;
    Status::ALL
        .into_iter()
        .map(|status| (status, count(status)))
        .filter(|&(_, count)| count > 0)
        .map(|(status, count)| Row {
            swatch: swatch(status),
            label: capital(text::status(layer, status)),
            count,
            status: Some(status),
        })
        .collect()
}

fn projects(model: &Model) -> Vec<Row> {
    let departmental = model.projects.iter().map(|one| one.1).sum();
    let regional = model.projects.iter().map(|one| one.2).sum();
    let is_empty = |symbol: &&map::Symbol| matches!(symbol.kind, SymbolKind::Department(_, 0));
    let empty = model.symbols.iter().filter(is_empty).count() as u32;
    [
        (Disc::Department, "Par département", departmental),
        (Disc::Region, "Régionaux", regional),
        (Disc::Zero, "Département sans projet", empty),
    ]
    .into_iter()
    .map(|(disc, label, count)| Row {
        swatch: swatch::disc(disc),
        label: label.to_owned(),
        count,
        status: None,
    })
    .collect()
}
