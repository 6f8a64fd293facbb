//! The territory under the pointer, and its name beside it.
//!
//! The name stays where it is as long as the pointer is near. Between two hit tests (`map::HoverThrottle`
//! says when one is due) nothing is changed, and nothing painted.

use crate::browser::{now_ms, pixels};
use crate::state::{Hover, State};
use leptos::{html, prelude::*};
use map::text::typographic;
use map::{
    COMMUNE_BORDERS_BELOW, HoverThrottle, HoverTick, Model, ScreenPoint, Territory, WindowPoint,
};
use std::time::Duration;

/// How far the pointer may go from where its name is shown, CSS pixels.
const NEAR: f64 = 48.0;

/// A pointer over the map. Its points are CSS pixels of the window: to ask for those of the map each
/// time it moves would lay out the page each time.
#[derive(Clone, Copy)]
pub(super) struct Pointing {
    state: State,
    area: NodeRef<html::Div>,
    throttle: StoredValue<HoverThrottle>,
}

impl Pointing {
    /// A pointer that is not over the map yet.
    pub(super) fn new(state: State, area: NodeRef<html::Div>) -> Self {
        Self { state, area, throttle: StoredValue::default() }
    }

    /// The pointer moves to a point of the window.
    pub(super) fn moved(self, at: WindowPoint, time_ms: f64) {
        let tick = self.throttle.try_update_value(|throttle| throttle.moved(at, time_ms));
        self.follow(tick);
    }

    /// The pointer leaves, or begins a gesture. When it comes back, the first hit test is at once.
    pub(super) fn left(self) {
        self.throttle.set_value(HoverThrottle::default());
        if self.state.hover.with_untracked(Option::is_some) {
            self.state.hover.set(None);
        }
    }

    fn follow(self, tick: Option<HoverTick>) {
        match tick {
            None | Some(HoverTick::None) => {}
            Some(HoverTick::HitTest(at)) => self.hit_test(at),
            Some(HoverTick::Retry(ms)) => {
                let due = move || {
                    let tick = self.throttle.try_update_value(|throttle| throttle.due(now_ms()));
                    self.follow(tick);
                };
                set_timeout(due, Duration::from_millis(ms.ceil() as u64));
            }
        }
    }

    fn hit_test(self, at: WindowPoint) {
        let Some(area) = self.area.get_untracked() else { return };
        let area = area.get_bounding_client_rect();
        let at = ScreenPoint::new(at.x - area.left(), at.y - area.top());
        let found = hit_test(self.state, at);
        let is_shown = self.state.hover.with_untracked(|shown| match (shown, &found) {
            (Some(shown), Some(found)) => shown.may_stay_for(found),
            (shown, found) => shown.is_none() && found.is_none(),
        });
        if !is_shown {
            self.state.hover.set(found);
        }
    }
}

impl Hover {
    /// Whether this may stay on screen instead of `other`: the same names, and near.
    fn may_stay_for(&self, other: &Self) -> bool {
        let distance = (self.at.x - other.at.x).hypot(self.at.y - other.at.y);
        self.territory == other.territory && self.commune == other.commune && distance < NEAR
    }
}

/// The territory at a point of the map's screen, and the commune where the map is large enough.
fn hit_test(state: State, at: ScreenPoint) -> Option<Hover> {
    let view = state.viewport.get_untracked()?;
    state.atlas.with_untracked(|atlas| {
        let atlas = atlas.as_ref()?;
        let (cell, commune) = atlas.at(view.map_from_screen(at))?;
        let is_large = view.resolution < COMMUNE_BORDERS_BELOW;
        let commune = commune.filter(|_| is_large).map(str::to_owned);
        Some(Hover { territory: atlas.model.territory_of(cell), commune, at })
    })
}

/// The names of what is under the pointer.
#[derive(Clone, PartialEq)]
struct Names {
    name: String,
    /// The territory around it; none for a department.
    within: Option<String>,
}

impl Names {
    fn new(model: &Model, hover: &Hover) -> Self {
        let name = typographic(model.name(hover.territory));
        match (&hover.commune, hover.territory) {
            (Some(commune), _) => Self { name: typographic(commune), within: Some(name) },
            (None, Territory::Region(_) | Territory::Department(_)) => Self { name, within: None },
            (None, Territory::Epci(index)) => {
                let department = Territory::Department(model.epci[index].department);
                Self { name, within: Some(typographic(model.name(department))) }
            }
        }
    }
}

/// The name of the territory under the pointer, beside the pointer.
#[component]
pub(super) fn HoverName(state: State) -> impl IntoView {
    let names = Memo::new(move |_| {
        state.hover.with(|hover| {
            let hover = hover.as_ref()?;
            state.atlas.with_untracked(|atlas| Some(Names::new(&atlas.as_ref()?.model, hover)))
        })
    });
    let transform = move || {
        let at = state.hover.with(|hover| hover.as_ref().map(|hover| hover.at))?;
        let width = state.viewport.with_untracked(|view| view.map_or(0.0, |view| view.size.0));
        let side = if at.x > width / 2.0 { "calc(-100% - 16px)" } else { "16px" };
        Some(format!("translate({},{}) translate({side},16px)", pixels(at.x), pixels(at.y)))
    };
    // One element for all names: only its texts change.
    view! {
        <p
            class="hover-name"
            class:hover-name-none=move || names.with(Option::is_none)
            style:transform=transform
            aria-hidden="true"
        >
            <strong>{move || names.get().map(|names| names.name)}</strong>
            <span>{move || names.get().and_then(|names| names.within)}</span>
        </p>
    }
}
