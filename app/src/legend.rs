//! The legend: a switch for each layer; for each status a row that counts, hides and shows.

use crate::paint::pixels;
use crate::state::{State, matches, model_of};
use leptos::{ev, prelude::*};
use map::text::number;
use map::{Layer, Model, Palette, Pattern, Status};

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
            {Layer::ALL.map(|layer| view! { <LayerRows state=state layer=layer/> }).into_iter().collect::<Vec<_>>()}
            <ul class="rows">
                <GroundRow class="swatch-undocumented" hatched=true label="Région non documentée"/>
                <GroundRow class="swatch-documented" hatched=true label="Documentée pour certaines couches"/>
                <GroundRow class="swatch-documented" hatched=false label="Documentée, rien ici"/>
                <GroundRow class="swatch-sea" hatched=false label="Mer, étranger\u{a0}: sans objet"/>
            </ul>
            </div>
            </Show>
        </details>
    }
}

/// One kind of ground.
#[component]
fn GroundRow(class: &'static str, hatched: bool, label: &'static str) -> impl IntoView {
    let hatch = hatched.then(|| {
        view! { <path class="swatch-hatch" d="M-4 4 14 22M4 -6 28 18M14 -6 32 12"/> }
    });
    view! {
        <li>
            <svg class="swatch" viewBox="0 0 28 18" aria-hidden="true">
                <rect class=class x="0.5" y="0.5" width="27" height="17"/>
                {hatch}
            </svg>
            <span>{label}</span>
        </li>
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
                        announce(state, layer.short_title(), shown_or_not(shown()));
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
    let text = label.clone();
    let content =
        view! { {swatch} <span>{label}</span> <span class="count">{number(count)}</span> };
    let Some(status) = status.filter(|_| present.len() > 1) else {
        return view! { <li>{content}</li> }.into_any();
    };
    let is_shown = move || state.shows_status(layer, status);
    let name = format!("{} {}", layer.short_title(), text.to_lowercase());
    let toggled = name.clone();
    let toggle = move |_| {
        state.choice.update(|choice| choice.filter = choice.filter.toggled(layer, status));
        announce(state, &toggled, shown_or_not(is_shown()));
    };
    let only_label = format!("N’afficher que\u{a0}: {name}");
    let only = move |_| {
        state.choice.update(|choice| choice.filter = choice.filter.only(layer, status, &present));
        let others =
            present.iter().any(|&other| other != status && state.shows_status(layer, other));
        if others {
            announce(state, layer.short_title(), "tous les statuts affichés");
        } else {
            announce(state, &name, "seul statut affiché");
        }
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

/// Says what the legend did, for those who cannot see it.
fn announce(state: State, what: &str, done: &str) {
    state.announcement.set(format!("{what}\u{a0}: {done}"));
}

/// Where a layer or a status is now.
fn shown_or_not(is_shown: bool) -> &'static str {
    if is_shown { "affiché sur la carte" } else { "masqué" }
}

fn rows(model: &Model, layer: Layer) -> Vec<Row> {
    match layer {
        Layer::Cls => by_status(model, layer, swatch_cls),
        Layer::Cpts => by_status(model, layer, swatch_cpts),
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
            label: capital(status.label()),
            count,
            status: Some(status),
        })
        .collect()
}

fn projects(model: &Model) -> Vec<Row> {
    let departmental = model.projects.iter().map(|one| one.departmental).sum();
    let regional = model.projects.iter().map(|one| one.regional).sum();
    let row = |class: &'static str, text: &'static str, label: &str, count| {
        Row {
        swatch: view! {
            <svg class="swatch" viewBox="0 0 28 18" aria-hidden="true">
                <circle class=class cx="14" cy="9" r="7.5"/>
                {(class == "swatch-ring").then(|| view! { <circle class="swatch-disc" cx="14" cy="9" r="5.8"/> })}
                <text class=format!("{class}-number") x="14" y="12.6">{text}</text>
            </svg>
        }
        .into_any(),
        label: label.to_owned(),
        count,
        status: None,
    }
    };
    vec![
        row("swatch-disc", "n", "Par département", departmental),
        row("swatch-ring", "n", "Régionaux", regional),
        row(
            "swatch-zero",
            "0",
            "Département sans projet",
            model.departments_without_projects() as u32,
        ),
    ]
}

/// The look of a CLS: colour and texture, as on the map.
pub(crate) fn swatch_cls(status: Status) -> AnyView {
    let texture = match Palette::LIGHT.cls(status).pattern.map(|(pattern, _)| pattern) {
        Some(Pattern::Dots) => view! {
            <path
                class="swatch-ink" stroke-width="2.4" stroke-linecap="round"
                d="M5 5h.01M11 5h.01M17 5h.01M23 5h.01M8 9h.01M14 9h.01M20 9h.01M5 13h.01M11 13h.01M17 13h.01M23 13h.01"
            />
        }
        .into_any(),
        Some(_) => view! {
            <path class="swatch-ink" stroke-width="1.6" d="M-2 10 8 0M-2 18 16 0M6 18 24 0M14 18 30 2M22 18 30 10"/>
        }
        .into_any(),
        None => ().into_any(),
    };
    let ground = format!("swatch-cls-{}", status.code());
    view! {
        <svg class="swatch" viewBox="0 0 28 18" aria-hidden="true">
            <rect class=ground x="0.5" y="0.5" width="27" height="17"/>
            {texture}
            <rect class="swatch-edge" x="0.5" y="0.5" width="27" height="17"/>
        </svg>
    }
    .into_any()
}

/// The look of a CPTS: line and inner band, as on the map.
pub(crate) fn swatch_cpts(status: Status) -> AnyView {
    let [dash, gap] = Palette::LIGHT.cpts(status).dash;
    let dashes =
        if gap > 0.0 { format!("{} {}", pixels(dash), pixels(gap)) } else { "none".to_owned() };
    view! {
        <svg class="swatch" viewBox="0 0 28 18" aria-hidden="true">
            <rect class="swatch-documented-plain" x="1" y="1" width="26" height="16"/>
            <rect class="swatch-band" x="3.5" y="3.5" width="21" height="11"/>
            <rect class="swatch-line" x="1" y="1" width="26" height="16" stroke-dasharray=dashes/>
        </svg>
    }
    .into_any()
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
