//! The address bar: the choice and the view as a URL that can be shared, and the way back.
//!
//! Another territory, layer or status is an entry of the history, to which « back » leads. A move of
//! the map only changes the entry at hand. An address that names a scheme waits for the records, which
//! know it by its identifier; one that names a commune without its intercommunality, for the detail of
//! its department. Until then the address keeps its key.

use crate::browser::{Form, form, is_framed};
use crate::state::{Choice, State};
use leptos::prelude::*;
use map::{
    Address, Atlas, Center, Level, Projection, Subject, SubjectKey, TerritoryKey, View, Viewport,
    root_of,
};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// The beginnings of fragments that lead to a place in the page: « Données », one of its sources, the map,
/// the panel. They say nothing of the choice.
const WITHIN_PAGE: [&str; 4] = ["#donnees", "#source-", "#carte", "#fiche"];

/// The fragments among them that the style sheet shows in place of the map.
const PAGES: usize = 2;

/// Follows the address once the map is here, and from then on keeps it true.
pub(crate) fn start(state: State) {
    let is_started = StoredValue::new(false);
    Effect::new(move |_| {
        let is_ready = state.atlas.with(Option::is_some) && state.viewport.with(Option::is_some);
        if is_ready && !is_started.get_value() {
            is_started.set_value(true);
            go_to(state, &shown_address());
        }
    });
    Effect::new(move |_| {
        state.answers.track();
        state.atlas.track();
        if let Some(key) = state.awaited.get_untracked()
            && is_known(state, &key)
        {
            show_awaited(state, &key);
        }
    });
    follow_choices(state, is_started);
    let on_back = Closure::<dyn FnMut()>::new(move || {
        if !leads_to(&WITHIN_PAGE) {
            go_to(state, &shown_address());
        }
    });
    window().set_onpopstate(Some(on_back.as_ref().unchecked_ref()));
    on_back.forget();
}

/// Shows the answer that the address names all the same where there is no map.
pub(crate) fn show_without_map(state: State) {
    Effect::new(move |_| {
        if let Some(answers) = state.answers.get()
            && state.atlas.with_untracked(Option::is_none)
            && let Some(key) = shown_address().subject
        {
            state.select(answers.subject(&key));
        }
    });
}

/// Whether the fragment of the address begins with one of `beginnings`.
fn leads_to(beginnings: &[&str]) -> bool {
    let hash = window().location().hash().unwrap_or_default();
    beginnings.iter().any(|beginning| hash.starts_with(beginning))
}

/// Changes the entry at hand after the map was moved, or the rows of a list are others.
pub(crate) fn replace(state: State) {
    write(state, Cause::Move);
}

/// A new entry for every choice after the first. Not made inside the effect above: what an effect
/// makes ends when it runs again.
fn follow_choices(state: State, is_started: StoredValue<bool>) {
    Effect::new(move |before: Option<Choice>| {
        let choice = state.choice.get();
        if is_started.get_value() && before.is_some_and(|before| before != choice) {
            write(state, Cause::Choice);
        }
        choice
    });
}

/// The address in the address bar.
fn shown_address() -> Address {
    let location = window().location();
    let text = |part: Result<String, JsValue>| part.unwrap_or_default();
    Address::parse(&text(location.pathname()), &text(location.search()), &text(location.hash()))
}

/// Makes the choice of an address, and moves the map to where it says.
fn go_to(state: State, address: &Address) {
    let subject = address.subject.as_ref().and_then(|key| subject_of(state, key));
    state.leave_comparison();
    if address.view != View::Map {
        state.rows.set(address.rows.clone());
    }
    let before = state.choice.get_untracked();
    let is_first = state.settled.with_untracked(Option::is_none);
    state.choice.update(|choice| {
        choice.layers.clone_from(&address.layers);
        choice.filter = address.filter;
        choice.view = address.view;
        choice.reading = address.reading;
    });
    if let Some(center) = address.center {
        state.select(subject);
        state.set_view(|view| view_of(center, &view));
    } else if subject != before.selection || subject.is_some() && is_first {
        state.go_to(subject);
    }
    state.compare(address.compared.clone());
    if address.center.is_some() {
        state.refits.set(false);
    }
    state.awaited.set(address.subject.clone().filter(|key| !is_known(state, key)));
}

/// Whether what knows the subject with that key is here: the records of a scheme or a place, the detail
/// around a commune that the address does not place in an intercommunality.
fn is_known(state: State, key: &SubjectKey) -> bool {
    match key {
        SubjectKey::Scheme(_) | SubjectKey::Venue(_) => {
            state.answers.with_untracked(Option::is_some)
        }
        SubjectKey::Commune { within, code } if !is_epci(within.as_ref()) => {
            let is_here = |atlas: &Option<Atlas>| {
                atlas.as_ref().is_some_and(|atlas| atlas.commune(code).is_some())
            };
            state.atlas.with_untracked(is_here)
        }
        SubjectKey::Territory(_) | SubjectKey::Commune { .. } => true,
    }
}

fn is_epci(key: Option<&TerritoryKey>) -> bool {
    key.is_some_and(|key| key.level == Level::Epci)
}

/// Shows the subject that the address has named all along, where the map was not moved meanwhile too.
fn show_awaited(state: State, key: &SubjectKey) {
    let subject = subject_of(state, key);
    let compared = state.choice.with_untracked(|choice| choice.compared.clone());
    if shown_address().center.is_some() {
        state.select(subject);
    } else {
        state.go_to(subject);
    }
    state.compare(compared);
}

/// The subject with that key; none where there is none, or the records that know it are not here.
fn subject_of(state: State, key: &SubjectKey) -> Option<Subject> {
    let of_record = || state.answers.with_untracked(|answers| answers.as_ref()?.subject(key));
    state.atlas.with_untracked(|atlas| {
        let atlas = atlas.as_ref()?;
        match key {
            SubjectKey::Territory(key) => atlas.model.territory(key).map(Subject::Territory),
            SubjectKey::Commune { within, code } => {
                let own = within.as_ref().filter(|key| is_epci(Some(*key)));
                let within = own.and_then(|key| atlas.model.territory(key));
                let named = within.map(|within| Subject::Commune { within, code: code.clone() });
                named.or_else(|| atlas.subject_of_commune(code))
            }
            SubjectKey::Scheme(_) | SubjectKey::Venue(_) => of_record(),
        }
    })
}

/// The key of a subject in addresses.
fn key_of(state: State, subject: &Subject) -> Option<SubjectKey> {
    let of_record = || state.answers.with_untracked(|answers| answers.as_ref()?.key_of(subject));
    state.atlas.with_untracked(|atlas| {
        let model = &atlas.as_ref()?.model;
        match subject {
            Subject::Territory(territory) => Some(SubjectKey::Territory(model.key(*territory))),
            Subject::Commune { within, code } => {
                Some(SubjectKey::Commune { within: Some(model.key(*within)), code: code.clone() })
            }
            Subject::Scheme(_) | Subject::Venue(_) => of_record(),
        }
    })
}

/// The address of the page of a subject, from the root of the host; none for one that has none yet. That of
/// the country without a subject.
pub(crate) fn page_of(state: State, subject: Option<&Subject>) -> Option<String> {
    let key = match subject {
        Some(subject) => Some(key_of(state, subject)?),
        None => None,
    };
    let address = Address { subject: key, ..Address::default() };
    Some([&site_root()?, address.relative_url().as_str()].concat())
}

/// The folder of the site, from the root of the host. The embed of the country lies in one of its own.
fn site_root() -> Option<String> {
    let path = window().location().pathname().ok()?;
    let root = root_of(&path);
    let above = root.strip_suffix("embed/").filter(|_| form() == Form::Embed);
    Some(above.unwrap_or(root).to_owned())
}

/// The address of the site, as pages of others have it.
pub(crate) fn site_address() -> Option<String> {
    Some([window().location().origin().ok()?, site_root()?].concat())
}

/// The view that an address asks for: in the inset that its centre lies in, or is nearest to.
fn view_of(center: Center, view: &Viewport) -> Viewport {
    let distance = |projection: &Projection| {
        let at = projection.map_from_lon_lat(center.lon_lat);
        let bounds = projection.inset_bounds().unwrap_or(map::MAINLAND);
        at.squared_distance(bounds.nearest_to(at))
    };
    let projection = Projection::ALL.into_iter().min_by(|a, b| distance(a).total_cmp(&distance(b)));
    let middle = projection.unwrap_or(Projection::Mainland).map_from_lon_lat(center.lon_lat);
    Viewport { center: middle, resolution: center.resolution_m, size: view.size }
}

/// The address of a choice and a view. It names the view only if that is not the `usual` one, to which
/// the choice leads.
fn address_of(
    choice: Choice,
    subject: Option<SubjectKey>,
    view: &Viewport,
    usual: &Viewport,
) -> Address {
    let center = (!usual.is_close_to(view)).then(|| Center {
        lon_lat: Projection::at(view.center).lon_lat_from_map(view.center),
        resolution_m: view.resolution,
    });
    Address {
        subject,
        layers: choice.layers,
        filter: choice.filter,
        view: choice.view,
        reading: choice.reading,
        compared: choice.compared,
        rows: String::new(),
        center,
    }
}

/// The reason to write an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cause {
    Choice,
    Move,
}

/// A change of the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Entry {
    /// A new entry, to go back from.
    Push,
    /// Another address for the entry at hand.
    Replace,
}

impl Entry {
    /// The entry for `next` while `shown` is in the address bar. A choice that leads to the address
    /// at hand is none of its own: that is how « back » arrives here.
    fn of(cause: Cause, shown: &Address, next: &Address) -> Self {
        let choice = |address: &Address| {
            let subject = address.subject.clone().map(alone);
            Address { subject, center: None, rows: String::new(), ..address.clone() }
        };
        match cause {
            Cause::Choice if choice(shown) != choice(next) => Self::Push,
            Cause::Choice | Cause::Move => Self::Replace,
        }
    }
}

/// The key without the territory around a commune, which an address may leave to the map.
fn alone(key: SubjectKey) -> SubjectKey {
    match key {
        SubjectKey::Commune { code, .. } => SubjectKey::Commune { within: None, code },
        other => other,
    }
}

/// Writes the address; none in an embed, where nobody sees it: the history is that of the page around.
fn write(state: State, cause: Cause) {
    if form() == Form::Embed {
        return;
    }
    let location = window().location();
    let (Ok(path), Ok(search), Ok(hash)) =
        (location.pathname(), location.search(), location.hash())
    else {
        return;
    };
    if leads_to(&WITHIN_PAGE[..PAGES]) {
        return;
    }
    let choice = state.choice.get_untracked();
    let usual = state.usual_view(choice.selection.as_ref());
    let (Some(usual), Some(view)) = (usual, state.viewport.get_untracked()) else { return };
    let selected = || choice.selection.as_ref().and_then(|subject| key_of(state, subject));
    let subject = state.awaited.get_untracked().or_else(selected);
    let has_rows = choice.view != View::Map;
    let mut next = address_of(choice, subject, &view, &usual);
    if has_rows {
        next.rows = state.rows.get_untracked();
    }
    let url = format!("{}{}", root_of(&path), next.relative_url());
    if format!("{path}{search}{hash}") == url {
        return;
    }
    let Ok(history) = window().history() else { return };
    let entry = match Entry::of(cause, &Address::parse(&path, &search, &hash), &next) {
        // The steps back of another page are not ours.
        Entry::Push if state.keeps_entry.get_untracked() || is_framed() => Entry::Replace,
        entry => entry,
    };
    state.keeps_entry.set(false);
    // Refused in a frame without an origin of its own, where nobody sees the address.
    let _ = match entry {
        Entry::Push => history.push_state_with_url(&JsValue::NULL, "", Some(&url)),
        Entry::Replace => history.replace_state_with_url(&JsValue::NULL, "", Some(&url)),
    };
}

#[cfg(test)]
#[path = "link_tests.rs"]
mod tests;
