//! The territory under the pointer, and its name beside it.
//!
//! The name stays where it is as long as the pointer is near. Between two hit tests (`map::HoverThrottle`
//! says when one is due) nothing is changed, and nothing painted.

use crate::browser::{now_ms, pixels};
use crate::load::AnswerViews;
use crate::state::{Hover, HoveredShare, State};
use answers::Card;
use leptos::{html, prelude::*};
use map::text::typographic;
use map::{
    HoverThrottle, HoverTick, Marked, Model, PointerKind, ScreenPoint, Subject, Territory,
    WindowPoint, aimed_at,
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
        let are_same = self.subject == other.subject
            && self.territory == other.territory
            && self.commune == other.commune
            && self.schemes == other.schemes
            && self.marked == other.marked;
        are_same && distance < NEAR
    }
}

/// What lies at a point of the map's screen: the symbol, what a click chooses there, the smallest territory,
/// the commune where that is chosen, and the schemes there.
fn hit_test(state: State, at: ScreenPoint) -> Option<Hover> {
    let view = state.viewport.get_untracked()?;
    state.atlas.with_untracked(|atlas| {
        let atlas = atlas.as_ref()?;
        let marked = state.symbols.with_untracked(|symbols| symbols.at(&view, at, 1.0));
        let Some((cell, commune)) = atlas.at(view.map_from_screen(at)) else {
            // The disc of a region lies beside it.
            let Some(Marked::Projects(territory)) = marked else { return None };
            let subject = Subject::Territory(territory);
            let schemes = Vec::new();
            return Some(Hover { territory, subject, commune: None, schemes, marked, at });
        };
        let is_shown = |scheme: &&map::Scheme| {
            state.choice.with_untracked(|it| it.shows(scheme.index.layer, scheme.status))
        };
        let shown = atlas.model.schemes_at(cell).filter(is_shown);
        let schemes = shown.map(|scheme| scheme.index).collect();
        let subject = aimed_at(atlas, &view, at, PointerKind::Mouse)?;
        let is_chosen = matches!(subject, Subject::Commune { .. });
        let commune = commune.filter(|_| is_chosen).map(str::to_owned);
        let territory = atlas.model.territory_of(cell);
        Some(Hover { territory, subject, commune, schemes, marked, at })
    })
}

/// The names of what is under the pointer.
#[derive(Clone, PartialEq)]
struct Names {
    /// What a click chooses.
    name: String,
    /// The territory around it; of a department from afar, the small territory that is touched.
    within: Option<String>,
    /// The schemes there, or the things of a symbol, by name.
    lines: Vec<String>,
}

impl Names {
    fn new(model: &Model, answers: Option<&dyn AnswerViews>, hover: &Hover) -> Self {
        if let (Some(marked), Some(answers)) = (&hover.marked, answers) {
            let Card { title, lines } = answers.card(marked);
            return Self { name: title, within: None, lines };
        }
        let lines = answers.map(|answers| answers.schemes_here(&hover.schemes)).unwrap_or_default();
        let name_of = |territory| typographic(model.name(territory));
        let touched = name_of(hover.territory);
        match (&hover.commune, &hover.subject) {
            (Some(commune), _) => Self { name: typographic(commune), within: Some(touched), lines },
            (None, Subject::Territory(aimed)) if *aimed != hover.territory => {
                Self { name: name_of(*aimed), within: Some(touched), lines }
            }
            _ => {
                let within = match hover.territory {
                    Territory::Epci(index) => {
                        Some(Territory::Department(model.epci[index].department))
                    }
                    Territory::Region(_) | Territory::Department(_) => None,
                };
                Self { name: touched, within: within.map(name_of), lines }
            }
        }
    }
}

/// The share whose colour is under the pointer, in words: of the department from afar.
fn share(state: State) -> Option<String> {
    let HoveredShare { territory, sentence, .. } = state.hovered_share()?;
    let is_hovered =
        state.hover.with(|hover| Some(territory) == hover.as_ref().map(|it| it.territory));
    if is_hovered {
        return Some(sentence);
    }
    state.atlas.with_untracked(|atlas| {
        let name = typographic(atlas.as_ref()?.model.name(territory));
        Some(format!("{name}\u{a0}: {sentence}"))
    })
}

/// The name of the territory under the pointer, beside the pointer.
#[component]
pub(crate) fn HoverName(state: State) -> impl IntoView {
    let names = Memo::new(move |_| {
        state.hover.with(|hover| {
            let hover = hover.as_ref()?;
            let answers = state.answers.get();
            state.atlas.with_untracked(|atlas| {
                Some(Names::new(&atlas.as_ref()?.model, answers.as_deref(), hover))
            })
        })
    });
    let transform = move || {
        let at = state.hover.with(|hover| hover.as_ref().map(|hover| hover.at))?;
        let width = state.viewport.with_untracked(|view| view.map_or(0.0, |view| view.size.0));
        let side = if at.x > width / 2.0 { "calc(-100% - 16px)" } else { "16px" };
        Some(format!("translate({},{}) translate({side},16px)", pixels(at.x), pixels(at.y)))
    };
    let lines = move || {
        let lines = names.get().map(|names| names.lines).unwrap_or_default();
        lines.into_iter().map(|line| view! { <span>{line}</span> }).collect::<Vec<_>>()
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
            <span class="hover-share">{move || share(state)}</span>
            {lines}
        </p>
    }
}
