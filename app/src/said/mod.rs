//! What the page says, and the part of the program that writes it.
//!
//! That part is a file of its own, `fiches-….wasm`, fetched together with the records once the map
//! is drawn: a third of the program that nobody has to wait for. The split is made at [`written`]
//! by `app/bindgen`: what only that function reaches goes into the other file. So the rest of the
//! page knows what is said through [`Said`] alone.

mod answer;
mod downloads;
mod facts;
mod schemes;
mod sources;

use crate::load::LoadError;
use crate::state::State;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use map::{Records, Territory};
use std::sync::Arc;

/// What there is to say, ready to be written.
pub(crate) trait Said: Send + Sync {
    /// The panel, when nothing is selected.
    fn country(&self) -> AnyView;
    /// The panel, for what is selected.
    fn answer(&self, state: State, territory: Territory) -> AnyView;
    /// The answer in one sentence, to be read aloud.
    fn announcement(&self, territory: Territory) -> String;
    /// The files to download.
    fn downloads(&self) -> AnyView;
    /// The sources, with their dates and licences.
    fn sources(&self) -> AnyView;
}

impl Said for Records {
    fn country(&self) -> AnyView {
        answer::country(self).into_any()
    }

    fn answer(&self, state: State, territory: Territory) -> AnyView {
        answer::answer(state, self, territory).into_any()
    }

    fn announcement(&self, territory: Territory) -> String {
        answer::announcement(self, territory)
    }

    fn downloads(&self) -> AnyView {
        downloads::downloads(self).into_any()
    }

    fn sources(&self) -> AnyView {
        sources::sources(self).into_any()
    }
}

/// What is said, from the bytes of the records, once the part of the program that can is here.
///
/// # Errors
/// [`LoadError`] when that part cannot be had, or the records are not what it reads.
#[wasm_split(fiches, wasm_split_path = ::leptos::wasm_split, preload(fetch_writer), fallible)]
pub(crate) fn written(records: Vec<u8>) -> Result<Arc<dyn Said>, LoadError> {
    match Records::decode(&records) {
        Ok(records) => Ok(Arc::new(records)),
        Err(detail) => Err(LoadError::Form("les fiches", detail)),
    }
}

impl From<SplitLoaderError> for LoadError {
    fn from(_: SplitLoaderError) -> Self {
        Self::Network("le programme des fiches")
    }
}
