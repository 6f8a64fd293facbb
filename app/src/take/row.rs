//! The row of buttons.

use super::menu::Menu;
use super::outlines::with_communes;
use super::part::{MakeFile, bring, find_maker};
use super::save::{save_pixels, save_text};
use super::taken::{FileKind, Taken};
use crate::state::State;
use leptos::prelude::*;
use leptos::task::spawn_local;
use map::Atlas;
use map::export::CsvForm;
use map::text::outlines_loaded;
use std::time::Duration;
use wasm_bindgen::JsCast;

/// The outcomes of saving a file.
const SAVED: &str = "Fichier enregistré";
const NOT_SAVED: &str = "Le fichier n’a pas pu être créé. Rechargez la page, puis réessayez.";
const NO_OUTLINES: &str = "Les contours des communes n’ont pas pu être chargés, le fichier n’est pas créé. \
                           Vérifiez votre connexion, puis réessayez.";

/// The time for which a button says that the link is copied.
const COPIED: Duration = Duration::from_millis(2_000);

/// The form of a file that is saved.
#[derive(Clone, Copy)]
enum Saved {
    Text(FileKind),
    /// The SVG, drawn.
    Pixels,
}

/// The row. Each button does the same for an answer and for a list.
#[component]
pub(crate) fn TakeRow(state: State, taken: Taken) -> impl IntoView {
    bring(state);
    let note = RwSignal::new(String::new());
    let saving = move |saved| Callback::new(move |()| save(state, taken, saved, note));
    let images = vec![
        ("Image PNG", saving(Saved::Pixels)),
        ("Dessin SVG", saving(Saved::Text(FileKind::Svg))),
    ];
    let tables = vec![
        ("CSV pour tableur", saving(Saved::Text(FileKind::Csv(CsvForm::Spreadsheet)))),
        ("CSV simple", saving(Saved::Text(FileKind::Csv(CsvForm::Plain)))),
    ];
    let outlines = saving(Saved::Text(FileKind::GeoJson));
    // A comparison is a table: no other site shows it in a frame, and it is no map.
    let of_map = (!matches!(taken, Taken::Sides(_))).then(|| {
        view! {
            <button type="button" accesskey="e" on:click=move |_| show_embedding()>"Intégrer"</button>
            <Menu name="Image" label="Image, au choix" key="i" entries=images/>
        }
    });
    view! {
        <div class="take" role="group" aria-label="Emporter ce qui est affiché">
            <CopyLink state=state/>
            {of_map}
            <Menu name="CSV" label="CSV, au choix" key="c" entries=tables/>
            <button type="button" accesskey="g" on:click=move |_| outlines.run(())>"GeoJSON"</button>
            <button type="button" accesskey="p" on:click=|_| print()>"Imprimer"</button>
        </div>
        <Show when=move || !note.with(String::is_empty)>
            <p class="note take-note">{note}</p>
        </Show>
    }
}

/// The button that copies the address of what is shown.
#[component]
fn CopyLink(state: State) -> impl IntoView {
    let is_copied = RwSignal::new(false);
    let copy = move |_| {
        let is_done = copied(&window().location().href().unwrap_or_default());
        let message = if is_done { "Lien copié" } else { "Le lien n’a pas pu être copié" };
        state.announcement.set(message.to_owned());
        if is_done {
            is_copied.set(true);
            set_timeout(move || is_copied.set(false), COPIED);
        }
    };
    let name = move || if is_copied.get() { "Copié" } else { "Lien" };
    view! {
        <button type="button" class="take-link" aria-label="Copier le lien" accesskey="l" on:click=copy>
            {name}
        </button>
    }
}

/// Whether a text could be copied. Unlike the clipboard's own interface, a field that is there for the moment
/// works on pages without encryption too.
fn copied(text: &str) -> bool {
    let document = document();
    let focused = document.active_element();
    let Ok(field) = document.create_element("textarea") else { return false };
    let field: web_sys::HtmlTextAreaElement = field.unchecked_into();
    field.set_class_name("visually-hidden");
    field.set_value(text);
    let Some(body) = document.body() else { return false };
    if body.append_child(&field).is_err() {
        return false;
    }
    field.select();
    let page = document.dyn_ref::<web_sys::HtmlDocument>();
    let is_done = page.is_some_and(|page| page.exec_command("copy").unwrap_or(false));
    field.remove();
    if let Some(focused) = focused.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
        // Fails only for what is not in the page.
        let _ = focused.focus();
    }
    is_done
}

/// Opens the lines for other sites, below the answer, and goes there.
fn show_embedding() {
    let Ok(Some(lines)) = document().query_selector("details.embedding") else { return };
    // Fails only for a name that is no attribute.
    let _ = lines.set_attribute("open", "");
    lines.scroll_into_view();
    let summary = lines.query_selector("summary").ok().flatten();
    if let Some(summary) = summary.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
        // Fails only for what is not in the page.
        let _ = summary.focus();
    }
}

fn print() {
    // Fails only where the browser cannot print, and then says so itself.
    let _ = window().print();
}

/// Saves a file of what is shown; says what is under way, and whether it worked.
fn save(state: State, taken: Taken, saved: Saved, note: RwSignal<String>) {
    let finish = move |atlas| {
        spawn_local(async move {
            let is_done = match find_maker().await {
                Ok(make) => saved_with(make, state, taken, saved, atlas).await,
                Err(_) => false,
            };
            let message = if is_done { SAVED } else { NOT_SAVED };
            note.set(if is_done { String::new() } else { message.to_owned() });
            state.announcement.set(message.to_owned());
        });
    };
    if !matches!(saved, Saved::Text(FileKind::GeoJson)) {
        return match state.atlas.get_untracked() {
            Some(atlas) => finish(atlas),
            None => state.announcement.set(NOT_SAVED.to_owned()),
        };
    }
    let report = move |here: usize, all: usize| {
        let message = outlines_loaded(here, all);
        if here == 0 {
            state.announcement.set(message.clone());
        }
        note.set(message);
    };
    with_communes(state, taken, report, move |atlas| match atlas {
        Some(atlas) => finish(atlas),
        None => {
            note.set(NO_OUTLINES.to_owned());
            state.announcement.set(NO_OUTLINES.to_owned());
        }
    });
}

async fn saved_with(
    make: MakeFile,
    state: State,
    taken: Taken,
    saved: Saved,
    atlas: Atlas,
) -> bool {
    let kind = match saved {
        Saved::Text(kind) => kind,
        Saved::Pixels => FileKind::Svg,
    };
    let Some(file) = make(state, taken, kind, atlas) else { return false };
    let name = |ending: &str| [&file.name, ending].concat();
    let text = file.text.as_str();
    let done = match saved {
        Saved::Pixels => save_pixels(&name(".png"), text).await,
        Saved::Text(FileKind::Csv(_)) => save_text(&name(".csv"), "text/csv;charset=utf-8", text),
        Saved::Text(FileKind::GeoJson) => {
            save_text(&name(".geojson"), "application/geo+json", text)
        }
        Saved::Text(FileKind::Svg) => save_text(&name(".svg"), "image/svg+xml", text),
    };
    done.is_ok()
}
