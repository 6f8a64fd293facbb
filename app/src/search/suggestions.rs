//! The list of results, and the keys that walk through it.

use super::finder;
use super::part::SearchViews;
use super::search_box::{Box, option_id};
use crate::state::State;
use leptos::{ev, prelude::*};
use map::search::{NamedCommune, ResultRow, SearchIndex, Target, results_found};
use map::text::typographic;
use map::{SchemeIndex, Subject, Territory};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use wasm_bindgen::JsCast;

/// The most results that the list shows.
const SHOWN: usize = 8;

/// The list of results.
#[derive(Clone)]
pub(super) struct Suggestions {
    pub(super) state: State,
    pub(super) this: Box,
    index: Arc<Mutex<Option<Index>>>,
}

/// An index, with what its results lead to.
struct Index {
    names: SearchIndex,
    schemes: Vec<SchemeIndex>,
}

impl Suggestions {
    /// A list whose files are on their way.
    pub(super) fn new(state: State, this: Box) -> Self {
        let new = Self { state, this, index: Arc::default() };
        finder::start(new.clone());
        new
    }

    /// Takes an index in place of the one before, and seeks again what is typed.
    pub(super) fn take(&self, names: SearchIndex, schemes: Vec<SchemeIndex>) {
        *self.lock() = Some(Index { names, schemes });
        self.seek();
    }

    /// The schemes that the answers name; none before these are here.
    pub(super) fn schemes(&self) -> Vec<(SchemeIndex, String)> {
        self.state
            .answers
            .with_untracked(|answers| answers.as_ref().map(|one| one.scheme_names()))
            .unwrap_or_default()
    }

    /// Seeks what is typed.
    fn seek(&self) {
        let text = self.this.text.get_untracked();
        let model =
            self.state.atlas.with_untracked(|atlas| Some(Arc::clone(&atlas.as_ref()?.model)));
        let rows = self.lock().as_ref().zip(model).map(|(index, model)| {
            let epci = |at: u32| model.epci.get(at as usize).map(|one| typographic(&one.nom));
            let suggestions = index.names.find(&text, SHOWN);
            suggestions.iter().map(|one| index.names.row(one, &text, epci)).collect::<Vec<_>>()
        });
        if let Some(rows) = rows {
            let is_asked = !text.trim().is_empty() && self.this.is_open.get_untracked();
            if is_asked {
                self.state.announcement.set(results_found(rows.len()));
            }
            self.this.rows.set(rows);
        }
    }

    /// Chooses a result: its answer is shown, and the map goes there.
    fn choose(&self, row: &ResultRow) {
        self.this.text.set(row.name.clone());
        self.this.is_open.set(false);
        self.this.active.set(None);
        if let Some(subject) = self.subject(row.target) {
            self.state.go_to(Some(subject));
        }
    }

    fn subject(&self, target: Target) -> Option<Subject> {
        let index = self.lock();
        let index = index.as_ref()?;
        let within = |commune: &NamedCommune| match commune.epci {
            Some(epci) => Territory::Epci(epci as usize),
            None => Territory::Department(commune.department as usize),
        };
        Some(match target {
            Target::Commune(at) => {
                let commune = index.names.commune(at)?;
                Subject::Commune { within: within(commune), code: commune.code.clone() }
            }
            Target::Arrondissement(at) => {
                let part = index.names.arrondissement(at)?;
                let whole = index.names.commune_with_code(&part.commune)?;
                Subject::Commune { within: within(whole), code: part.code.clone() }
            }
            Target::Epci(at) => Territory::Epci(at as usize).into(),
            Target::Department(at) => Territory::Department(at as usize).into(),
            Target::Region(at) => Territory::Region(at as usize).into(),
            Target::Scheme(at) => Subject::Scheme(*index.schemes.get(at as usize)?),
        })
    }

    fn lock(&self) -> MutexGuard<'_, Option<Index>> {
        self.index.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl SearchViews for Suggestions {
    fn list(&self) -> AnyView {
        let of = self.clone();
        let this = self.this;
        let is_shown = move || this.is_open.get() && !this.text.with(|text| text.trim().is_empty());
        view! {
            <div class="results" class:is-open=is_shown>
                <ul id="resultats" role="listbox" aria-label="Résultats">
                    {move || of.options()}
                </ul>
                {move || note(this)}
            </div>
        }
        .into_any()
    }

    fn typed(&self) {
        self.seek();
    }

    fn key(&self, event: &ev::KeyboardEvent) {
        let this = self.this;
        let count = this.rows.with_untracked(Vec::len);
        match event.key().as_str() {
            "ArrowDown" => self.step(count, 1),
            "ArrowUp" => self.step(count, count.saturating_sub(1)),
            "Enter" => {
                let at = this.active.get_untracked().unwrap_or(0);
                let row = this.rows.with_untracked(|rows| rows.get(at).cloned());
                if let Some(row) = row.filter(|_| this.is_open.get_untracked()) {
                    self.choose(&row);
                    focus("fiche");
                }
            }
            "Escape" if this.is_open.get_untracked() => this.is_open.set(false),
            "Escape" => this.text.set(String::new()),
            _ => return,
        }
        event.prevent_default();
    }
}

impl Suggestions {
    /// Moves to the result `by` further on, round about.
    fn step(&self, count: usize, by: usize) {
        let this = self.this;
        this.is_open.set(true);
        if count > 0 {
            let next = match this.active.get_untracked() {
                Some(at) => (at + by) % count,
                None if by == 1 => 0,
                None => count - 1,
            };
            this.active.set(Some(next));
        }
    }

    fn options(&self) -> Vec<AnyView> {
        let rows = self.this.rows.get();
        rows.into_iter().enumerate().map(|(index, row)| self.option(index, row)).collect()
    }

    fn option(&self, index: usize, row: ResultRow) -> AnyView {
        let active = self.this.active;
        let of = self.clone();
        let chosen = row.clone();
        view! {
            <li
                id=option_id(index)
                role="option"
                aria-selected=move || (active.get() == Some(index)).to_string()
                // The box keeps the focus, so that the list stays until the click.
                on:mousedown=|event| event.prevent_default()
                on:click=move |_| {
                    of.choose(&chosen);
                    blur(of.this);
                }
            >
                <strong>{row.name}</strong>
                <span>{row.detail}</span>
            </li>
        }
        .into_any()
    }
}

/// The line below the results: none of them, or not all communes are here yet.
fn note(this: Box) -> Option<AnyView> {
    let note = this.note.get();
    let is_empty = this.rows.with(Vec::is_empty);
    let text = match (note.is_empty(), is_empty) {
        (false, _) => note,
        (true, true) => "Aucun résultat. Essayez un code postal, ou le début du nom.".to_owned(),
        (true, false) => return None,
    };
    Some(view! { <p class="note">{text}</p> }.into_any())
}

/// Takes the focus from the box, and with it the keyboard of a phone.
fn blur(this: Box) {
    if let Some(input) = this.input.get_untracked() {
        // Fails only for what is not in the page.
        let _ = input.blur();
    }
}

fn focus(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|one| one.dyn_into::<web_sys::HtmlElement>().ok()) {
        // Fails only for what is not in the page.
        let _ = element.focus();
    }
}
