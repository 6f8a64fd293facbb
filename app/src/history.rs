//! The address bar: what is looked at, as a URL that can be shared, and the way back.
//!
//! Selecting a territory, a layer or a status is a step back and forward; moving the map is not.

use crate::state::State;
use leptos::prelude::*;
use map::{Address, Center, Projection, Viewport, root_of};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// The pages that the style sheet shows in place of the map.
const PAGES: [&str; 1] = ["#donnees"];

/// Looks at what the address says once the map is here, and from then on keeps the address true.
pub(crate) fn start(state: State) {
    let is_started = StoredValue::new(false);
    Effect::new(move |_| {
        let is_ready = state.atlas.with(Option::is_some) && state.viewport.with(Option::is_some);
        if is_ready && !is_started.get_value() {
            is_started.set_value(true);
            go_to(state, &here());
        }
    });
    push_choices(state, is_started);
    let on_back = Closure::<dyn FnMut()>::new(move || go_to(state, &here()));
    window().set_onpopstate(Some(on_back.as_ref().unchecked_ref()));
    on_back.forget();
}

/// What the address bar says.
fn here() -> Address {
    let location = window().location();
    let text = |part: Result<String, JsValue>| part.unwrap_or_default();
    Address::parse(&text(location.pathname()), &text(location.search()), &text(location.hash()))
}

/// Looks at what an address says.
fn go_to(state: State, address: &Address) {
    let Some(atlas) = state.atlas.get_untracked() else { return };
    let key = address.territory.as_ref();
    let territory = key.and_then(|key| atlas.model.territory(key));
    let before = state.choice.get_untracked();
    state.choice.update(|choice| {
        choice.layers.clone_from(&address.layers);
        choice.filter = address.filter;
    });
    if let Some(place) = address.center {
        state.select(territory);
        state.look(|view| view_of(place, &view));
    } else if territory != before.selection {
        state.go_to(territory);
    }
}

/// The view that a place of an address asks for.
fn view_of(place: Center, view: &Viewport) -> Viewport {
    let projections = Projection::ALL.into_iter();
    let distance = |projection: &Projection| {
        let at = projection.map_from_lon_lat(place.lon_lat);
        let bounds = projection.inset_bounds().unwrap_or(map::MAINLAND);
        at.squared_distance(bounds.nearest_to(at))
    };
    let projection = projections.min_by(|a, b| distance(a).total_cmp(&distance(b)));
    let center = projection.unwrap_or(Projection::Mainland).map_from_lon_lat(place.lon_lat);
    Viewport { center, resolution: place.resolution_m, size: view.size }
}

/// The address of what is looked at; without the place as long as the view is the one that the
/// territory leads to.
fn address(state: State) -> Option<Address> {
    let choice = state.choice.get_untracked();
    let atlas = state.atlas.get_untracked()?;
    let view = state.viewport.get_untracked()?;
    let usual = match choice.selection {
        Some(territory) => Viewport::around(atlas.model.bounds(territory), view.size),
        None => Viewport::country(view.size),
    };
    let moved = usual.center.squared_distance(view.center).sqrt() / view.resolution;
    let is_usual = moved < 2.0 && (usual.resolution / view.resolution - 1.0).abs() < 0.01;
    let place = (!is_usual).then(|| Center {
        lon_lat: Projection::at(view.center).lon_lat_from_map(view.center),
        resolution_m: view.resolution,
    });
    Some(Address {
        territory: choice.selection.map(|territory| atlas.model.key(territory)),
        layers: choice.layers,
        filter: choice.filter,
        center: place,
        ..Address::default()
    })
}

/// A step for every choice after the first. Not made inside the effect above: what an effect makes
/// ends when it runs again.
fn push_choices(state: State, is_started: StoredValue<bool>) {
    Effect::new(move |before: Option<crate::state::Choice>| {
        let choice = state.choice.get();
        if is_started.get_value() && before.is_some_and(|before| before != choice) {
            write(state, Step::Push);
        }
        choice
    });
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Push,
    Replace,
}

/// Keeps the address true after the map was moved.
pub(crate) fn replace(state: State) {
    write(state, Step::Replace);
}

fn write(state: State, step: Step) {
    let location = window().location();
    let (Ok(path), Ok(search), Ok(hash)) =
        (location.pathname(), location.search(), location.hash())
    else {
        return;
    };
    if PAGES.contains(&hash.as_str()) {
        return;
    }
    let Some(address) = address(state) else { return };
    let url = format!("{}{}", root_of(&path), address.relative_url());
    let before = here();
    let is_same =
        before == Address::parse(&path, &search, &hash) && format!("{path}{search}{hash}") == url;
    if is_same {
        return;
    }
    let Ok(history) = window().history() else { return };
    // A choice that leads to the address at hand is no step: that is how « back » arrives here.
    let is_step = step == Step::Push && !leads_here(&before, &address);
    let done = if is_step {
        history.push_state_with_url(&JsValue::NULL, "", Some(&url))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&url))
    };
    // Refused in a frame without an origin of its own, where nobody sees the address.
    let _ = done;
}

/// Whether two addresses are of one choice, wherever the map is.
fn leads_here(one: &Address, other: &Address) -> bool {
    (&one.territory, &one.layers, one.filter) == (&other.territory, &other.layers, other.filter)
}
