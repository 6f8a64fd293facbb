//! The map: raw events become gestures and changes of state; changes of state become frames.

use crate::hover::{HoverName, Pointing};
use crate::paint::pixels;
use crate::painter::Painter;
use crate::state::State;
use leptos::{ev, html, prelude::*, svg};
use map::{
    Gesture, GestureHandling, Hint, Pointer, PointerKind, ScaleBar, ScreenPoint, ViewChange,
    WheelKind, WindowPoint, ZOOM_STEP, wheel_change,
};
use std::time::Duration;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, UnwrapThrowExt};

/// How far a finger may miss a small territory, CSS pixels.
const FINGER: f64 = 14.0;

/// How long a hint is shown.
const HINT: Duration = Duration::from_millis(2_500);

/// The map, its zoom buttons, its scale and the name under the pointer.
#[component]
pub(crate) fn MapView(state: State) -> impl IntoView {
    let area = NodeRef::<html::Div>::new();
    let canvases: [NodeRef<html::Canvas>; 3] = std::array::from_fn(|_| NodeRef::new());
    let highlight = NodeRef::<svg::Svg>::new();
    let handling = handling();
    let gesture = StoredValue::new(Gesture::new(handling));
    let pointing = Pointing::new(state, area);
    follow_size(state, area);
    Painter::start(state, canvases, highlight, gesture);
    let on_up = move |event: ev::PointerEvent| {
        let samples = gesture.with_value(|gesture| gesture.samples().to_vec());
        let time = event.time_stamp();
        let change = gesture.try_update_value(|gesture| gesture.up(event.pointer_id(), time));
        match change.unwrap_or(ViewChange::None) {
            ViewChange::Tap(at) => tap(state, at, &event),
            ViewChange::None if !gesture.with_value(Gesture::is_active) => {
                state.let_go(&samples, time);
            }
            other => state.change(other),
        }
    };
    let canvas =
        |node: NodeRef<html::Canvas>| view! { <canvas node_ref=node class="sheet"></canvas> };
    view! {
        <div
            node_ref=area
            id="carte"
            class="canvas"
            class:canvas-frame=handling == GestureHandling::Cooperative
            tabindex="0"
            role="application"
            aria-roledescription="carte"
            aria-label="Carte des départements et des intercommunalités"
            aria-describedby="carte-aide"
            on:pointerdown=move |event| press(state, gesture, &event)
            on:pointermove=move |event| follow(state, pointing, gesture, &event)
            on:pointerup=on_up
            on:pointercancel=move |event| {
                let change = gesture.try_update_value(|gesture| gesture.cancel(event.pointer_id()));
                state.change(change.unwrap_or(ViewChange::None));
            }
            on:pointerleave=move |_| pointing.left()
            on:wheel=move |event| wheel(state, pointing, handling, &event)
            on:keydown=move |event| crate::keys::key(state, &event)
            on:blur=move |_| pointing.left()
        >
            {canvases.map(canvas).into_iter().collect::<Vec<_>>()}
            <svg node_ref=highlight class="sheet highlight" aria-hidden="true"><path/><path/></svg>
        </div>
        <p class="visually-hidden" id="carte-aide">
            "Flèches\u{a0}: territoire voisin. Entrée\u{a0}: ouvrir sa fiche. Échap\u{a0}: fermer la fiche. Plus et moins\u{a0}: agrandir, réduire. Origine\u{a0}: toute la France."
        </p>
        <p class="visually-hidden" aria-live="polite">{move || state.announcement.get()}</p>
        <HoverName state=state/>
        <HintLine state=state/>
        <Scale state=state/>
        <Zoom state=state/>
    }
}

/// The buttons: nearer, farther, the whole country.
#[component]
fn Zoom(state: State) -> impl IntoView {
    view! {
        <div class="zoom">
            <button type="button" title="Agrandir" aria-label="Agrandir" on:click=move |_| state.zoom(ZOOM_STEP)>"+"</button>
            <button type="button" title="Réduire" aria-label="Réduire" on:click=move |_| state.zoom(1.0 / ZOOM_STEP)>"−"</button>
            <button type="button" title="Toute la France" aria-label="Toute la France" on:click=move |_| state.go_to(None)>
                <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
                    <path d="M3 9.5 10 3l7 6.5M5 8v8.5h10V8" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/>
                </svg>
            </button>
        </div>
    }
}

/// In a frame of another page, that page keeps its scroll.
fn handling() -> GestureHandling {
    let is_framed = window().parent().ok().flatten().is_some_and(|parent| parent != window());
    if is_framed { GestureHandling::Cooperative } else { GestureHandling::Greedy }
}

/// What to do instead, when the page around a frame keeps its scroll.
#[component]
fn HintLine(state: State) -> impl IntoView {
    Effect::new(move |_| {
        if state.hint.get().is_some() {
            set_timeout(move || state.hint.set(None), HINT);
        }
    });
    let text = |hint| match hint {
        Hint::TwoFingers => "Deux doigts pour déplacer la carte",
        Hint::CtrlWheel => "Ctrl (ou ⌘) + molette pour agrandir la carte",
    };
    move || state.hint.get().map(|hint| view! { <p class="hint" role="status">{text(hint)}</p> })
}

/// The scale of what is in the middle of the map.
#[component]
fn Scale(state: State) -> impl IntoView {
    // At rest: a bar that changes with every frame of a zoom cannot be read.
    let bar = Memo::new(move |_| state.settled.get().map(|view| ScaleBar::of(&view, 110.0)));
    move || {
        bar.get().map(|bar| {
            view! {
                <p class="scale" aria-hidden="true">
                    <span style:width=pixels(bar.length)></span>
                    {format!("{}\u{a0}km", bar.kilometres)}
                </p>
            }
        })
    }
}

fn pointer_of(event: &ev::PointerEvent) -> Pointer {
    Pointer {
        id: event.pointer_id(),
        kind: PointerKind::from_name(&event.pointer_type()),
        at: place_of(event),
        time_ms: event.time_stamp(),
    }
}

fn place_of(event: &ev::MouseEvent) -> ScreenPoint {
    ScreenPoint::new(f64::from(event.offset_x()), f64::from(event.offset_y()))
}

fn tap(state: State, at: ScreenPoint, event: &ev::PointerEvent) {
    let Some(view) = state.viewport.get_untracked() else { return };
    let is_finger = PointerKind::from_name(&event.pointer_type()) == PointerKind::Touch;
    let reach = if is_finger { FINGER * view.resolution } else { 0.0 };
    let territory = state
        .atlas
        .with_untracked(|atlas| atlas.as_ref()?.territory_near(view.map_from_screen(at), reach));
    state.select(territory);
}

fn press(state: State, gesture: StoredValue<Gesture>, event: &ev::PointerEvent) {
    if event.button() != 0 {
        return;
    }
    if let Some(target) =
        event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok())
    {
        // Fails when the pointer is already gone; the gesture then just ends.
        let _ = target.set_pointer_capture(event.pointer_id());
    }
    state.stop();
    gesture.update_value(|gesture| gesture.down(pointer_of(event)));
}

fn follow(
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
        // No finger: that has a button down as long as it touches.
        let at = WindowPoint::new(f64::from(event.client_x()), f64::from(event.client_y()));
        pointing.moved(at, event.time_stamp());
    }
}

fn wheel(state: State, pointing: Pointing, handling: GestureHandling, event: &ev::WheelEvent) {
    // Lines and pages are turned into pixels; a notch is about 100 of them.
    let unit = match event.delta_mode() {
        web_sys::WheelEvent::DOM_DELTA_LINE => 33.0,
        web_sys::WheelEvent::DOM_DELTA_PAGE => 100.0,
        _ => 1.0,
    };
    let is_pinch = event.ctrl_key() || event.meta_key();
    let kind = if is_pinch { WheelKind::Pinch } else { WheelKind::Scroll };
    let change = wheel_change(event.delta_y() * unit, kind, place_of(event), handling);
    if !matches!(change, ViewChange::Hint(_)) {
        event.prevent_default();
        // Nobody is to look, in the midst of the zoom, where the mouse was just before.
        pointing.left();
    }
    state.change(change);
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
