//! Taking over: the page that is there before the application, and gives way to it part by part.
//!
//! The application is laid out beneath that page (`style/whole-page.css`), so that nothing moves. The
//! map gives way when it is painted, the answer when there is one.

use crate::load::Load;
use crate::state::State;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// The page, as long as some of it is there.
fn page() -> Option<web_sys::Element> {
    document().get_element_by_id("page")
}

/// Keeps the page above the application.
pub(crate) fn begin() {
    if let Some(page) = page() {
        page.set_class_name("whole-page leaving");
    }
}

/// Lets the map of the page give way once there is another, and removes the page with answers, or
/// when there are none to be had.
pub(crate) fn follow(state: State) {
    Effect::new(move |_| {
        let has_failed = state.answers_load.with(|load| matches!(load, Load::Failed(_)));
        let has_answers = state.answers.with(Option::is_some) || has_failed;
        let Some(page) = page().filter(|_| state.is_shown.get()) else { return };
        if has_answers {
            hand_on(&page);
            page.remove();
        } else {
            page.set_class_name("whole-page leaving painted");
        }
    });
}

/// Hands on how far the answer was read, and the focus. The row of an anchor is another answer in the
/// application, read from its beginning.
fn hand_on(page: &web_sys::Element) {
    let Some(panel) = document().get_element_by_id("fiche") else { return };
    match page.query_selector(".panel:not(:has(:target))") {
        Ok(Some(answer)) => panel.set_scroll_top(answer.scroll_top()),
        _ => window().scroll_to_with_x_and_y(0.0, 0.0),
    }
    let has_focus = document().active_element().is_some_and(|focus| page.contains(Some(&focus)));
    if let Some(panel) = panel.dyn_ref::<web_sys::HtmlElement>().filter(|_| has_focus) {
        // Fails only for what is not in the page.
        let _ = panel.focus();
    }
}
