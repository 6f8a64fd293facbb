//! The index of the search box: first of the towns, then of every commune.

use super::suggestions::Suggestions;
use crate::load::{Load, LoadError, Progress, fetch_silently, served_url};
use leptos::prelude::*;
use leptos::task::spawn_local;
use map::DataError;
use map::search::{SearchFile, SearchIndex, SearchIndexBuilder, SearchNames};
use std::time::Duration;
use wasm_bindgen_futures::JsFuture;

/// A file with communes to be found.
struct CommunesFile {
    /// The `id` of the link of the page that leads to it.
    id: &'static str,
    /// The French name of the content.
    title: &'static str,
}

/// The towns, then all communes.
const FILES: [CommunesFile; 2] = [
    CommunesFile { id: "donnees-recherche-villes", title: "la liste des villes" },
    CommunesFile { id: "donnees-recherche", title: "la liste des communes" },
];

/// Work between two frames, milliseconds.
const SLICE_MS: f64 = 4.0;

/// Brings the files one after the other, and makes an index of each.
pub(super) fn start(of: Suggestions) {
    of.load.set(Load::Running(Progress::default()));
    spawn_local(async move {
        for file in &FILES {
            match index(of, file).await {
                Ok(index) => of.take(index),
                Err(error) => return of.load.set(Load::Failed(error)),
            }
        }
        of.load.set(Load::Done);
        // There is no more to come: an empty list is an answer.
        of.seek();
    });
}

async fn index(of: Suggestions, file: &CommunesFile) -> Result<SearchIndex, LoadError> {
    let bytes = fetch_silently(&address(file).unwrap_or_default(), file.title, None).await?;
    let names = SearchFile::decode(&bytes).ok().and_then(|file| {
        of.state
            .atlas
            .with_untracked(|atlas| SearchNames::of_territories(&file, &atlas.as_ref()?.model))
    });
    let names = names.ok_or(LoadError::Form(file.title, DataError::Format))?;
    let mut builder = SearchIndexBuilder::new(names);
    let mut began = crate::browser::now_ms();
    while builder.step() {
        if crate::browser::now_ms() - began > SLICE_MS {
            frame().await;
            began = crate::browser::now_ms();
        }
    }
    Ok(builder.finish())
}

/// The absolute address of a file. The link is relative to the address at which the page was opened.
fn address(file: &CommunesFile) -> Option<String> {
    let href = document().get_element_by_id(file.id)?.get_attribute("href")?;
    Some(served_url(href.rsplit('/').next()?))
}

/// Waits until the browser has drawn and handled what came meanwhile.
async fn frame() {
    let waited = js_sys::Promise::new(&mut |resolve, _| {
        set_timeout(move || drop(resolve.call0(&wasm_bindgen::JsValue::NULL)), Duration::ZERO);
    });
    // A timer does not fail.
    let _ = JsFuture::from(waited).await;
}
