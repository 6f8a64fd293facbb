//! The map: raw events become gestures, and gestures become changes of state.
//!
//! | file | does |
//! | --- | --- |
//! | `controls` | zoom buttons, scale, hint |
//! | `hover` | finds what lies under the pointer, and shows its name |
//! | `keys` | the keyboard |

mod controls;
mod hover;
mod keys;

use crate::canvas::{Elements, FrameLoop};
use crate::state::State;
use controls::{HintLine, Scale, ZoomButtons};
use hover::{HoverName, Pointing};
use leptos::{ev, html, prelude::*};
use map::{Change, Gesture, Manners, Pointer, PointerKind, ScreenPoint, WheelKind, wheel_change};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, UnwrapThrowExt};

/// How far a finger may miss a small territory, CSS pixels.
const FINGER: f64 = 14.0;

/// The map, its controls and the name under the pointer.
#[component]
pub(crate) fn MapView(state: State) -> impl IntoView {
    let area = NodeRef::<html::Div>::new();
    let elements =
        Elements { canvases: std::array::from_fn(|_| NodeRef::new()), hover: NodeRef::new() };
    let manners = manners();
    let gesture = StoredValue::new(Gesture::new(manners));
    let pointing = Pointing::new(state, area);
    follow_size(state, area);
    FrameLoop::start(state, elements, gesture);
    let canvas =
        |node: NodeRef<html::Canvas>| view! { <canvas node_ref=node class="sheet"></canvas> };
    view! {
        <div
            node_ref=area
            id="carte"
            class="canvas"
            class:canvas-frame=manners == Manners::Frame
            tabindex="0"
            role="application"
            aria-roledescription="carte"
            aria-label="Carte des départements et des intercommunalités"
            aria-describedby="carte-aide"
            on:pointerdown=move |event| on_down(state, gesture, &event)
            on:pointermove=move |event| on_move(state, pointing, gesture, &event)
            on:pointerup=move |event| on_up(state, gesture, &event)
            on:pointercancel=move |event| {
                let change = gesture.try_update_value(|gesture| gesture.cancel(event.pointer_id()));
                state.change(change.unwrap_or(Change::None));
            }
            on:pointerleave=move |_| pointing.left()
            on:wheel=move |event| on_wheel(state, pointing, manners, &event)
            on:keydown=move |event| keys::on_key(state, &event)
            on:blur=move |_| pointing.left()
        >
            {elements.canvases.map(canvas)}
            <svg node_ref=elements.hover class="sheet highlight" aria-hidden="true"><path/><path/></svg>
        </div>
        <p class="visually-hidden" id="carte-aide">
            "Flèches\u{a0}: territoire voisin. Entrée\u{a0}: ouvrir sa fiche. Échap\u{a0}: fermer la fiche. Plus et moins\u{a0}: agrandir, réduire. Origine\u{a0}: toute la France."
        </p>
        <p class="visually-hidden" aria-live="polite">{move || state.announcement.get()}</p>
        <HoverName state=state/>
        <HintLine state=state/>
        <Scale state=state/>
        <ZoomButtons state=state/>
    }
}

/// In a frame of another page, that page keeps its scroll.
fn manners() -> Manners {
    let is_framed = window().parent().ok().flatten().is_some_and(|parent| parent != window());
    if is_framed { Manners::Frame } else { Manners::Page }
}

fn on_down(state: State, gesture: StoredValue<Gesture>, event: &ev::PointerEvent) {
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
}

fn on_move(
    state: State,
    pointing: Pointing,
    gesture: StoredValue<Gesture>,
    event: &ev::PointerEvent,
) {
    if gesture.with_value(Gesture::is_active) {
        let moved = gesture.try_update_value(|gesture| gesture.moved(pointer_of(event)));
        let change = moved.unwrap_or(Change::None);
        if change != Change::None {
            pointing.left();
            state.change(change);
        }
    } else if event.buttons() == 0 {
        // A mouse or a pen in the air: a finger has a button down as long as it touches.
        let at = ScreenPoint::new(f64::from(event.client_x()), f64::from(event.client_y()));
        pointing.moved(at, event.time_stamp());
    }
}

fn on_up(state: State, gesture: StoredValue<Gesture>, event: &ev::PointerEvent) {
    let samples = gesture.with_value(|gesture| gesture.samples().to_vec());
    let time_ms = event.time_stamp();
    let change = gesture.try_update_value(|gesture| gesture.up(event.pointer_id(), time_ms));
    match change.unwrap_or(Change::None) {
        Change::Tap(at) => tap(state, at, event),
        Change::None if !gesture.with_value(Gesture::is_active) => {
            state.let_go(&samples, time_ms);
        }
        other => state.change(other),
    }
}

fn on_wheel(state: State, pointing: Pointing, manners: Manners, event: &ev::WheelEvent) {
    // Lines and pages are turned into pixels; a notch is about 100 of them.
    let unit = match event.delta_mode() {
        web_sys::WheelEvent::DOM_DELTA_LINE => 33.0,
        web_sys::WheelEvent::DOM_DELTA_PAGE => 100.0,
        _ => 1.0,
    };
    let is_pinch = event.ctrl_key() || event.meta_key();
    let kind = if is_pinch { WheelKind::Pinch } else { WheelKind::Scroll };
    let change = wheel_change(event.delta_y() * unit, kind, screen_point_of(event), manners);
    if !matches!(change, Change::Hint(_)) {
        event.prevent_default();
        // A hit test that is due would test, in the midst of the zoom, a point of before.
        pointing.left();
    }
    state.change(change);
}

/// Selects the territory at a point of the map's screen.
fn tap(state: State, at: ScreenPoint, event: &ev::PointerEvent) {
    let Some(view) = state.viewport.get_untracked() else { return };
    let is_finger = PointerKind::from_name(&event.pointer_type()) == PointerKind::Touch;
    let reach = if is_finger { FINGER * view.resolution } else { 0.0 };
    let territory = state
        .atlas
        .with_untracked(|atlas| atlas.as_ref()?.territory_near(view.map_from_screen(at), reach));
    state.select(territory);
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

/// Tells the state the size of the map, now and whenever it changes.
fn follow_size(state: State, area: NodeRef<html::Div>) {
    Effect::new(move |_| {
        let Some(element) = area.get() else { return };
        let observed = element.clone();
        let on_resize = Closure::<dyn FnMut()>::new(move || {
            let area = observed.get_bounding_client_rect();
            if area.width() > 0.0 && area.height() > 0.0 {
                state.resize((area.width(), area.height()));
            }
        });
        let observer = web_sys::ResizeObserver::new(on_resize.as_ref().unchecked_ref());
        observer.unwrap_throw().observe(&element);
        // The map lives as long as the page.
        on_resize.forget();
    });
}
