//! Paper: what is printed in place of canvases, which are pixels. The view as SVG, its legend, the
//! sources that the answer names, the day and the address; made when the browser is about to print.

use crate::page::LegendBody;
use crate::state::State;
use leptos::mount::mount_to;
use leptos::prelude::*;
use map::text::{date, status_day};
use map::{
    MapBounds, Palette, Picture, PictureReach, Scene, Subject, View, Viewport, country_bounds,
};
use std::any::Any;
use wasm_bindgen::JsCast;

/// Follows the browser's printing, for as long as the page lives.
pub(crate) fn follow(state: State) {
    // Its drop takes the sheet away.
    let printed = StoredValue::new_local(None::<Box<dyn Any>>);
    let before = window_event_listener_untyped("beforeprint", move |_| {
        printed.set_value(None);
        printed.set_value(lay_out(state));
    });
    let after = window_event_listener_untyped("afterprint", move |_| printed.set_value(None));
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
}

/// Puts the sheet beside the answer; none before there is one.
fn lay_out(state: State) -> Option<Box<dyn Any>> {
    let day = state.answers.with_untracked(|answers| {
        Some(status_day(&answers.as_ref()?.records().file.manifest).unwrap_or_default())
    })?;
    let layout = document().query_selector("body > .layout").ok()??;
    let has_map = state.choice.with_untracked(|choice| choice.view != View::Table);
    let map = map_svg(state).filter(|_| has_map);
    let sources = cited_sources();
    let mounted = mount_to(layout.dyn_into().ok()?, move || {
        let key = map.is_some().then(|| {
            view! { <section class="paper-key"><h3>"Légende"</h3><LegendBody state=state/></section> }
        });
        let map = map.map(|svg| view! { <div class="paper-map" inner_html=svg></div> });
        let sources = (!sources.is_empty()).then(|| {
            view! {
                <section class="paper-sources">
                    <h2>"Sources et licences"</h2>
                    <ul class="sources" inner_html=sources></ul>
                </section>
            }
        });
        view! {
            <section class="paper">
                <p class="colophon"><span>{day} ", imprimé le " {today()}</span> <span>{address()}</span></p>
                {map} {key} {sources}
            </section>
        }
    });
    Some(Box::new(mounted))
}

/// The view as an element `<svg>`; none before there is a map.
fn map_svg(state: State) -> Option<String> {
    let view = state.viewport.get_untracked()?;
    let atlas = state.atlas.get_untracked()?;
    let selection = state.choice.with_untracked(|choice| choice.selection.clone());
    let (frame, class) = frame(state, &view, selection.as_ref());
    let mut scene = Scene::new(atlas, state.map_style(Palette::NAMED));
    scene.write_names_unmeasured(view.resolution);
    let drawing = Picture {
        scene: &scene,
        viewport: &view,
        frame,
        selection: selection.as_ref(),
        links: &[],
        reach: PictureReach::Territory,
    };
    let parts = [
        "<svg class=\"picture ",
        class,
        "\" role=\"img\" aria-label=\"Carte\" viewBox=\"",
        &drawing.view_box(),
        "\">",
        &drawing.elements(),
        "</svg>",
    ];
    Some(parts.concat())
}

/// The part of the map that the sheet makes room for, and its class: all that is on screen; where a
/// choice led there, the chosen subject (of a comparison all that is on screen), without the space that is left free for controls.
fn frame(state: State, view: &Viewport, selection: Option<&Subject>) -> (MapBounds, &'static str) {
    if untrack(|| state.compares()) {
        return (view.bounds(), "picture-view");
    }
    let is_usual = state.usual_view(selection).is_some_and(|usual| view.is_close_to(&usual));
    let Some(subject) = selection else {
        return if is_usual {
            (country_bounds(), "picture-country")
        } else {
            (view.bounds(), "picture-view")
        };
    };
    let drawn = state.atlas.with_untracked(|atlas| {
        atlas.as_ref().map_or(MapBounds::EMPTY, |atlas| atlas.model.drawn_bounds(subject))
    });
    if is_usual && !drawn.is_empty() {
        (drawn, "picture-around")
    } else {
        (view.bounds(), "picture-view")
    }
}

/// The sources to which the panel has links, as items of a list.
fn cited_sources() -> String {
    let mut cited = String::new();
    let Some(list) = document().query_selector("#donnees .sources").ok().flatten() else {
        return cited;
    };
    let items = list.children();
    for item in (0..items.length()).filter_map(|index| items.item(index)) {
        let link = [".panel a[href=\"#", &item.id(), "\"]"].concat();
        if document().query_selector(&link).is_ok_and(|found| found.is_some()) {
            cited.extend(["<li>", &item.inner_html(), "</li>"]);
        }
    }
    cited
}

/// The day of printing, where the person is.
fn today() -> String {
    let now = js_sys::Date::new_0();
    let padded = |number: u32| [if number < 10 { "-0" } else { "-" }, &number.to_string()].concat();
    let year = now.get_full_year().to_string();
    date(&[year, padded(now.get_month() + 1), padded(now.get_date())].concat())
}

/// The address of the page, without the beginning that every address has.
fn address() -> String {
    let address = window().location().href().unwrap_or_default();
    address.split_once("://").map_or(address.clone(), |(_, rest)| rest.to_owned())
}
