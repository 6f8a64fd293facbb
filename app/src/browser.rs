//! The browser's clock and media queries, the scroll of the panel, and lengths as style sheets write them.

use leptos::prelude::{document, window};
use map::MotionPreference;
use map::text::fixed;

/// The clock of frames and events, milliseconds.
pub(crate) fn now_ms() -> f64 {
    // Asked for once: each frame of a gesture reads it several times.
    thread_local!(static CLOCK: Option<web_sys::Performance> = window().performance());
    CLOCK.with(|clock| clock.as_ref().map_or(0.0, web_sys::Performance::now))
}

/// Whether a media query holds.
pub(crate) fn matches(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|query| query.matches())
}

/// Whether the person wants things to move.
pub(crate) fn motion_preference() -> MotionPreference {
    if matches("(prefers-reduced-motion: reduce)") {
        MotionPreference::Reduced
    } else {
        MotionPreference::Full
    }
}

/// Scrolls the panel, where it scrolls by itself, to its first element for a selector.
pub(crate) fn scroll_panel_to(selector: &str) {
    let panel = document().get_element_by_id("fiche");
    let target = |panel: &web_sys::Element| panel.query_selector(selector).ok().flatten();
    if let Some((panel, target)) = panel.and_then(|panel| target(&panel).map(|it| (panel, it))) {
        let below =
            target.get_bounding_client_rect().top() - panel.get_bounding_client_rect().top();
        panel.set_scroll_top(panel.scroll_top() + below as i32);
    }
}

/// A length in CSS pixels, to a thousandth.
pub(crate) fn pixels(length: f64) -> String {
    format!("{}px", fixed(length, 3))
}
