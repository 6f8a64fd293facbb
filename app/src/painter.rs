//! Changes of state become frames: at most one per animation frame, none when nothing changed.

use crate::details::{self, Details};
use crate::stage::{REST_MS, Rest, Stage};
use crate::state::{Motion, State, matches, now_ms};
use leptos::{html, prelude::*, svg};
use map::{Gesture, Layer, MapStyle, Palette, Status, Territory, Viewport};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, UnwrapThrowExt};

/// What paints, and what it remembers between two frames.
#[derive(Clone)]
pub(crate) struct Painter {
    state: State,
    stage: Rc<RefCell<Option<Stage>>>,
    details: Rc<RefCell<Details>>,
    gesture: StoredValue<Gesture>,
    memory: Rc<Memory>,
}

#[derive(Default)]
struct Memory {
    /// Whether a frame is asked for.
    is_asked: Cell<bool>,
    /// Whether what is drawn has changed, not only from where it is seen.
    is_stale: Cell<bool>,
    is_marked: Cell<bool>,
    /// The view of the last frame, and when it was another one.
    last: Cell<Option<Viewport>>,
    moved_ms: Cell<f64>,
    /// Whether somebody waits for the view to rest.
    is_waiting: Cell<bool>,
}

impl Painter {
    /// Paints whenever the state asks for it.
    pub(crate) fn start(
        state: State,
        canvases: [NodeRef<html::Canvas>; 3],
        highlight: NodeRef<svg::Svg>,
        gesture: StoredValue<Gesture>,
    ) {
        let painter = Self {
            state,
            stage: Rc::default(),
            details: Rc::default(),
            gesture,
            memory: Rc::default(),
        };
        let (of_content, of_pointer) = (painter.clone(), painter.clone());
        // With its name, and not with the next frame: the page is laid out once for both.
        Effect::new(move |_| {
            state.hover.track();
            of_pointer.point();
        });
        Effect::new(move |_| {
            state.atlas.track();
            state.choice.track();
            of_content.memory.is_stale.set(true);
            of_content.ask();
        });
        Effect::new(move |_| {
            state.viewport.track();
            state.motion.track();
            if painter.stage.borrow().is_none() {
                let elements = canvases.map(|canvas| canvas.get());
                let (true, Some(highlight)) =
                    (elements.iter().all(Option::is_some), highlight.get())
                else {
                    return;
                };
                let elements = elements.map(Option::unwrap_throw);
                *painter.stage.borrow_mut() = Stage::new(elements, highlight);
                painter.follow_theme();
                painter.follow_ratio();
            }
            painter.ask();
        });
    }

    fn ask(&self) {
        if self.memory.is_asked.replace(true) {
            return;
        }
        let painter = self.clone();
        request_animation_frame(move || {
            painter.memory.is_asked.set(false);
            painter.frame();
        });
    }

    fn frame(&self) {
        let (state, memory) = (self.state, &self.memory);
        let now = now_ms();
        let goes_on = state.advance(now);
        let Some(view) = state.viewport.get_untracked() else { return };
        let mut stage = self.stage.borrow_mut();
        let Some(stage) = stage.as_mut() else { return };
        if memory.is_stale.get() {
            let Some(atlas) = state.atlas.get_untracked() else { return };
            memory.is_stale.set(false);
            stage.set_scene(&atlas, self.style());
        }
        let rest = stage.frame(&view, self.standing(), now);
        self.mark_ready();
        if goes_on || rest == Rest::UnderWay {
            self.ask();
        }
        if memory.last.replace(Some(view)) != Some(view) {
            memory.moved_ms.set(now);
        }
        if memory.moved_ms.get() == now || rest == Rest::Scaled {
            self.wait_for_rest(REST_MS + 20.0);
        }
    }

    /// Outlines what is under the pointer.
    fn point(&self) {
        let Some(view) = self.state.viewport.get_untracked() else { return };
        if let Some(stage) = self.stage.borrow_mut().as_mut() {
            let [_, hover] = self.standing();
            stage.point(&view, hover);
        }
    }

    /// What stands out: what is selected, and what is under the pointer unless it is the same.
    fn standing(&self) -> [Option<Territory>; 2] {
        let selection = self.state.choice.with_untracked(|choice| choice.selection);
        let hover = self.state.hover.with_untracked(|hover| hover.as_ref().map(|it| it.territory));
        [selection, hover.filter(|hover| selection != Some(*hover))]
    }

    /// When nothing has moved for a moment: the details that are in sight, a sharp picture, the
    /// address.
    fn wait_for_rest(&self, delay_ms: f64) {
        if self.memory.is_waiting.replace(true) {
            return;
        }
        let painter = self.clone();
        let at_rest = move || {
            painter.memory.is_waiting.set(false);
            let is_busy = painter.gesture.with_value(Gesture::is_active)
                || painter.state.motion.get_untracked() != Motion::Still;
            let left = REST_MS - (now_ms() - painter.memory.moved_ms.get());
            if is_busy || left > 0.0 {
                painter.wait_for_rest(if is_busy { REST_MS } else { left + 10.0 });
            } else {
                painter.rest();
            }
        };
        set_timeout(at_rest, Duration::from_millis(delay_ms as u64));
    }

    fn rest(&self) {
        let Some(view) = self.state.viewport.get_untracked() else { return };
        // Details that are already here come with the same frame.
        details::follow(&self.details, self.state, &view);
        if let Some(stage) = self.stage.borrow_mut().as_mut() {
            stage.rest();
        }
        self.ask();
        self.state.settled.set(Some(view));
        crate::history::replace(self.state);
    }

    fn style(&self) -> MapStyle {
        let choice = self.state.choice.get_untracked();
        let filter = choice.filter;
        let hidden = Layer::ALL.into_iter().flat_map(|layer| {
            let statuses = Status::ALL.into_iter().filter(move |one| !filter.shows(layer, *one));
            statuses.map(move |status| (layer, status))
        });
        let is_dark = matches("(prefers-color-scheme: dark)");
        let palette = if is_dark { Palette::DARK } else { Palette::LIGHT };
        MapStyle { hidden: hidden.collect(), layers: choice.layers, palette }
    }

    /// Another screen, or another zoom of the browser, is to be painted for. A query tells when the
    /// ratio of now no longer holds; then there is another one.
    fn follow_ratio(&self) {
        // By the browser: writing an `f64` costs the page 10 KB.
        let ratio = js_sys::Number::from(window().device_pixel_ratio()).to_string_with_radix(10);
        let Ok(ratio) = ratio else { return };
        let query = format!("(resolution: {}dppx)", String::from(ratio));
        let Some(query) = window().match_media(&query).ok().flatten() else { return };
        let (painter, own) = (self.clone(), query.clone());
        let on_change = Closure::once_into_js(move || {
            own.set_onchange(None);
            painter.ask();
            painter.follow_ratio();
        });
        query.set_onchange(Some(on_change.unchecked_ref()));
    }

    /// Another theme is another look.
    fn follow_theme(&self) {
        let painter = self.clone();
        let on_change = Closure::<dyn FnMut()>::new(move || {
            painter.memory.is_stale.set(true);
            painter.ask();
        });
        let query = window().match_media("(prefers-color-scheme: dark)").ok().flatten();
        if let Some(query) = query {
            query.set_onchange(Some(on_change.as_ref().unchecked_ref()));
            // The query, and with it its listener, lives as long as the page.
            std::mem::forget(query);
        }
        on_change.forget();
    }

    /// Marks the first complete frame, once, for those who measure; then asks for what is said.
    fn mark_ready(&self) {
        if self.memory.is_marked.replace(true) {
            return;
        }
        if let Some(performance) = window().performance() {
            // Fails only for reserved names.
            let _ = performance.mark("map-ready");
        }
        crate::load::start_said(self.state);
    }
}
