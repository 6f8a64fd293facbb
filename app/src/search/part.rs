//! The part of the program that searches, `recherche-….wasm`: fetched when the box is first used.
//!
//! As with the answers, what only [`make_views`] reaches goes into a file of its own, and the rest of
//! the page knows it through the trait [`SearchViews`] alone.

use super::search_box::Box;
use super::suggestions::Suggestions;
use crate::state::State;
use leptos::task::spawn_local;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use leptos::{ev, prelude::*};
use std::sync::Arc;

/// The list of the search box.
pub(super) trait SearchViews: Send + Sync {
    /// The list of results.
    fn list(&self) -> AnyView;
    /// Seeks what is typed.
    fn typed(&self);
    /// Handles a key in the box, if it has a meaning there.
    fn key(&self, event: &ev::KeyboardEvent);
}

/// Loads the part into `views`, unless it is here; after a failure, the next use asks again.
pub(super) fn load_views(state: State, this: Box, views: RwSignal<Option<Arc<dyn SearchViews>>>) {
    if views.with_untracked(Option::is_some) {
        return;
    }
    spawn_local(async move {
        // Another use may have been quicker.
        match make_views(state, this).await {
            Ok(made) if views.with_untracked(Option::is_none) => views.set(Some(made)),
            Ok(_) => {}
            Err(_) => state.announcement.set("La recherche n’a pas pu être chargée.".to_owned()),
        }
    });
}

/// The list, once its part of the program is here.
///
/// # Errors
/// [`SplitLoaderError`] when that part cannot be had.
#[wasm_split(recherche, wasm_split_path = ::leptos::wasm_split, fallible)]
fn make_views(state: State, this: Box) -> Result<Arc<dyn SearchViews>, SplitLoaderError> {
    Ok(Arc::new(Suggestions::new(state, this)))
}
