//! What lies under the pointer, and its name.
//!
//! A name stays where it is as long as the pointer is near. Between two looks (`map::HoverThrottle` says
//! when one is due) nothing is changed, and nothing painted.

use crate::paint::pixels;
use crate::state::{Hover, State, now_ms};
use leptos::{html, prelude::*};
use map::text::typographic;
use map::{HoverThrottle, HoverTick, ScreenPoint, Territory, WindowPoint};
use std::time::Duration;

/// How far the pointer may go from where the name of what is under it was shown, CSS pixels.
const NEAR: f64 = 48.0;

/// A pointer over the map. Its places are CSS pixels of the window: asking for those of the map each
/// time it moves would lay out the page each time.
#[derive(Clone, Copy)]
pub(crate) struct Pointing {
    state: State,
    area: NodeRef<html::Div>,
    throttle: StoredValue<HoverThrottle>,
}

impl Pointing {
    pub(crate) fn new(state: State, area: NodeRef<html::Div>) -> Self {
        Self { state, area, throttle: StoredValue::default() }
    }

    /// The pointer is at a place of the window: now or in a moment, what lies there is hovered.
    pub(crate) fn moved(self, at: WindowPoint, time_ms: f64) {
        let tick = self.throttle.try_update_value(|throttle| throttle.moved(at, time_ms));
        self.follow(tick);
    }

    /// The pointer is elsewhere, or does something else; when it comes back, is looked at once.
    pub(crate) fn left(self) {
        self.throttle.set_value(HoverThrottle::default());
        if self.state.hover.with_untracked(Option::is_some) {
            self.state.hover.set(None);
        }
    }

    fn follow(self, tick: Option<HoverTick>) {
        match tick {
            None | Some(HoverTick::None) => {}
            Some(HoverTick::HitTest(at)) => self.look(at),
            Some(HoverTick::Retry(ms)) => {
                let due = move || {
                    let tick = self.throttle.try_update_value(|throttle| throttle.due(now_ms()));
                    self.follow(tick);
                };
                set_timeout(due, Duration::from_millis(ms.ceil() as u64));
            }
        }
    }

    fn look(self, at: WindowPoint) {
        let Some(area) = self.area.get_untracked() else { return };
        let area = area.get_bounding_client_rect();
        let under = under(self.state, ScreenPoint::new(at.x - area.left(), at.y - area.top()));
        let is_told = self.state.hover.with_untracked(|told| match (told, &under) {
            (Some(told), Some(under)) => told.tells(under),
            (told, under) => told.is_none() && under.is_none(),
        });
        if !is_told {
            self.state.hover.set(under);
        }
    }
}

impl Hover {
    /// Whether nothing has to be changed to show `other` instead.
    fn tells(&self, other: &Self) -> bool {
        let distance = (self.at.x - other.at.x).hypot(self.at.y - other.at.y);
        self.territory == other.territory && self.commune == other.commune && distance < NEAR
    }
}

/// What lies under a place of the screen.
fn under(state: State, at: ScreenPoint) -> Option<Hover> {
    let view = state.viewport.get_untracked()?;
    state.atlas.with_untracked(|atlas| {
        let atlas = atlas.as_ref()?;
        let (cell, commune) = atlas.at(view.map_from_screen(at))?;
        let is_large = view.resolution < map::COMMUNE_BORDERS_BELOW;
        let commune = commune.filter(|_| is_large).map(str::to_owned);
        Some(Hover { territory: atlas.model.territory_of(cell), commune, at })
    })
}

/// The name of the territory under the pointer, beside the pointer.
#[component]
pub(crate) fn HoverName(state: State) -> impl IntoView {
    let names = Memo::new(move |_| {
        state.hover.with(|hover| {
            let hover = hover.as_ref()?;
            state.atlas.with_untracked(|atlas| {
                let model = &atlas.as_ref()?.model;
                let name = typographic(model.name(hover.territory));
                let within = match (&hover.commune, hover.territory) {
                    (Some(commune), _) => return Some((typographic(commune), Some(name))),
                    (None, Territory::Department(_)) => None,
                    (None, Territory::Epci(_)) => {
                        let department = model.department_of(hover.territory);
                        Some(typographic(&model.departments[department].nom))
                    }
                };
                Some((name, within))
            })
        })
    });
    let place = move || {
        let at = state.hover.with(|hover| hover.as_ref().map(|hover| hover.at));
        let width = state.viewport.with_untracked(|view| view.map_or(0.0, |view| view.size.0));
        at.map(|at| {
            let side = if at.x > width / 2.0 { "calc(-100% - 16px)" } else { "16px" };
            format!("translate({},{}) translate({side},16px)", pixels(at.x), pixels(at.y))
        })
    };
    let name = move || names.get().map(|(name, _)| name);
    let within = move || names.get().and_then(|(_, within)| within);
    // One element for all names: only its texts change.
    view! {
        <p
            class="hover-name"
            class:hover-name-none=move || names.with(Option::is_none)
            style:transform=place
            aria-hidden="true"
        >
            <strong>{name}</strong>
            <span>{within}</span>
        </p>
    }
}
