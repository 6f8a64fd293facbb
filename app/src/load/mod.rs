//! The files of the page: first the map, then the answers, then departments in detail.
//!
//! | file | holds |
//! | --- | --- |
//! | `status` | the progress and the errors of a download |
//! | `fetch` | files over the network |
//! | `answer_views` | the answers, and the program that shows them |
//! | `details` | departments in detail, as they come into sight |
//!
//! Nothing here knows the state of the page: the caller hands in the signals to fill.

mod answer_views;
pub(crate) mod details;
mod fetch;
mod status;

pub(crate) use answer_views::{AnswerViews, load_answers};
pub(crate) use fetch::{read_links, served_url};
pub(crate) use status::{Load, Progress};

use fetch::{MAP, fetch_linked};
use leptos::prelude::*;
use leptos::task::spawn_local;
use map::{Atlas, Model};
use status::LoadError;
use std::sync::Arc;

/// Loads the map into `atlas`; `load` follows its progress.
pub(crate) fn load_map(atlas: RwSignal<Option<Atlas>>, load: RwSignal<Load>) {
    spawn_local(async move {
        let decoded = fetch_linked(MAP, load).await.and_then(|bytes| {
            Model::decode(&bytes).map_err(|detail| LoadError::Form(MAP.title, detail))
        });
        match decoded {
            Ok(model) => {
                atlas.set(Some(Atlas::new(Arc::new(model))));
                load.set(Load::Done);
            }
            Err(error) => load.set(Load::Failed(error)),
        }
    });
}
