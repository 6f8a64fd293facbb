//! Mouse, pen, finger and wheel: raw events become gestures, and gestures changes of the state.

use super::hover::Pointing;
use super::tapping::{Tapped, Tapping};
use crate::state::State;
use leptos::{ev, prelude::*};
use map::{
    Gesture, GestureHandling, Marked, Pointer, PointerKind, ScreenPoint, Subject, ViewChange,
    WheelKind, WindowPoint, aimed_at, wheel_change,
};
use wasm_bindgen::JsCast;

/// How far a finger may miss a symbol, CSS pixels.
const FINGER: f64 = 4.0;

pub(super) fn on_down(
    state: State,
    tapping: Tapping,
    gesture: StoredValue<Gesture>,
    event: &ev::PointerEvent,
) {
    if event.button() != 0 {
        return;
    }
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    if let Some(target) = target {
        // Fails when the pointer is already gone; the gesture then just ends.
        let _ = target.set_pointer_capture(event.pointer_id());
    }
    state.stop();
    gesture.update_value(|gesture| gesture.down(pointer_of(event)));
    if gesture.with_value(Gesture::may_be_second) {
        tapping.hold();
    }
}

pub(super) fn on_move(
    state: State,
    pointing: Pointing,
    gesture: StoredValue<Gesture>,
    event: &ev::PointerEvent,
) {
    if gesture.with_value(Gesture::is_active) {
        let moved = gesture.try_update_value(|gesture| gesture.moved(pointer_of(event)));
        let change = moved.unwrap_or(ViewChange::None);
        if change != ViewChange::None {
            pointing.left();
            state.change(change);
        }
    } else if event.buttons() == 0 {
        // A mouse or a pen in the air: a finger has a button down as long as it touches.
        let at = WindowPoint::new(f64::from(event.client_x()), f64::from(event.client_y()));
        pointing.moved(at, event.time_stamp());
    }
}

pub(super) fn on_up(
    state: State,
    tapping: Tapping,
    gesture: StoredValue<Gesture>,
    event: &ev::PointerEvent,
) {
    let samples = gesture.with_value(|gesture| gesture.samples().to_vec());
    let time_ms = event.time_stamp();
    let change = gesture.try_update_value(|gesture| gesture.up(event.pointer_id(), time_ms));
    let change = change.unwrap_or(ViewChange::None);
    match change {
        ViewChange::Zoom { .. } => tapping.second(),
        // Not a second tap after all.
        _ => tapping.release(),
    }
    match change {
        ViewChange::Tap(at) => tap(state, tapping, at, event),
        ViewChange::None if !gesture.with_value(Gesture::is_active) => {
            state.let_go(&samples, time_ms);
        }
        other => state.change(other),
    }
}

pub(super) fn on_wheel(
    state: State,
    pointing: Pointing,
    handling: GestureHandling,
    event: &ev::WheelEvent,
) {
    // Lines and pages are turned into pixels; a notch is about 100 of them.
    let unit = match event.delta_mode() {
        web_sys::WheelEvent::DOM_DELTA_LINE => 33.0,
        web_sys::WheelEvent::DOM_DELTA_PAGE => 100.0,
        _ => 1.0,
    };
    let is_pinch = event.ctrl_key() || event.meta_key();
    let kind = if is_pinch { WheelKind::Pinch } else { WheelKind::Scroll };
    let change = wheel_change(event.delta_y() * unit, kind, screen_point_of(event), handling);
    if !matches!(change, ViewChange::Hint(_)) {
        event.prevent_default();
        // A hit test that is due would test, in the midst of the zoom, a point of before.
        pointing.left();
    }
    state.change(change);
}

pub(super) fn on_cancel(state: State, gesture: StoredValue<Gesture>, event: &ev::PointerEvent) {
    let change = gesture.try_update_value(|gesture| gesture.cancel(event.pointer_id()));
    state.change(change.unwrap_or(ViewChange::None));
}

/// Chooses what is aimed at by a point of the map's screen.
fn tap(state: State, tapping: Tapping, at: ScreenPoint, event: &ev::PointerEvent) {
    let Some(view) = state.viewport.get_untracked() else { return };
    let pointer = PointerKind::from_name(&event.pointer_type());
    let missed = if pointer == PointerKind::Touch { FINGER } else { 1.0 };
    let marked = state.symbols.with_untracked(|symbols| symbols.at(&view, at, missed));
    // A disc that has been chosen lets the next tap through, to the area below it.
    let is_chosen = |marked: &Marked| match marked {
        Marked::Projects(territory) => {
            state.choice.with_untracked(|it| it.selection == Some(Subject::Territory(*territory)))
        }
        Marked::Signs(_) => false,
    };
    let marked = marked.filter(|marked| !is_chosen(marked));
    let area = || state.atlas.with_untracked(|it| aimed_at(it.as_ref()?, &view, at, pointer));
    tapping.first(marked.map_or_else(|| Tapped::Area(area()), Tapped::Symbol));
}

fn pointer_of(event: &ev::PointerEvent) -> Pointer {
    Pointer {
        id: event.pointer_id(),
        kind: PointerKind::from_name(&event.pointer_type()),
        at: screen_point_of(event),
        time_ms: event.time_stamp(),
    }
}

/// The point of an event, in CSS pixels of the map.
fn screen_point_of(event: &ev::MouseEvent) -> ScreenPoint {
    ScreenPoint::new(f64::from(event.offset_x()), f64::from(event.offset_y()))
}
