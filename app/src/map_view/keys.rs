//! The keyboard on the map: arrows go from territory to territory, Enter chooses and then leads to the
//! answer, Escape goes up.

use super::controls::{whole_country, zoom};
use crate::state::{Hover, State};
use leptos::{ev, prelude::*};
use map::text::typographic;
use map::{Direction, Model, Navigation, ScreenPoint, Subject, Territory, Viewport, ZOOM_STEP};
use std::cell::RefCell;
use wasm_bindgen::JsCast;

/// How near the edge of the screen the current territory may be, CSS pixels.
const EDGE: f64 = 60.0;

/// Handles a key, if it has a meaning on the map.
pub(crate) fn on_key(state: State, event: &ev::KeyboardEvent) {
    if event.alt_key() || event.ctrl_key() || event.meta_key() {
        return;
    }
    match event.key().as_str() {
        "ArrowLeft" => step(state, Direction::West),
        "ArrowRight" => step(state, Direction::East),
        "ArrowUp" => step(state, Direction::North),
        "ArrowDown" => step(state, Direction::South),
        "Enter" => enter(state),
        " " => state.choose(current(state)),
        "+" | "=" => zoom(state, ZOOM_STEP),
        "-" => zoom(state, 1.0 / ZOOM_STEP),
        "Home" => whole_country(state),
        "Escape" => go_up(state),
        _ => return,
    }
    event.prevent_default();
}

/// The subject under the pointer, or to which the arrows have led; that of the answer for none.
fn current(state: State) -> Option<Subject> {
    let hovered = state.hover.with_untracked(|hover| Some(hover.as_ref()?.subject.clone()));
    hovered.or_else(|| state.choice.with_untracked(|choice| choice.selection.clone()))
}

/// Chooses what is current; a second time, goes to the answer.
fn enter(state: State) {
    let Some(current) = current(state) else { return };
    if state.choice.with_untracked(|choice| choice.selection.as_ref() == Some(&current)) {
        focus_heading();
    } else {
        state.choose(Some(current));
    }
}

/// Gives the focus to the name at the head of the answer.
fn focus_heading() {
    let heading = document().query_selector("#fiche h2").ok().flatten();
    if let Some(heading) = heading.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
        heading.set_tab_index(-1);
        // Fails only for what is not in the page.
        let _ = heading.focus();
    }
}

/// Goes from a commune to its intercommunality, to the department, the region, the country; then leaves
/// the map.
fn go_up(state: State) {
    let is_hovering = state.hover.with_untracked(Option::is_some);
    state.hover.set(None);
    let selection = state.choice.with_untracked(|choice| choice.selection.clone());
    match (selection, state.atlas.get_untracked()) {
        (Some(subject), Some(atlas)) => {
            state.go_to(atlas.model.within(&subject).map(Subject::Territory));
        }
        _ if is_hovering => {}
        _ => {
            let map = document().active_element();
            if let Some(map) = map.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
                // The same.
                let _ = map.blur();
            }
        }
    }
}

thread_local! {
    /// The neighbours of the level that was last asked for.
    static NAVIGATION: RefCell<Option<Navigation>> = const { RefCell::new(None) };
}

/// Goes to the neighbour in a direction; at first to the territory in the middle of the screen.
fn step(state: State, direction: Direction) {
    let (Some(view), Some(atlas)) = (state.viewport.get_untracked(), state.atlas.get_untracked())
    else {
        return;
    };
    let selection = state.choice.with_untracked(|choice| match choice.selection.as_ref()? {
        Subject::Territory(territory) => Some(*territory),
        other => atlas.model.within(other),
    });
    let hovered = state.hover.with_untracked(|hover| hover.as_ref().map(|hover| hover.territory));
    let from = hovered.or(selection);
    let level_of = from.unwrap_or(Territory::Epci(0));
    let next = NAVIGATION.with_borrow_mut(|known| {
        if !known.as_ref().is_some_and(|navigation| navigation.is_for(level_of)) {
            *known = Some(Navigation::new(&atlas.model, level_of));
        }
        let navigation = known.as_ref()?;
        match from {
            Some(from) => navigation.towards(from, direction),
            None => navigation.nearest(view.center),
        }
    });
    if let Some(territory) = next {
        show(state, &view, &atlas.model, territory);
    }
}

/// Shows a territory as the current one, moves the map if it is out of sight, and says its name.
fn show(state: State, view: &Viewport, model: &Model, territory: Territory) {
    let anchor = model.anchor(territory);
    let mut at = view.screen_from_map(anchor);
    let is_inside = |position: f64, size: f64| (EDGE..=size - EDGE).contains(&position);
    if !(is_inside(at.x, view.size.0) && is_inside(at.y, view.size.1)) {
        state.fly(Viewport { center: anchor, ..*view });
        at = ScreenPoint::new(view.size.0 / 2.0, view.size.1 / 2.0);
    }
    state.hover.set(Some(Hover {
        territory,
        subject: Subject::Territory(territory),
        commune: None,
        schemes: Vec::new(),
        marked: None,
        at,
    }));
    state.announcement.set(typographic(model.name(territory)));
}
