//! What lies under the pointer, and its name.
//!
//! A mouse tells of 60 places a second and more; nobody reads as many names. So the map looks a few
//! times a second what is under the pointer, at once when it has not looked for a while, and a name
//! stays where it is as long as the pointer is near. Between two looks nothing is changed, and
//! nothing painted.

use crate::paint::pixels;
use crate::state::{Hover, State, now_ms};
use leptos::prelude::*;
use map::text::typographic;
use map::{ScreenPoint, Territory};
use std::time::Duration;

/// How long after a look the next one may come, milliseconds: within a tenth of a second an
/// answer seems to be there at once.
const BETWEEN_LOOKS_MS: f64 = 100.0;

/// How far the pointer may go from where the name of what is under it was shown, CSS pixels.
const NEAR: f64 = 48.0;

/// A pointer over the map.
#[derive(Clone, Copy)]
pub(crate) struct Pointing {
    state: State,
    seen: StoredValue<Seen>,
}

#[derive(Default)]
struct Seen {
    /// Where the pointer is, if nobody has looked there yet.
    next: Option<ScreenPoint>,
    /// When was looked last.
    looked_ms: f64,
}

impl Pointing {
    pub(crate) fn new(state: State) -> Self {
        Self { state, seen: StoredValue::default() }
    }

    /// The pointer is at a place: now or in a moment, what lies there is hovered.
    pub(crate) fn moved(self, at: ScreenPoint, time_ms: f64) {
        let looked_ms = self.seen.try_update_value(|seen| {
            let is_waited_for = seen.next.replace(at).is_some();
            (!is_waited_for).then_some(seen.looked_ms)
        });
        let Some(looked_ms) = looked_ms.flatten() else { return };
        let left_ms = looked_ms + BETWEEN_LOOKS_MS - time_ms;
        if left_ms <= 0.0 {
            self.look();
        } else {
            set_timeout(move || self.look(), Duration::from_millis(left_ms.ceil() as u64));
        }
    }

    /// The pointer is elsewhere, or does something else; when it comes back, is looked at once.
    pub(crate) fn left(self) {
        self.seen.set_value(Seen::default());
        if self.state.hover.with_untracked(Option::is_some) {
            self.state.hover.set(None);
        }
    }

    fn look(self) {
        let next = self.seen.try_update_value(|seen| {
            seen.looked_ms = now_ms();
            seen.next.take()
        });
        let Some(at) = next.flatten() else { return };
        let under = under(self.state, at);
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
        let is_large = view.resolution < map::COMMUNES_BELOW;
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
