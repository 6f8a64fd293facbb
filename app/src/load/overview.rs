//! The file from which the map is drawn.

use super::fetch::{MAP, fetch_linked};
use super::status::{Load, LoadError};
use leptos::prelude::*;
use leptos::task::spawn_local;
use map::{Atlas, Model};
use std::sync::Arc;

/// Loads the map into `atlas`; `load` follows its progress. `on_failure` is called where it cannot be had.
pub(crate) fn load_map(
    atlas: RwSignal<Option<Atlas>>,
    load: RwSignal<Load>,
    on_failure: impl FnOnce() + 'static,
) {
    spawn_local(async move {
        let decoded = fetch_linked(MAP, load).await.and_then(|bytes| {
            Model::decode(&bytes).map_err(|detail| LoadError::Form(MAP.title, detail))
        });
        match decoded {
            Ok(model) => {
                atlas.set(Some(Atlas::new(Arc::new(model))));
                load.set(Load::Done);
            }
            Err(error) => {
                load.set(Load::Failed(error));
                on_failure();
            }
        }
    });
}
