//! The page: a thin Leptos shell around the pure crate `map`.
//!
//! | file | what |
//! | --- | --- |
//! | `state` | the five signals, and the verbs that change them |
//! | `load`, `decode` | the served files, from the network to the model |
//! | `paint` | the browser's 2D context as a `map::Canvas` |
//! | `map_view` | the canvas: events in, frames out |
//! | `downloads` | the « Données » page |
//! | `legend`, `selector`, `panel`, `schemes`, `facts`, `footer` | what is written around the map |

mod decode;
mod downloads;
mod facts;
mod footer;
mod legend;
mod load;
mod map_view;
mod paint;
mod panel;
mod schemes;
mod selector;
mod state;

use leptos::prelude::*;
use state::{Load, State};

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
    load::start(state);
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
    move || match state.load.get() {
        Load::Done => ().into_any(),
        Load::Running(progress) => view! {
            <div class="load" role="status">
                <p>{progress.sentence()}</p>
                <progress max=progress.total() value=progress.received()></progress>
            </div>
        }
        .into_any(),
        Load::Failed(error) => view! {
            <div class="load load-failed" role="alert">
                <p>{error.to_string()}</p>
                <button type="button" on:click=move |_| load::start(state)>"Réessayer"</button>
            </div>
        }
        .into_any(),
    }
}
