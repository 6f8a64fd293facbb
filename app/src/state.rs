//! The signals of the page, and the verbs that change them.

use crate::load::{LoadError, Progress};
use crate::said::Said;
use leptos::prelude::*;
use map::{
    Atlas, FLIGHT_MS, Filter, Flight, Hint, Inertia, Layer, Model, MotionPreference, ScreenPoint,
    Status, Territory, ViewChange, Viewport, ZOOM_MS,
};
use std::sync::Arc;

/// Where a file is on its way.
#[derive(Clone, Debug)]
pub(crate) enum Load {
    /// Some of it is here.
    Running(Progress),
    /// All of it is here.
    Done,
    /// It could not be had.
    Failed(LoadError),
}

/// What the person looks at.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Choice {
    /// The layers that are shown.
    pub(crate) layers: Vec<Layer>,
    /// The statuses that are hidden.
    pub(crate) filter: Filter,
    /// The territory whose answer is shown.
    pub(crate) selection: Option<Territory>,
}

/// What is under the pointer, or where the arrow keys have led.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Hover {
    pub(crate) territory: Territory,
    /// The commune, where the map is large enough to tell.
    pub(crate) commune: Option<String>,
    /// Where its name is shown.
    pub(crate) at: ScreenPoint,
}

/// What moves the view by itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Motion {
    Still,
    Flight(Flight),
    Inertia(Inertia),
}

/// The signals. Copy: components receive it whole.
#[derive(Clone, Copy)]
pub(crate) struct State {
    /// The file of the map.
    pub(crate) load: RwSignal<Load>,
    /// The file of the answers.
    pub(crate) said_load: RwSignal<Load>,
    pub(crate) atlas: RwSignal<Option<Atlas>>,
    /// What there is to say, once it is here.
    pub(crate) said: RwSignal<Option<Arc<dyn Said>>>,
    pub(crate) choice: RwSignal<Choice>,
    pub(crate) hover: RwSignal<Option<Hover>>,
    /// Nothing before the map has its size.
    pub(crate) viewport: RwSignal<Option<Viewport>>,
    pub(crate) motion: RwSignal<Motion>,
    /// The view when it last came to rest.
    pub(crate) settled: RwSignal<Option<Viewport>>,
    /// What a person has to do instead, for a moment.
    pub(crate) hint: RwSignal<Option<Hint>>,
    /// What changed, for those who cannot see it.
    pub(crate) announcement: RwSignal<String>,
}

impl State {
    /// Nothing loaded, every layer shown, nothing selected.
    pub(crate) fn new() -> Self {
        let choice =
            Choice { layers: Layer::ALL.to_vec(), filter: Filter::default(), selection: None };
        Self {
            load: RwSignal::new(Load::Running(Progress::default())),
            said_load: RwSignal::new(Load::Running(Progress::default())),
            atlas: RwSignal::new(None),
            said: RwSignal::new(None),
            choice: RwSignal::new(choice),
            hover: RwSignal::new(None),
            viewport: RwSignal::new(None),
            motion: RwSignal::new(Motion::Still),
            settled: RwSignal::new(None),
            hint: RwSignal::new(None),
            announcement: RwSignal::new(String::new()),
        }
    }

    /// Whether a layer is shown.
    pub(crate) fn shows(self, layer: Layer) -> bool {
        self.choice.with(|choice| choice.layers.contains(&layer))
    }

    /// Whether schemes of a layer with a status are shown.
    pub(crate) fn shows_status(self, layer: Layer, status: Status) -> bool {
        self.choice
            .with(|choice| choice.layers.contains(&layer) && choice.filter.shows(layer, status))
    }

    /// Shows a layer that is hidden, hides one that is shown.
    pub(crate) fn toggle(self, layer: Layer) {
        self.choice.update(|choice| {
            if choice.layers.contains(&layer) {
                choice.layers.retain(|shown| *shown != layer);
            } else {
                choice.layers.push(layer);
            }
        });
    }

    /// Shows the answer for a territory, without moving the map.
    pub(crate) fn select(self, territory: Option<Territory>) {
        if self.choice.with_untracked(|choice| choice.selection) != territory {
            self.choice.update(|choice| choice.selection = territory);
        }
    }

    /// Shows the answer for a territory and brings it into view; the whole country for none.
    pub(crate) fn go_to(self, territory: Option<Territory>) {
        self.select(territory);
        self.hover.set(None);
        let (Some(atlas), Some(view)) = (self.atlas.get_untracked(), self.viewport.get_untracked())
        else {
            return;
        };
        let to = match territory {
            Some(territory) => Viewport::around(atlas.model.bounds(territory), view.size),
            None => Viewport::country(view.size),
        };
        self.fly(to);
    }

    /// Moves to a view, at once if that is wished for.
    pub(crate) fn fly(self, to: Viewport) {
        let Some(from) = self.viewport.get_untracked() else { return };
        let duration = preference().duration_ms(FLIGHT_MS);
        self.motion.set(Motion::Flight(Flight::new(from, kept(to), now_ms(), duration)));
    }

    /// Does what a gesture means for the view; a zoom takes its time.
    pub(crate) fn change(self, change: ViewChange) {
        match change {
            ViewChange::None | ViewChange::Tap(_) => {}
            ViewChange::Hint(hint) => self.hint.set(Some(hint)),
            ViewChange::Zoom { factor, about } => self.zoom_about(factor, about),
            ViewChange::Pan(..) | ViewChange::Pinch { .. } => {
                self.stop();
                self.look(|view| change.applied_to(view));
            }
        }
    }

    /// Stops what moves by itself.
    pub(crate) fn stop(self) {
        if self.motion.with_untracked(|motion| *motion != Motion::Still) {
            self.motion.set(Motion::Still);
        }
    }

    /// Zooms about the middle of the map.
    pub(crate) fn zoom(self, factor: f64) {
        let Some(view) = self.viewport.get_untracked() else { return };
        self.zoom_about(factor, ScreenPoint::new(view.size.0 / 2.0, view.size.1 / 2.0));
    }

    fn zoom_about(self, factor: f64, about: ScreenPoint) {
        let Some(view) = self.viewport.get_untracked() else { return };
        self.hover.set(None);
        let now = now_ms();
        let before = match self.motion.get_untracked() {
            Motion::Flight(flight) => flight.seen(now),
            _ => Flight::new(view, view, now, 0.0),
        };
        let mut flight = before.zoomed(factor, about, now, preference().duration_ms(ZOOM_MS));
        flight.to = kept(flight.to);
        self.motion.set(Motion::Flight(flight));
    }

    /// Lets a map that was dragged go on by itself.
    pub(crate) fn let_go(self, samples: &[map::Sample], released_ms: f64) {
        let Some(view) = self.viewport.get_untracked() else { return };
        if let Some(inertia) = Inertia::new(view, samples, released_ms, preference()) {
            self.motion.set(Motion::Inertia(inertia));
        }
    }

    /// Moves the view to where it should be now; says whether it goes on moving.
    pub(crate) fn advance(self, now_ms: f64) -> bool {
        let (view, has_arrived) = match self.motion.get_untracked() {
            Motion::Still => return false,
            Motion::Flight(flight) => {
                let flight = flight.seen(now_ms);
                self.motion.update_untracked(|motion| *motion = Motion::Flight(flight));
                flight.at(now_ms)
            }
            Motion::Inertia(inertia) => inertia.at(now_ms),
        };
        if has_arrived {
            self.motion.set(Motion::Still);
        }
        self.look(|before| Viewport { size: before.size, ..view });
        !has_arrived
    }

    /// Changes the view, kept to the country.
    pub(crate) fn look(self, change: impl FnOnce(Viewport) -> Viewport) {
        let Some(view) = self.viewport.get_untracked() else { return };
        let next = kept(change(view));
        if next != view {
            self.viewport.set(Some(next));
        }
    }

    /// The map has a new size: the first one shows the country, later ones hold the middle.
    pub(crate) fn resize(self, size: (f64, f64)) {
        self.motion.set(Motion::Still);
        self.viewport.update(|view| {
            *view = Some(match view {
                None => Viewport::country(size),
                Some(view) => kept(view.resized(size)),
            });
        });
    }
}

/// What is drawn of the whole country: does not change when details come and go.
pub(crate) fn model_of(state: State) -> Signal<Option<Arc<Model>>> {
    let model = RwSignal::new(None);
    Effect::new(move |_| {
        let next = state.atlas.with(|atlas| atlas.as_ref().map(|atlas| Arc::clone(&atlas.model)));
        if next.is_some() && model.with_untracked(Option::is_none) {
            model.set(next);
        }
    });
    model.into()
}

fn kept(view: Viewport) -> Viewport {
    view.kept_to(map::country_bounds(), Viewport::country(view.size))
}

/// The clock of frames and events, milliseconds.
pub(crate) fn now_ms() -> f64 {
    // Asked for once: each frame of a gesture reads it several times.
    thread_local!(static CLOCK: Option<web_sys::Performance> = window().performance());
    CLOCK.with(|clock| clock.as_ref().map_or(0.0, web_sys::Performance::now))
}

/// Whether the person wants things to move.
fn preference() -> MotionPreference {
    if matches("(prefers-reduced-motion: reduce)") {
        MotionPreference::Reduced
    } else {
        MotionPreference::Full
    }
}

/// Whether a media query holds.
pub(crate) fn matches(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|query| query.matches())
}
