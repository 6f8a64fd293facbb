//! The drawer in the page: it lies over the foot of the map and is pulled up by scrolling the page.
//!
//! A finger, the wheel and the keyboard scroll it as any page; for a finger the style sheet has it stop.
//! The program asks how far it has come, and scrolls for who presses the handle.

use super::PanelView;
use super::stops::{Stop, Stops};
use crate::browser::{is_framed, matches, motion_preference, pixels};
use crate::state::State;
use js_sys::{Function, Object, Reflect};
use leptos::ev::{keydown, scroll, touchmove};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use map::{MotionPreference, Viewport};
use std::cell::Cell;
use std::time::Duration;
use wasm_bindgen::JsCast;

/// The windows in which the panel is a drawer, as in `style/drawer.css`.
const DRAWER: &str = "screen and (max-width: 559px), \
                     screen and (max-width: 799px) and (max-aspect-ratio: 3/2)";

/// How long the page is at rest before the map makes room.
const SETTLE: Duration = Duration::from_millis(120);

/// The stops of now; none where the panel is no drawer.
fn stops() -> Option<Stops> {
    if !matches(DRAWER) {
        return None;
    }
    let panel = document().get_element_by_id("fiche")?.get_bounding_client_rect();
    let banner = document().query_selector(".banner").ok()??.get_bounding_client_rect();
    let window = document().document_element()?.client_height();
    Some(Stops::of(panel.top() + page_scroll(), banner.height(), f64::from(window)))
}

fn page_scroll() -> f64 {
    window().scroll_y().unwrap_or_default()
}

/// Pulls the drawer to a stop.
pub(super) fn pull_to(stop: Stop) {
    if let Some(stops) = stops() {
        let behavior = match motion_preference() {
            MotionPreference::Full => "smooth",
            MotionPreference::Reduced => "instant",
        };
        scroll_to(stops.scroll(stop), behavior);
    }
}

/// Scrolls back to the head of an answer that has been left behind by reading on.
pub(super) fn show_head() {
    if let Some(panel) = document().get_element_by_id("fiche") {
        panel.set_scroll_top(0);
    }
    if let Some(top) = stops().map(|stops| stops.scroll(Stop::Full))
        && page_scroll() > top
    {
        scroll_to(top, "instant");
    }
}

fn scroll_to(top: f64, behavior: &str) {
    let options = Object::new();
    // Neither fails: the object is ours.
    let _ = Reflect::set(&options, &"top".into(), &top.into());
    let _ = Reflect::set(&options, &"behavior".into(), &behavior.into());
    let window = window();
    let scroll_to = Reflect::get(&window, &"scrollTo".into());
    if let Some(scroll_to) = scroll_to.ok().and_then(|it| it.dyn_into::<Function>().ok()) {
        let _ = scroll_to.call1(&window, &options);
    }
}

/// The stop at which the drawer is, followed from now on. When it rests, the map makes room for it.
pub(super) fn follow(state: State) -> RwSignal<Stop> {
    let stop = RwSignal::new(Stop::Strip);
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let listener = window_event_listener(scroll, move |_| {
        let now = stops().map_or(Stop::Strip, |stops| stops.nearest(page_scroll()));
        if stop.get_untracked() != now {
            stop.set(now);
        }
        if let Some(timer) = timer.get_value() {
            timer.clear();
        }
        timer.set_value(set_timeout_with_handle(move || uncover_map(state, now), SETTLE).ok());
    });
    let touched = window_event_listener(touchmove, |_| note_hand("touch"));
    let pressed = window_event_listener(keydown, |_| note_hand("keyboard"));
    on_cleanup(move || {
        for one in [listener, touched, pressed] {
            one.remove();
        }
    });
    stop
}

/// Tells the style sheet which view the panel shows.
pub(super) fn note_view(view: PanelView) {
    if let Some(panel) = document().get_element_by_id("fiche") {
        // Fails only for names that are none.
        let _ = panel.set_attribute("data-view", view.code());
    }
}

/// Tells the style sheet what scrolls the page.
fn note_hand(hand: &str) {
    if let Some(page) = document().document_element() {
        // Fails only for names that are none.
        let _ = page.set_attribute("data-hand", hand);
    }
}

/// The least height of a map above a drawer, CSS pixels.
const LEAST_MAP: f64 = 160.0;

/// Gives the map the room above the drawer. Nobody sees the map below a full one.
fn uncover_map(state: State, stop: Stop) {
    // In a frame what scrolls the page may be meant for that around it: the map stays as it is.
    if is_framed() {
        return;
    }
    match stop {
        Stop::Strip => cover(state, 0.0),
        Stop::Half => cover(state, page_scroll().round()),
        Stop::Full => {}
    }
}

thread_local! {
    /// The height of the map's foot that is covered, CSS pixels.
    static COVERED: Cell<f64> = const { Cell::new(0.0) };
}

/// Takes the covered foot away from the map, and keeps in sight what is selected.
fn cover(state: State, covered: f64) {
    let (Some(map), Some(section)) = (element("#carte"), element("section.map")) else { return };
    let before = COVERED.get();
    let height = map.get_bounding_client_rect().height() + before;
    let covered = if height - covered < LEAST_MAP { 0.0 } else { covered };
    if (before - covered).abs() < 1.0 {
        return;
    }
    COVERED.set(covered);
    let selection = state.choice.with_untracked(|choice| choice.selection.clone());
    let usual = || state.usual_view(selection.as_ref());
    let view = state.viewport.get_untracked();
    let was_usual = view.zip(usual()).is_some_and(|(view, usual)| view.is_close_to(&usual));
    // Fails only for what is no property.
    let _ = section.style().set_property("--covered", &pixels(covered));
    let area = map.get_bounding_client_rect();
    state.resize((area.width(), area.height()));
    if let (Some(view), Some(usual)) = (state.viewport.get_untracked(), usual())
        && (was_usual || selection.is_some() && !shows_middle(&view, &usual))
    {
        state.fly(usual);
    }
}

/// Whether `view` shows the middle of `usual`.
fn shows_middle(view: &Viewport, usual: &Viewport) -> bool {
    let at = view.screen_from_map(usual.center);
    let (width, height) = view.size;
    (0.0..=width).contains(&at.x) && (0.0..=height).contains(&at.y)
}

fn element(selector: &str) -> Option<web_sys::HtmlElement> {
    document().query_selector(selector).ok()??.dyn_into().ok()
}
