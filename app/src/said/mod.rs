//! What the page says, and the part of the program that writes it.
//!
//! That part is a file of its own, `fiches-….wasm`, fetched together with the records once the map
//! is drawn: nobody has to wait for it. The split is made at [`written`] by `app/tools/wasm-bindgen`:
//! what only that function reaches goes into the other file. So the rest of the page knows what is
//! said through [`Said`] alone.

use crate::load::{Load, LoadError, RECORDS, fetch_linked};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use map::{Records, Territory};
use std::sync::Arc;

/// Makes the link to a territory of that name.
pub(crate) type Link<'a> = &'a dyn Fn(Territory, String) -> AnyView;

/// What there is to say, ready to be written.
pub(crate) trait Said: Send + Sync {
    /// The panel, when nothing is selected.
    fn country(&self) -> AnyView;
    /// The panel, for what is selected; `controls` stand at the end of its heading.
    fn territory(&self, territory: Territory, link: Link, controls: AnyView) -> AnyView;
    /// The answer in one sentence, to be read aloud.
    fn announcement(&self, territory: Territory) -> String;
    /// The files to download, each at the address that `address` gives.
    fn downloads(&self, address: &dyn Fn(&str) -> String) -> AnyView;
    /// The sources, with their dates and licences.
    fn sources(&self) -> AnyView;
}

impl Said for Records {
    fn country(&self) -> AnyView {
        answers::country(self).into_any()
    }

    fn territory(&self, territory: Territory, link: Link, controls: AnyView) -> AnyView {
        answers::territory(self, territory, link, controls).into_any()
    }

    fn announcement(&self, territory: Territory) -> String {
        answers::announcement(self, territory)
    }

    fn downloads(&self, address: &dyn Fn(&str) -> String) -> AnyView {
        answers::downloads(self, address).into_any()
    }

    fn sources(&self) -> AnyView {
        answers::sources(self).into_any()
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
        Err(detail) => Err(LoadError::Form(RECORDS.title, detail)),
    }
}

impl From<SplitLoaderError> for LoadError {
    fn from(_: SplitLoaderError) -> Self {
        Self::Network("le programme des fiches")
    }
}

/// Loads the answers and the program that writes them: once the map is drawn, and again after a
/// failure.
pub(crate) fn start_said(said: RwSignal<Option<Arc<dyn Said>>>, load: RwSignal<Load>) {
    // Both are on their way at the same time; whether this one arrives is asked below.
    spawn_local(async {
        let _ = fetch_writer().await;
    });
    spawn_local(async move {
        let views = match fetch_linked(RECORDS, load).await {
            Ok(bytes) => written(bytes).await,
            Err(error) => Err(error),
        };
        match views {
            Ok(views) => {
                said.set(Some(views));
                load.set(Load::Done);
            }
            Err(error) => load.set(Load::Failed(error)),
        }
    });
}
