//! The keyboard on the map: arrows go from territory to territory, Enter opens the answer.

use crate::state::{Hover, State};
use leptos::{ev, prelude::*};
use map::text::typographic;
use map::{Direction, Model, Navigation, ScreenPoint, Subject, Territory, Viewport, ZOOM_STEP};
use std::cell::RefCell;

/// How near the edge of the screen the current territory may be, CSS pixels.
const EDGE: f64 = 60.0;

/// Handles a key, if it has a meaning on the map.
pub(super) fn on_key(state: State, event: &ev::KeyboardEvent) {
    if event.alt_key() || event.ctrl_key() || event.meta_key() {
        return;
    }
    match event.key().as_str() {
        "ArrowLeft" => step(state, Direction::West),
        "ArrowRight" => step(state, Direction::East),
        "ArrowUp" => step(state, Direction::North),
        "ArrowDown" => step(state, Direction::South),
        "Enter" | " " => {
            let current = current(state);
            if current.is_some() {
                state.select(current.map(Subject::Territory));
            }
        }
        "+" | "=" => state.zoom(ZOOM_STEP),
        "-" => state.zoom(1.0 / ZOOM_STEP),
        "Home" => state.go_to(None),
        "Escape" => {
            state.hover.set(None);
            state.select(None);
        }
        _ => return,
    }
    event.prevent_default();
}

/// The territory under the pointer, or to which the arrows have led.
fn current(state: State) -> Option<Territory> {
    state.hover.with_untracked(|hover| hover.as_ref().map(|hover| hover.territory))
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
    let from = current(state).or(selection);
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
    state.hover.set(Some(Hover { territory, commune: None, at }));
    state.announcement.set(typographic(model.name(territory)));
}
