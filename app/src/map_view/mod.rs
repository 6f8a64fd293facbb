//! The map: raw events become gestures, and gestures become changes of state.
//!
//! | file | does |
//! | --- | --- |
//! | `around` | « Autour de moi » |
//! | `controls` | zoom buttons, scale, hint |
//! | `hover` | finds what lies under the pointer, and shows its name |
//! | `keys` | the keyboard |
//! | `pointer` | mouse, pen, finger and wheel |
//! | `tapping` | lets a tap wait for a second one |

mod around;
mod controls;
mod hover;
mod keys;
mod pointer;
mod tapping;

pub(crate) use hover::HoverName;
pub(crate) use keys::on_key;

use crate::browser::is_framed;
use crate::canvas::{Elements, FrameLoop};
use crate::state::State;
use controls::{HintLine, Scale, ZoomButtons};
use hover::Pointing;
use leptos::{ev, html, prelude::*};
use map::{Gesture, GestureHandling};
use tapping::Tapping;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

/// The map, its controls and the name under the pointer.
#[component]
pub(crate) fn MapView(
    state: State,
    /// Handles a key on the map.
    on_key: Callback<ev::KeyboardEvent>,
    /// The card beside the pointer.
    #[prop(into)]
    name: ViewFn,
) -> impl IntoView {
    let area = NodeRef::<html::Div>::new();
    let elements =
        Elements { canvases: std::array::from_fn(|_| NodeRef::new()), hover: NodeRef::new() };
    let handling = handling();
    let gesture = StoredValue::new(Gesture::new(handling));
    let pointing = Pointing::new(state, area);
    let tapping = Tapping::new(state);
    follow_size(state, area);
    FrameLoop::start(state, elements, gesture);
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
            on:pointerdown=move |event| pointer::on_down(state, tapping, gesture, &event)
            on:pointermove=move |event| pointer::on_move(state, pointing, gesture, &event)
            on:pointerup=move |event| pointer::on_up(state, tapping, gesture, &event)
            on:pointercancel=move |event| pointer::on_cancel(state, gesture, &event)
            on:pointerleave=move |_| pointing.left()
            on:wheel=move |event| pointer::on_wheel(state, pointing, handling, &event)
            on:keydown=move |event| on_key.run(event)
            on:blur=move |_| pointing.left()
        >
            {elements.canvases.map(canvas)}
            <svg node_ref=elements.hover class="sheet highlight" aria-hidden="true"><path/><path/></svg>
        </div>
        <p class="visually-hidden" id="carte-aide">
            "Flèches\u{a0}: territoire voisin. Entrée\u{a0}: ouvrir sa fiche, une seconde fois\u{a0}: y aller. Échap\u{a0}: territoire au-dessus, puis quitter la carte. Plus et moins\u{a0}: agrandir, réduire. Origine\u{a0}: toute la France."
        </p>
        <p class="visually-hidden" aria-live="polite">{move || state.announcement.get()}</p>
        {move || name.run()}
        <HintLine state=state/>
        <Scale state=state/>
        <ZoomButtons state=state/>
    }
}

/// In a frame of another page, that page keeps its scroll.
fn handling() -> GestureHandling {
    if is_framed() { GestureHandling::Cooperative } else { GestureHandling::Greedy }
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
        // Fails only in browsers from before 2020.
        let observer = web_sys::ResizeObserver::new(on_resize.as_ref().unchecked_ref());
        let Ok(observer) = observer else { return };
        observer.observe(&element);
        // The map lives as long as the page.
        on_resize.forget();
    });
}
