//! The page: a thin Leptos shell around the pure crate `map`.
//!
//! | file | what |
//! | --- | --- |
//! | `state` | the signals, and the verbs that change them |
//! | `load`, `details` | the served files, from the network to the atlas |
//! | `history` | the address bar, back and forward |
//! | `map_view`, `hover`, `keys` | events in |
//! | `painter`, `stage`, `paint`, `texture`, `surface` | frames out: when, what of it, on the browser's 2D context, with which patterns, shown how |
//! | `legend`, `selector`, `panel`, `footer` | what is written around the map |
//! | `downloads` | the « Données » page |
//! | `said` | what the last three say: a file of its own, which comes after the map |

mod downloads;
mod footer;
mod history;
mod hover;
mod keys;
mod legend;
mod load;
mod map_view;
mod paint;
mod painter;
mod panel;
mod picture;
mod selector;
mod stage;
mod state;
mod surface;
mod texture;

use leptos::prelude::*;
use load::Load;
use state::State;

fn main() {
    // The page has something to read until the program takes over.
    if let Some(waiting) = document().get_element_by_id("attente") {
        waiting.remove();
    }
    mount_to_body(App);
}

/// The whole page.
#[component]
fn App() -> impl IntoView {
    let state = State::new();
    load::read_links();
    load::load_map(state.atlas, state.load);
    history::start(state);
    view! {
        <a class="skip" href="#fiche">"Aller à la fiche du territoire"</a>
        <header class="banner">
            <h1>"Santé des territoires"</h1>
            <p class="tagline">"Contrats locaux de santé, CPTS et projets «\u{a0}CNR\u{a0}Santé\u{a0}», selon quelle source et à quelle date"</p>
            <a class="to-data" href="#donnees">"Données"</a>
        </header>
        <main class="layout">
            <section class="map" aria-label="Carte">
                <map_view::MapView state=state/>
                <selector::Selector state=state/>
                <legend::Legend state=state/>
                <LoadLine state=state/>
            </section>
            <panel::Panel state=state/>
        </main>
        <downloads::Downloads state=state/>
        <footer::Footer state=state/>
    }
}

/// What is being loaded and how much of it is there; or what failed, with a way out.
#[component]
fn LoadLine(state: State) -> impl IntoView {
    move || {
        match state.load.get() {
        Load::Done => ().into_any(),
        Load::Running(progress) => view! {
            <div class="load" role="status">
                <p>{progress.sentence()}</p>
                <progress max=progress.total value=progress.received></progress>
            </div>
        }
        .into_any(),
        Load::Failed(error) => view! {
            <div class="load load-failed" role="alert">
                <p>{error.to_string()}</p>
                <button type="button" on:click=move |_| load::load_map(state.atlas, state.load)>"Réessayer"</button>
            </div>
        }
        .into_any(),
    }
    }
}
