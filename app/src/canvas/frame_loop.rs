//! Changes of state become frames: at most one per animation frame, none when nothing changed.

use super::boxes::boxes_over;
use super::compositor::{Compositor, FrameOutcome, Outlines, SETTLE_MS};
use crate::browser::{DARK, is_dark, now_ms};
use crate::load::details::{self, Details};
use crate::load::{AnswerViews, Load};
use crate::state::{Hover, Motion, State, Wanted};
use leptos::{html, prelude::*, svg};
use map::{Atlas, Gesture, Layer, MapStyle, Palette, Scene, Subject, Viewport};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

/// The longest time that the page beneath stays for want of details.
const DETAILS_TIME_OUT: Duration = Duration::from_secs(3);

/// One paint per animation frame, and what is remembered between two of them.
#[derive(Clone)]
pub(crate) struct FrameLoop {
    state: State,
    compositor: Rc<RefCell<Option<Compositor>>>,
    details: Rc<RefCell<Details>>,
    gesture: StoredValue<Gesture>,
    memory: Rc<Memory>,
}

/// The elements to paint on.
#[derive(Clone, Copy)]
pub(crate) struct Elements {
    /// The canvases, lowest first.
    pub(crate) canvases: [NodeRef<html::Canvas>; 3],
    /// The outline under the pointer.
    pub(crate) hover: NodeRef<svg::Svg>,
}

#[derive(Default)]
struct Memory {
    /// Whether a frame is asked for.
    is_asked: Cell<bool>,
    /// Whether the scene has changed, not only the view.
    is_stale: Cell<bool>,
    is_marked: Cell<bool>,
    /// Whether a timer runs that shows the map without its details.
    awaits_details: Cell<bool>,
    /// Whether the view has just come to rest.
    has_settled: Cell<bool>,
    /// The view of the last frame.
    last_view: Cell<Option<Viewport>>,
    /// The time of the last change of view.
    moved_ms: Cell<f64>,
    /// Whether a timer waits for the view to settle.
    is_waiting: Cell<bool>,
}

impl FrameLoop {
    /// Paints whenever the state changes.
    pub(crate) fn start(state: State, elements: Elements, gesture: StoredValue<Gesture>) {
        let frames = Self {
            state,
            compositor: Rc::default(),
            details: Rc::default(),
            gesture,
            memory: Rc::default(),
        };
        let (of_scene, of_hover) = (frames.clone(), frames.clone());
        // Together with the name under the pointer, not with the next frame: the page is laid out once
        // for both.
        Effect::new(move |_| {
            state.hover.track();
            state.pointed.track();
            of_hover.show_hover();
        });
        Effect::new(move |_| {
            state.atlas.track();
            state.choice.track();
            state.shares.track();
            of_scene.repaint();
        });
        let of_legend = frames.clone();
        // As a whole, so that the same map always has the same pixels.
        Effect::new(move |before: Option<bool>| {
            let is_open = state.legend_is_open.get();
            if before.is_some_and(|before| before != is_open) {
                of_legend.repaint();
            }
            is_open
        });
        frames.follow_line();
        Effect::new(move |_| {
            state.viewport.track();
            state.motion.track();
            state.side_by_side.track();
            // They say where the schemes are that the map does not draw.
            state.answers.track();
            if frames.has_compositor(elements) {
                frames.ask();
            }
        });
    }

    /// Whether there is a compositor; makes it as soon as its elements are there.
    fn has_compositor(&self, elements: Elements) -> bool {
        if self.compositor.borrow().is_some() {
            return true;
        }
        let [Some(base), Some(main), Some(selection)] = elements.canvases.map(|node| node.get())
        else {
            return false;
        };
        let Some(hover) = elements.hover.get() else { return false };
        *self.compositor.borrow_mut() = Compositor::new([base, main, selection], &hover);
        self.follow_theme();
        self.follow_ratio();
        true
    }

    /// Asks for a frame.
    fn ask(&self) {
        if self.memory.is_asked.replace(true) {
            return;
        }
        let frames = self.clone();
        request_animation_frame(move || {
            frames.memory.is_asked.set(false);
            frames.frame();
        });
    }

    /// Asks for a frame with another scene.
    fn repaint(&self) {
        self.memory.is_stale.set(true);
        self.ask();
    }

    fn frame(&self) {
        let (state, memory) = (self.state, &self.memory);
        let now = now_ms();
        let goes_on = state.advance(now);
        let Some(view) = state.viewport.get_untracked() else { return };
        let mut compositor = self.compositor.borrow_mut();
        let Some(compositor) = compositor.as_mut() else { return };
        let has_settled = memory.has_settled.take();
        if has_settled {
            compositor.settle();
        }
        if has_settled || memory.is_stale.get() {
            compositor.set_boxes(boxes_over(compositor.element()));
        }
        if memory.is_stale.get() {
            let Some(atlas) = state.atlas.get_untracked() else { return };
            memory.is_stale.set(false);
            // The legend, which lies over the map, may take another size.
            self.wait_to_settle(SETTLE_MS);
            let scene = Scene::new(atlas, self.style());
            state.symbols.set(scene.symbols());
            compositor.set_scene(scene);
        }
        let outcome = compositor.frame(&view, &self.outlines(), now);
        self.mark_ready();
        self.show(outcome, &view);
        if goes_on || outcome == FrameOutcome::UnderWay {
            self.ask();
        }
        if memory.last_view.replace(Some(view)) != Some(view) {
            memory.moved_ms.set(now);
        }
        if memory.moved_ms.get() == now || outcome == FrameOutcome::Scaled {
            self.wait_to_settle(SETTLE_MS + 20.0);
        }
    }

    /// Outlines what is under the pointer, without a frame.
    fn show_hover(&self) {
        let Some(view) = self.state.viewport.get_untracked() else { return };
        if let Some(compositor) = self.compositor.borrow_mut().as_mut() {
            compositor.show_hover(&view, &self.outlines().hover);
        }
    }

    /// The subjects to outline; what is under the pointer only if it is not selected.
    fn outlines(&self) -> Outlines {
        let mut selection = self.state.side_by_side.get_untracked();
        if selection.is_empty() {
            let chosen = self.state.choice.with_untracked(|choice| choice.selection.clone());
            selection.extend(chosen);
        }
        let hover = self.hovered().into_iter().filter(|one| !selection.contains(one));
        let hover = hover.flat_map(|one| self.drawn(one)).collect();
        let selection = selection.into_iter().flat_map(|one| self.drawn(one)).collect();
        Outlines { selection, hover }
    }

    /// The subjects under the pointer on the map, else those that the panel points at.
    fn hovered(&self) -> Vec<Subject> {
        let of_hover = |hover: &Hover| match &hover.marked {
            Some(marked) => self.state.atlas.with_untracked(|atlas| {
                atlas.as_ref().map(|atlas| marked.outlined(&atlas.model)).unwrap_or_default()
            }),
            None => vec![hover.subject.clone()],
        };
        let hovered = self.state.hover.with_untracked(|hover| hover.as_ref().map(of_hover));
        hovered.unwrap_or_else(|| self.state.pointed.get_untracked())
    }

    /// The subjects whose outlines stand for one: itself where the map draws it or its seat, else its
    /// territories too.
    fn drawn(&self, subject: Subject) -> Vec<Subject> {
        let is_project = matches!(subject, Subject::Scheme(one) if one.layer == Layer::Projects);
        let is_drawn = |atlas: &Option<Atlas>| {
            atlas.as_ref().is_none_or(|atlas| {
                let has_sign = atlas.model.signs_of(&subject).next().is_some();
                has_sign && !is_project || !atlas.model.drawn_bounds(&subject).is_empty()
            })
        };
        if self.state.atlas.with_untracked(is_drawn) {
            return vec![subject];
        }
        let extent = |answers: &Option<Arc<dyn AnswerViews>>| {
            answers.as_ref().map(|answers| answers.extent(&subject)).unwrap_or_default()
        };
        let extent = self.state.answers.with_untracked(extent);
        extent.into_iter().map(Subject::Territory).chain([subject]).collect()
    }

    /// Waits until nothing has moved for a moment.
    fn wait_to_settle(&self, delay_ms: f64) {
        if self.memory.is_waiting.replace(true) {
            return;
        }
        let frames = self.clone();
        let on_time = move || {
            frames.memory.is_waiting.set(false);
            let is_busy = frames.gesture.with_value(Gesture::is_active)
                || frames.state.motion.get_untracked() != Motion::Still;
            let left = SETTLE_MS - (now_ms() - frames.memory.moved_ms.get());
            if is_busy || left > 0.0 {
                frames.wait_to_settle(if is_busy { SETTLE_MS } else { left + 10.0 });
            } else {
                frames.settle();
            }
        };
        set_timeout(on_time, Duration::from_millis(delay_ms as u64));
    }

    /// Loads the details that are in sight, sharpens the picture, and keeps the address true.
    fn settle(&self) {
        let Some(view) = self.state.viewport.get_untracked() else { return };
        // Details that are already here come with the same frame.
        details::follow(&self.details, self.state.atlas, &view);
        // With the next frame: by then the scale has its length.
        self.memory.has_settled.set(true);
        self.ask();
        self.state.settled.set(Some(view));
        crate::link::replace(self.state);
    }

    /// The map style of the person's choice, light or dark as the page is.
    fn style(&self) -> MapStyle {
        self.state.map_style(if is_dark() { Palette::DARK } else { Palette::LIGHT })
    }

    /// Paints again for another screen, or another zoom of the browser. A media query tells when the
    /// ratio of now no longer holds; then there is another one.
    fn follow_ratio(&self) {
        // By the browser: writing an `f64` costs the page 10 KB.
        let ratio = js_sys::Number::from(window().device_pixel_ratio()).to_string_with_radix(10);
        let Ok(ratio) = ratio else { return };
        let query = format!("(resolution: {}dppx)", String::from(ratio));
        let Some(query) = window().match_media(&query).ok().flatten() else { return };
        let (frames, own) = (self.clone(), query.clone());
        let on_change = Closure::once_into_js(move || {
            own.set_onchange(None);
            frames.ask();
            frames.follow_ratio();
        });
        query.set_onchange(Some(on_change.unchecked_ref()));
    }

    /// Asks again for what could not be had, when the line is back.
    fn follow_line(&self) {
        let frames = self.clone();
        let on_line = Closure::<dyn FnMut()>::new(move || {
            frames.state.line_is_back();
            details::forgive(&frames.details);
            frames.settle();
        });
        window().set_ononline(Some(on_line.as_ref().unchecked_ref()));
        on_line.forget();
    }

    /// Paints again when the theme changes.
    fn follow_theme(&self) {
        let Some(query) = window().match_media(DARK).ok().flatten() else { return };
        let frames = self.clone();
        let on_change = Closure::<dyn FnMut()>::new(move || frames.repaint());
        query.set_onchange(Some(on_change.as_ref().unchecked_ref()));
        on_change.forget();
        // The query, and with it its listener, lives as long as the page.
        std::mem::forget(query);
    }

    /// Shows the map once it is sharp, where the address says: what only the records know is waited for,
    /// and for a time the departments in detail, which the page beneath has.
    fn show(&self, outcome: FrameOutcome, view: &Viewport) {
        let state = self.state;
        if state.is_shown.get_untracked() {
            return;
        }
        let is_placed = state.awaited.with_untracked(Option::is_none)
            || state.answers_load.with_untracked(|load| !matches!(load, Load::Running(_)));
        if outcome != FrameOutcome::Sharp || !is_placed {
            return;
        }
        let are_here = state.atlas.with_untracked(|atlas| {
            atlas.as_ref().is_some_and(|atlas| details::are_here(&self.details, &atlas.model, view))
        });
        if are_here {
            state.is_shown.set(true);
        } else if !self.memory.awaits_details.replace(true) {
            set_timeout(move || state.is_shown.set(true), DETAILS_TIME_OUT);
        }
    }

    /// Marks the first complete frame, once, for those who measure; then loads the answers.
    fn mark_ready(&self) {
        if self.memory.is_marked.replace(true) {
            return;
        }
        if let Some(performance) = window().performance() {
            // Fails only for reserved names.
            let _ = performance.mark("map-ready");
        }
        self.state.ask_again(Wanted::Answers);
    }
}
