//! The canvas: raw events become gestures and changes of state; changes of state become frames.

use crate::paint::BrowserCanvas;
use crate::state::{State, ZOOM_STEP};
use leptos::{ev, html, prelude::*};
use map::text::typographic;
use map::{Change, Gesture, Look, Palette, Scene, ScreenPoint, Territory, draw};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, UnwrapThrowExt};

/// How far an arrow key moves the map, CSS pixels.
const ARROW_STEP: f64 = 60.0;

/// The map, its zoom buttons and the name under the pointer.
#[component]
pub(crate) fn MapView(state: State) -> impl IntoView {
    let canvas = NodeRef::<html::Canvas>::new();
    let gesture = StoredValue::new(Gesture::default());
    follow_size(state, canvas);
    paint_changes(state, canvas);
    let on_up = move |event: ev::PointerEvent| {
        let change = gesture.try_update_value(|gesture| gesture.up(event.pointer_id()));
        if let Some(Change::Tap(at)) = change {
            state.select(territory_at(state, at));
        }
    };
    view! {
        <canvas
            node_ref=canvas
            id="carte"
            class="canvas"
            tabindex="0"
            role="application"
            aria-roledescription="carte"
            aria-label="Carte des départements et des intercommunalités. Flèches : déplacer. Plus et moins : agrandir, réduire. Origine : toute la France. Échap : ne rien sélectionner."
            on:pointerdown=move |event| press(gesture, &event)
            on:pointermove=move |event| follow(state, gesture, &event)
            on:pointerup=on_up
            on:pointercancel=move |event| {
                gesture.update_value(|gesture| gesture.cancel(event.pointer_id()));
            }
            on:pointerleave=move |_| state.hover.set(None)
            on:wheel=move |event| wheel(state, &event)
            on:dblclick=move |event| {
                state.look(|view| view.zoomed(ZOOM_STEP * ZOOM_STEP, place_of(&event)));
            }
            on:keydown=move |event| key(state, &event)
        ></canvas>
        <HoverName state=state/>
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

/// The name of the territory under the pointer, beside the pointer.
#[component]
fn HoverName(state: State) -> impl IntoView {
    let name = move || {
        let (territory, at) = state.hover.get()?;
        let model = state.model.get()?;
        let size = state.viewport.get()?.size;
        let properties = model.properties(territory);
        let department = properties.departements.first().and_then(|code| model.department(code));
        let within = match territory {
            Territory::Department(_) => None,
            Territory::Epci(_) => {
                department.map(|place| model.departments.properties[place].nom.clone())
            }
        };
        Some((typographic(&properties.nom), within.as_deref().map(typographic), at, size))
    };
    move || {
        name().map(|(name, within, at, size)| {
            let is_right = at.x > size.0 / 2.0;
            view! {
                <p
                    class="hover-name"
                    class:hover-name-left=is_right
                    style:left=format!("{}px", at.x.round() as i32)
                    style:top=format!("{}px", at.y.round() as i32)
                    aria-hidden="true"
                >
                    <strong>{name}</strong>
                    {within.map(|within| view! { <span>{within}</span> })}
                </p>
            }
        })
    }
}

fn place_of(event: &ev::MouseEvent) -> ScreenPoint {
    ScreenPoint::new(f64::from(event.offset_x()), f64::from(event.offset_y()))
}

fn territory_at(state: State, at: ScreenPoint) -> Option<Territory> {
    let view = state.viewport.get_untracked()?;
    state.model.get_untracked()?.at(view.map_from_screen(at))
}

fn press(gesture: StoredValue<Gesture>, event: &ev::PointerEvent) {
    if event.button() != 0 {
        return;
    }
    if let Some(target) =
        event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok())
    {
        // Fails when the pointer is already gone; the gesture then just ends.
        let _ = target.set_pointer_capture(event.pointer_id());
    }
    gesture.update_value(|gesture| gesture.down(event.pointer_id(), place_of(event)));
}

fn follow(state: State, gesture: StoredValue<Gesture>, event: &ev::PointerEvent) {
    let at = place_of(event);
    if gesture.with_value(Gesture::is_active) {
        let moved = gesture.try_update_value(|gesture| gesture.moved(event.pointer_id(), at));
        let change = moved.unwrap_or(Change::None);
        if change != Change::None {
            state.hover.set(None);
            state.look(|view| change.applied_to(view));
        }
    } else if event.pointer_type() != "touch" {
        let under = territory_at(state, at).map(|territory| (territory, at));
        if state.hover.with_untracked(|hover| *hover != under) {
            state.hover.set(under);
        }
    }
}

fn wheel(state: State, event: &ev::WheelEvent) {
    event.prevent_default();
    // Lines and pages are turned into pixels; a notch is about 100 of them.
    let unit = match event.delta_mode() {
        web_sys::WheelEvent::DOM_DELTA_LINE => 33.0,
        web_sys::WheelEvent::DOM_DELTA_PAGE => 100.0,
        _ => 1.0,
    };
    let notches = (event.delta_y() * unit / 100.0).clamp(-3.0, 3.0);
    state.look(|view| view.zoomed(ZOOM_STEP.powf(-notches), place_of(event)));
}

fn key(state: State, event: &ev::KeyboardEvent) {
    match event.key().as_str() {
        "ArrowLeft" => state.look(|view| view.panned(ARROW_STEP, 0.0)),
        "ArrowRight" => state.look(|view| view.panned(-ARROW_STEP, 0.0)),
        "ArrowUp" => state.look(|view| view.panned(0.0, ARROW_STEP)),
        "ArrowDown" => state.look(|view| view.panned(0.0, -ARROW_STEP)),
        "+" | "=" => state.zoom(ZOOM_STEP),
        "-" => state.zoom(1.0 / ZOOM_STEP),
        "Home" => state.go_to(None),
        "Escape" => state.select(None),
        _ => return,
    }
    event.prevent_default();
}

/// Tells the state the size of the map, now and whenever it changes.
fn follow_size(state: State, canvas: NodeRef<html::Canvas>) {
    Effect::new(move |_| {
        let Some(element) = canvas.get() else { return };
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

/// Paints at most once per animation frame, and only when something changed.
fn paint_changes(state: State, canvas: NodeRef<html::Canvas>) {
    let surface: Rc<RefCell<Option<BrowserCanvas>>> = Rc::default();
    let is_asked = Rc::new(Cell::new(false));
    Effect::new(move |_| {
        state.model.track();
        state.viewport.track();
        state.hover.track();
        state.choice.track();
        let Some(element) = canvas.get() else { return };
        if is_asked.replace(true) {
            return;
        }
        let (surface, is_asked) = (Rc::clone(&surface), Rc::clone(&is_asked));
        request_animation_frame(move || {
            is_asked.set(false);
            let mut surface = surface.borrow_mut();
            if surface.is_none() {
                *surface = BrowserCanvas::new(element);
            }
            if let Some(surface) = surface.as_mut() {
                paint(state, surface);
            }
        });
    });
}

fn paint(state: State, surface: &mut BrowserCanvas) {
    let Some(view) = state.viewport.get_untracked() else { return };
    let palette = if prefers_dark() { Palette::DARK } else { Palette::LIGHT };
    surface.clear(view.size, window().device_pixel_ratio(), palette.outside);
    let Some(model) = state.model.get_untracked() else { return };
    let choice = state.choice.get_untracked();
    let look = Look {
        layers: choice.layers,
        selection: choice.selection,
        hover: state.hover.get_untracked().map(|(territory, _)| territory),
        palette,
    };
    draw(&Scene::new(&model, &look), &view, surface);
    mark_ready();
}

fn prefers_dark() -> bool {
    let query = window().match_media("(prefers-color-scheme: dark)").ok().flatten();
    query.is_some_and(|query| query.matches())
}

/// Marks the first complete frame, once, for those who measure.
fn mark_ready() {
    const MARK: &str = "map-ready";
    let Some(performance) = window().performance() else { return };
    if performance.get_entries_by_name(MARK).length() == 0 {
        // Fails only for reserved names.
        let _ = performance.mark(MARK);
    }
}
