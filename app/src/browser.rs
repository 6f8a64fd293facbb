//! The browser's clock, window and media queries, the form of the page, plain clicks, the scroll of the panel, the
//! focus, and lengths as style sheets write them.

use leptos::prelude::*;
use map::MotionPreference;
use map::text::fixed;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::MouseEvent;

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

/// The form of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// The whole page.
    Whole,
    /// The map with a caption: in a frame of another page, or as the page was made.
    Embed,
}

/// The class of the body of an embed, in the style sheet and in pages made as one.
const EMBED: &str = "embed";

/// Gives the page its form: in a frame of another page it is an embed.
pub(crate) fn take_form() {
    if let Some(body) = document().body().filter(|_| is_framed()) {
        body.set_class_name(EMBED);
    }
}

/// The form that the page has.
pub(crate) fn form() -> Form {
    let is_embed = document().body().is_some_and(|body| body.class_name() == EMBED);
    if is_embed { Form::Embed } else { Form::Whole }
}

/// Whether the page lies in a frame of another page.
pub(crate) fn is_framed() -> bool {
    window().parent().ok().flatten().is_some_and(|parent| parent != window())
}

/// The media query of the dark palette.
pub(crate) const DARK: &str = "(prefers-color-scheme: dark)";

/// Whether the page is dark: as the address of an embed asks, else as the person likes it.
pub(crate) fn is_dark() -> bool {
    let root = document().document_element();
    match root.and_then(|root| root.get_attribute("data-theme")) {
        Some(theme) => theme == "dark",
        None => matches(DARK),
    }
}

/// Whether a media query holds, followed for as long as the page lives.
pub(crate) fn follow_media(query: &str) -> RwSignal<bool> {
    let holds = RwSignal::new(matches(query));
    if let Ok(Some(query)) = window().match_media(query) {
        let own = query.clone();
        let on_change = Closure::<dyn FnMut()>::new(move || holds.set(own.matches()));
        query.set_onchange(Some(on_change.as_ref().unchecked_ref()));
        on_change.forget();
    }
    holds
}

/// The height of the window, CSS pixels.
pub(crate) fn window_height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(1_000.0)
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

/// The content of the element of the head with that name.
pub(crate) fn meta(name: &str) -> Option<String> {
    let selector = ["meta[name=", name, "]"].concat();
    document().query_selector(&selector).ok()??.get_attribute("content")
}

/// Whether a click is a plain one, which the page then follows itself; else the browser goes its own way,
/// for another tab, a window, a download.
pub(crate) fn follow_plainly(event: &MouseEvent) -> bool {
    let is_plain = event.button() == 0 && !event.ctrl_key() && !event.meta_key();
    let is_plain = is_plain && !event.shift_key() && !event.alt_key();
    if is_plain {
        event.prevent_default();
    }
    is_plain
}

/// A length in CSS pixels, to a thousandth.
pub(crate) fn pixels(length: f64) -> String {
    format!("{}px", fixed(length, 3))
}

/// Gives the focus to the element with that `id`.
pub(crate) fn focus(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|one| one.dyn_into::<web_sys::HtmlElement>().ok()) {
        // Fails only for what is not in the page.
        let _ = element.focus();
    }
}
