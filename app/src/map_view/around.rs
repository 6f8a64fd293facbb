//! « Autour de moi »: the commune where the device is. Its position is asked for when the button is pressed, and
//! stays here.

use crate::browser::focus;
use crate::load::details::detail_of;
use crate::state::State;
use leptos::prelude::*;
use leptos::task::spawn_local;
use map::text::{NoPosition, no_position};
use map::{Atlas, CommuneCode, Detail, LonLat, MapPoint, Subject};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Position, PositionError, PositionOptions};

/// The longest time that the device may take, and the greatest age of its answer, milliseconds.
const WAIT_MS: u32 = 10_000;
const AGE_MS: u32 = 60_000;

/// The greatest distance of the device from a shore of the map, map metres: shores are drawn with few vertices.
const SHORE_M: f64 = 1_500.0;

/// The button, and why it found nothing.
#[component]
pub(super) fn AroundMe(state: State) -> impl IntoView {
    let reason = RwSignal::new(None::<NoPosition>);
    let is_busy = RwSignal::new(false);
    let done = move |found: Result<Subject, NoPosition>| {
        is_busy.set(false);
        match found {
            Ok(subject) => {
                state.go_to(Some(subject));
                focus("fiche");
            }
            Err(why) => reason.set(Some(why)),
        }
    };
    let seek = move |_| {
        if is_busy.get_untracked() {
            return;
        }
        reason.set(None);
        is_busy.set(true);
        state.announcement.set("Recherche de votre position".to_owned());
        spawn_local(async move {
            let found = match position().await {
                Ok(at) => subject_at(state, at).await,
                Err(why) => Err(why),
            };
            done(found);
        });
    };
    let name = "Autour de moi\u{a0}: trouver ma commune par ma position";
    view! {
        <button type="button" aria-label=name title=name aria-busy=move || is_busy.get().to_string() on:click=seek>
            <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
                <circle cx="10" cy="10" r="5" fill="none" stroke="currentColor" stroke-width="1.8"/>
                <circle cx="10" cy="10" r="1.6" fill="currentColor"/>
                <path d="M10 1.5V5M10 15v3.5M1.5 10H5M15 10h3.5" stroke="currentColor" stroke-width="1.8" stroke-linecap="round"/>
            </svg>
        </button>
        {move || reason.get().map(|why| view! {
            <p class="around-why" role="alert">{no_position(why)}</p>
        })}
    }
}

/// The position of the device, degrees.
async fn position() -> Result<LonLat, NoPosition> {
    let asked = js_sys::Promise::new(&mut |resolve, reject| {
        if ask(&resolve, &reject).is_err() {
            // A promise of ours can be ended.
            let _ = reject.call0(&JsValue::NULL);
        }
    });
    match wasm_bindgen_futures::JsFuture::from(asked).await {
        Ok(position) => {
            let position: Position = position.unchecked_into();
            let coords = position.coords();
            Ok(LonLat::new(coords.longitude(), coords.latitude()))
        }
        Err(error) => Err(reason(&error)),
    }
}

/// Asks the browser, which asks the person.
fn ask(resolve: &js_sys::Function, reject: &js_sys::Function) -> Result<(), JsValue> {
    let options = PositionOptions::new();
    options.set_timeout(WAIT_MS);
    options.set_maximum_age(AGE_MS);
    let geolocation = window().navigator().geolocation()?;
    geolocation.get_current_position_with_error_callback_and_options(
        resolve,
        Some(reject),
        &options,
    )
}

/// The reason of the browser, by its code: its class has another name than the one that `web-sys` knows.
fn reason(error: &JsValue) -> NoPosition {
    let code = js_sys::Reflect::get(error, &"code".into()).ok().and_then(|code| code.as_f64());
    match code.map(|code| code as u16) {
        Some(PositionError::PERMISSION_DENIED) => NoPosition::Refused,
        Some(PositionError::TIMEOUT) => NoPosition::Late,
        _ => NoPosition::Unknown,
    }
}

/// The commune at a position; off a shore, the territory nearest to it.
async fn subject_at(state: State, at: LonLat) -> Result<Subject, NoPosition> {
    let atlas = state.atlas.get_untracked().ok_or(NoPosition::Offline)?;
    let point = atlas.model.point_of(at, SHORE_M).ok_or(NoPosition::Abroad)?;
    let near = atlas.territory_near(point, 2.0 * SHORE_M).ok_or(NoPosition::Abroad)?;
    let department = match atlas.model.cell_at(point) {
        Some(cell) => Some(atlas.model.cells[cell as usize].department as usize),
        None => atlas.model.department_of(near),
    };
    let detail = detail_of(&atlas, department.ok_or(NoPosition::Abroad)?).await;
    let detail = detail.ok_or(NoPosition::Offline)?;
    Ok(commune_at(&atlas, &detail, point).unwrap_or(Subject::Territory(near)))
}

fn commune_at(atlas: &Atlas, detail: &Detail, point: MapPoint) -> Option<Subject> {
    let face = detail.commune_at(point)?;
    let code: CommuneCode = detail.code_of(face)?;
    Some(Subject::Commune { within: atlas.model.territory_of(detail.cell_of(face)), code })
}
