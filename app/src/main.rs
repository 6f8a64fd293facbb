//! The page: a thin Leptos shell around the pure crate `map`.
//!
//! | module | does |
//! | --- | --- |
//! | `state` | holds the signals, and the verbs that change them |
//! | `load` | brings the served files into the state |
//! | `link` | keeps the address bar true, back and forward |
//! | `map_view` | turns pointer and keyboard events into changes of the state |
//! | `canvas` | turns changes of the state into frames |
//! | `search` | finds what is typed |
//! | `page` | shows what stands around the map |
//! | `table` | shows lists and the table that takes the place of the map |
//! | `compare` | shows territories side by side |
//! | `take` | makes files of what is shown, to take along |
//! | `subject_link` | makes the links of answers and comparisons |
//! | `later` | makes what the first picture does without |
//! | `paper` | makes what is printed in place of the canvases |
//! | `takeover` | takes the place of the page that was there before |
//! | `browser` | reads the clock and media queries |

mod browser;
mod canvas;
mod compare;
mod later;
mod link;
mod load;
mod map_view;
mod page;
mod paper;
mod search;
mod state;
mod subject_link;
mod table;
mod take;
mod takeover;

use later::Later;
use leptos::prelude::*;
use state::{State, Wanted};

fn main() {
    // What the page says of the program has come true.
    if let Some(waiting) = document().get_element_by_id("attente") {
        waiting.remove();
    }
    takeover::begin();
    mount_to_body(App);
}

/// The whole page.
#[component]
fn App() -> impl IntoView {
    let state = State::new(browser::form());
    load::read_links();
    state.ask_again(Wanted::Map);
    link::start(state);
    let later = Later::new(state);
    takeover::follow(state);
    view! {
        <a class="skip" href="#fiche">"Aller à la fiche du territoire"</a>
        <header class="banner">
            <h1>"Santé des territoires"</h1>
            <p class="tagline">"Contrats locaux de santé, CPTS et projets «\u{a0}CNR\u{a0}Santé\u{a0}», selon quelle source et à quelle date"</p>
            <div class="search" role="search">
                <div inner_html=search::FIELD></div>
                {move || later.search(state)}
            </div>
            <a class="to-data" href="#donnees">"Données"</a>
        </header>
        <main class="layout">
            <section class="map" aria-label="Carte">
                <map_view::MapView
                    state=state
                    on_key=Callback::new(move |event| later.key(state, &event))
                    name=move || later.hover_name(state)
                />
                {move || later.crumbs(state)}
                {move || later.legend(state)}
                <page::LoadLine state=state/>
            </section>
            {move || later.table(state)}
            <page::Panel
                state=state
                drawer=move || later.drawer(state)
                tabs=move || later.tabs(state)
                below=move || later.below_the_answer(state)
                list=Callback::new(move |()| later.list(state))
            />
        </main>
        {move || later.below_the_map(state)}
    }
}
