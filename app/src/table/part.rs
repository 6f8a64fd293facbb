//! The part of the program that makes lists, `liste-….wasm`: fetched when one is first shown.
//!
//! As with the answers, what only [`make_table`] reaches goes into a file of its own, and the rest of the
//! page knows it through the trait [`TableViews`] alone.

use super::list::{Surroundings, list};
use super::listing::Listing;
use crate::compare::comparison;
use crate::state::State;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use map::View;
use std::sync::Arc;

/// The list of the selection, and territories side by side.
pub(crate) trait TableViews: Send + Sync {
    /// In the panel.
    fn list(&self) -> AnyView;
    /// In place of the map.
    fn table(&self) -> AnyView;
    /// Territories side by side, in the panel.
    fn comparison(&self) -> AnyView;
}

/// Loads the part into `views` once a list is to be shown and the answers are here; where it cannot be
/// had, the answer is shown again.
pub(crate) fn load_table(state: State, views: RwSignal<Option<Arc<dyn TableViews>>>) {
    Effect::new(move |_| {
        let is_wanted = state.choice.with(|choice| choice.view != View::Map) || state.compares();
        let is_due = is_wanted && state.answers.with(Option::is_some);
        if !is_due || views.with_untracked(Option::is_some) {
            return;
        }
        spawn_local(async move {
            match make_table(state).await {
                Ok(made) => views.set(Some(made)),
                Err(_) => {
                    state.leave_comparison();
                    state.choice.update(|choice| choice.view = View::Map);
                    state.announcement.set("La liste n’a pas pu être chargée.".to_owned());
                }
            }
        });
    });
}

/// The list of a state.
struct ListOf {
    state: State,
    listing: Listing,
}

impl TableViews for ListOf {
    fn list(&self) -> AnyView {
        list(self.state, &self.listing, Surroundings::Panel)
    }

    fn table(&self) -> AnyView {
        list(self.state, &self.listing, Surroundings::MapsArea)
    }

    fn comparison(&self) -> AnyView {
        comparison(self.state)
    }
}

/// The list, from its part of the program.
///
/// # Errors
/// [`SplitLoaderError`] when that part cannot be had.
#[wasm_split(liste, wasm_split_path = ::leptos::wasm_split, fallible)]
fn make_table(state: State) -> Result<Arc<dyn TableViews>, SplitLoaderError> {
    Ok(Arc::new(ListOf { state, listing: Listing::default() }))
}
