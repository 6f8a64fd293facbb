//! The signals of the page, and the verbs that change them.

mod choice;
mod compared;
mod reading;
mod usual_view;
mod wanted;

pub(crate) use choice::Choice;
pub(crate) use reading::HoveredShare;
pub(crate) use wanted::Wanted;

use crate::browser::{Form, motion_preference, now_ms, scroll_panel_to};
use crate::load::{AnswerViews, Load, Progress, Shares};
use leptos::prelude::*;
use map::{
    Atlas, FLIGHT_MS, Flight, Hint, Inertia, Layer, Marked, Model, SchemeIndex, ScreenPoint,
    Status, Subject, SubjectKey, Symbols, ViewChange, Viewport, ZOOM_MS,
};
use std::sync::Arc;

/// The territory under the pointer, or to which the arrow keys have led.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Hover {
    pub(crate) territory: map::Territory,
    /// What a click chooses there.
    pub(crate) subject: Subject,
    /// The commune or arrondissement, where the map is large enough for one.
    pub(crate) commune: Option<String>,
    /// The schemes that are shown there.
    pub(crate) schemes: Vec<SchemeIndex>,
    /// The things whose symbol it is.
    pub(crate) marked: Option<Marked>,
    /// The point beside which its name is shown.
    pub(crate) at: ScreenPoint,
}

/// A motion of the view without a hand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Motion {
    Still,
    Flight(Flight),
    Inertia(Inertia),
}

/// The signals. It is `Copy`: components receive it whole.
#[derive(Clone, Copy)]
pub(crate) struct State {
    /// The download of the map.
    pub(crate) load: RwSignal<Load>,
    /// The download of the answers and of the program that shows them.
    pub(crate) answers_load: RwSignal<Load>,
    pub(crate) atlas: RwSignal<Option<Atlas>>,
    pub(crate) answers: RwSignal<Option<Arc<dyn AnswerViews>>>,
    /// The shares of the second reading.
    pub(crate) shares: RwSignal<Shares>,
    pub(crate) choice: RwSignal<Choice>,
    /// The subject that the address names and only the records or a detail know, until they are here.
    pub(crate) awaited: RwSignal<Option<SubjectKey>>,
    pub(crate) hover: RwSignal<Option<Hover>>,
    /// The subjects that the panel points at, or a disc that was tapped.
    pub(crate) pointed: RwSignal<Vec<Subject>>,
    /// The parameters of the rows of a list, as the address has them.
    pub(crate) rows: RwSignal<String>,
    /// The territories that are compared, once the records are here, which know them by their keys.
    pub(crate) side_by_side: RwSignal<Vec<Subject>>,
    /// The symbols on the map.
    pub(crate) symbols: RwSignal<Symbols>,
    /// The form of the page.
    pub(crate) form: Form,
    /// None before the map has its size.
    pub(crate) viewport: RwSignal<Option<Viewport>>,
    pub(crate) motion: RwSignal<Motion>,
    /// Whether the map has been shown as the address has it. Until then there is nothing to fly from.
    pub(crate) is_shown: RwSignal<bool>,
    /// The view when it last came to rest.
    pub(crate) settled: RwSignal<Option<Viewport>>,
    /// The other way to do what was tried, for a moment.
    pub(crate) hint: RwSignal<Option<Hint>>,
    /// Whether the legend shows more than its title.
    pub(crate) legend_is_open: RwSignal<bool>,
    /// Whether the next choice takes the place of the one before in the history.
    pub(crate) keeps_entry: RwSignal<bool>,
    /// Whether the next size of the map is that of a panel of another width: what is shown is fitted anew.
    pub(crate) refits: RwSignal<bool>,
    /// The last change, in words for those who cannot see it.
    pub(crate) announcement: RwSignal<String>,
}

impl State {
    /// Nothing loaded, every layer shown, nothing selected.
    pub(crate) fn new(form: Form) -> Self {
        Self {
            form,
            load: RwSignal::new(Load::Running(Progress::default())),
            answers_load: RwSignal::new(Load::Running(Progress::of("les fiches"))),
            atlas: RwSignal::new(None),
            answers: RwSignal::new(None),
            shares: RwSignal::new(Shares::Absent),
            choice: RwSignal::new(Choice::default()),
            awaited: RwSignal::new(None),
            hover: RwSignal::new(None),
            pointed: RwSignal::new(Vec::new()),
            rows: RwSignal::new(String::new()),
            side_by_side: RwSignal::new(Vec::new()),
            symbols: RwSignal::new(Symbols::default()),
            viewport: RwSignal::new(None),
            motion: RwSignal::new(Motion::Still),
            is_shown: RwSignal::new(false),
            settled: RwSignal::new(None),
            hint: RwSignal::new(None),
            legend_is_open: RwSignal::new(false),
            keeps_entry: RwSignal::new(false),
            refits: RwSignal::new(false),
            announcement: RwSignal::new(String::new()),
        }
    }

    /// Whether a layer is shown.
    pub(crate) fn shows(self, layer: Layer) -> bool {
        self.choice.with(|choice| choice.layers.contains(&layer))
    }

    /// Whether schemes of a layer with a status are shown.
    pub(crate) fn shows_status(self, layer: Layer, status: Status) -> bool {
        self.choice.with(|choice| choice.shows(layer, status))
    }

    /// Shows a layer that is hidden, hides one that is shown.
    pub(crate) fn toggle(self, layer: Layer) {
        self.choice.update(|choice| choice.toggle(layer));
    }

    /// Shows the answer for a subject, without moving the map; that for the country for none.
    pub(crate) fn select(self, subject: Option<Subject>) {
        self.leave_comparison();
        if self.choice.with_untracked(|choice| choice.selection != subject) {
            self.choice.update(|choice| choice.selection = subject);
        }
        self.point_at(Vec::new());
        self.awaited.set(None);
    }

    /// Shows the answer for a subject and brings it into view; the whole country for none.
    pub(crate) fn go_to(self, subject: Option<Subject>) {
        self.hover.set(None);
        self.leave_comparison();
        let usual = self.usual_view(subject.as_ref());
        self.select(subject);
        if let Some(usual) = usual {
            self.fly(usual);
        }
    }

    /// Shows the answer to which a symbol leads; that of a disc from its projects on. The regional disc
    /// outlines its departments too.
    pub(crate) fn select_marked(self, marked: &Marked) {
        let subject =
            self.choice.with_untracked(|choice| marked.subject(choice.selection.as_ref()));
        match marked {
            Marked::Projects(_) => self.choose(subject),
            Marked::Signs(_) => self.select(subject),
        }
        if matches!(marked, Marked::Projects(_)) {
            // By then the answer is in the panel.
            request_animation_frame(|| scroll_panel_to(".layer-answer-projets"));
        }
        if matches!(marked, Marked::Projects(map::Territory::Region(_))) {
            let outlined = self
                .atlas
                .with_untracked(|atlas| atlas.as_ref().map(|atlas| marked.outlined(&atlas.model)));
            self.point_at(outlined.unwrap_or_default());
        }
    }

    /// Outlines subjects as if the pointer were over them; none for an empty list.
    pub(crate) fn point_at(self, subjects: Vec<Subject>) {
        if self.pointed.with_untracked(|pointed| *pointed != subjects) {
            self.pointed.set(subjects);
        }
    }

    /// Shows the answer for a subject that was pointed at, and brings it into view where a thumb would
    /// cover it; that for the country for none.
    pub(crate) fn choose(self, subject: Option<Subject>) {
        self.leave_comparison();
        let is_small = self.atlas.with_untracked(|atlas| {
            let (atlas, view) = (atlas.as_ref()?, self.viewport.get_untracked()?);
            Some(map::is_under_thumb(atlas, &view, subject.as_ref()?))
        });
        let Some(usual) = self.usual_view(subject.as_ref()).filter(|_| is_small == Some(true))
        else {
            self.select(subject);
            return;
        };
        let is_closer =
            self.viewport.get_untracked().is_some_and(|view| usual.resolution < view.resolution);
        self.select(subject);
        if is_closer {
            self.hover.set(None);
            self.fly(usual);
        }
    }

    /// The view at the end of a flight; the view now, when there is none.
    pub(crate) fn destination(self) -> Option<Viewport> {
        match self.motion.get_untracked() {
            Motion::Flight(flight) => Some(flight.to),
            _ => self.viewport.get_untracked(),
        }
    }

    /// Flies to a view; at once for those who want nothing to move, and at first.
    pub(crate) fn fly(self, to: Viewport) {
        let Some(from) = self.viewport.get_untracked() else { return };
        let usual = if self.is_shown.get_untracked() { FLIGHT_MS } else { 0.0 };
        let duration = motion_preference().duration_ms(usual);
        self.motion.set(Motion::Flight(Flight::new(from, kept(to), now_ms(), duration)));
    }

    /// Applies what a gesture does to the view. A zoom takes its time.
    pub(crate) fn change(self, change: ViewChange) {
        match change {
            ViewChange::None | ViewChange::Tap(_) => {}
            ViewChange::Hint(hint) => self.hint.set(Some(hint)),
            ViewChange::Zoom { factor, about } => self.zoom_about(factor, about),
            ViewChange::Pan(..) | ViewChange::Pinch { .. } => {
                self.stop();
                self.set_view(|view| change.applied_to(view));
            }
        }
    }

    /// Stops a motion.
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
        let mut flight =
            before.zoomed(factor, about, now, motion_preference().duration_ms(ZOOM_MS));
        flight.to = kept(flight.to);
        self.motion.set(Motion::Flight(flight));
    }

    /// Lets a map that was dragged go on by itself.
    pub(crate) fn let_go(self, samples: &[map::Sample], released_ms: f64) {
        let Some(view) = self.viewport.get_untracked() else { return };
        if let Some(inertia) = Inertia::new(view, samples, released_ms, motion_preference()) {
            self.motion.set(Motion::Inertia(inertia));
        }
    }

    /// Moves the view as far as its motion is now. Returns whether it goes on moving.
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
        self.set_view(|before| Viewport { size: before.size, ..view });
        !has_arrived
    }

    /// Sets the view to one made from the present one, kept to the country.
    pub(crate) fn set_view(self, change: impl FnOnce(Viewport) -> Viewport) {
        let Some(view) = self.viewport.get_untracked() else { return };
        let next = kept(change(view));
        if next != view {
            self.viewport.set(Some(next));
        }
    }

    /// Takes a new size of the map. The first one shows the country, later ones keep the middle of the
    /// view, or of that to which a flight led. In an embed, which pages around it resize as it comes,
    /// what was fitted is fitted again, and beside a panel of another width.
    pub(crate) fn resize(self, size: (f64, f64)) {
        if self.viewport.with_untracked(|view| view.is_some_and(|view| view.size == size)) {
            return;
        }
        let subject = self.choice.with_untracked(|choice| choice.selection.clone());
        let usual = || self.usual_view(subject.as_ref()).map(kept);
        let view = self.destination();
        let is_fitted = self.form == Form::Embed && view == usual() || self.refits.get_untracked();
        self.refits.set(false);
        self.motion.set(Motion::Still);
        self.viewport.set(Some(match view {
            None => self.fitting_view(None, size),
            Some(view) => kept(view.resized(size)),
        }));
        if is_fitted && let Some(fitted) = usual() {
            self.viewport.set(Some(fitted));
        }
    }
}

/// The model of the country, which stays the same when details come and go.
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

#[cfg(test)]
mod tests {
    use super::*;
    use map::Territory;

    #[test]
    fn a_selection_that_is_the_same_is_no_change() {
        Owner::new().with(|| {
            let state = State::new(Form::Whole);
            let changes = RwSignal::new(0);
            let count = Memo::new(move |_| {
                state.choice.track();
                changes.update_untracked(|changes| *changes += 1);
                changes.get_untracked()
            });
            assert_eq!(count.get(), 1);
            state.select(None);
            assert_eq!(count.get(), 1);
            state.select(Some(Territory::Department(3).into()));
            assert_eq!(count.get(), 2);
        });
    }

    #[test]
    fn the_first_size_shows_the_country_and_later_ones_keep_the_middle() {
        Owner::new().with(|| {
            let state = State::new(Form::Whole);
            state.resize((800.0, 600.0));
            let country = Viewport::country((800.0, 600.0));
            assert_eq!(state.viewport.get(), Some(country));
            state.set_view(|view| Viewport { resolution: view.resolution / 4.0, ..view });
            let before = state.viewport.get().unwrap();
            state.resize((400.0, 700.0));
            let after = state.viewport.get().unwrap();
            assert_eq!(after.size, (400.0, 700.0));
            assert!(after.center.squared_distance(before.center) < 1.0);
        });
    }
}
