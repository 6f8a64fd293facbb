//! The parts of the page that the first picture does without: what explains the map, and what answers
//! to the pointer or a key.
//!
//! They are in the file of the answers' program (see [`crate::load`]), and come with the answers: what
//! only [`make_parts`] reaches is cut out of the first program, which was a sixth larger with them.

use crate::load::Load;
use crate::map_view::{HoverName, on_key};
use crate::page::{Downloads, Footer, Legend, Selector};
use crate::state::State;
use leptos::task::spawn_local;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use leptos::{ev, prelude::*};
use std::sync::Arc;

/// The parts, each made when it is asked for.
trait Parts: Send + Sync {
    fn legend(&self, state: State) -> AnyView;
    fn selector(&self, state: State) -> AnyView;
    fn hover_name(&self, state: State) -> AnyView;
    fn below_the_map(&self, state: State) -> AnyView;
    fn key(&self, state: State, event: &ev::KeyboardEvent);
}

/// The parts once they are here. It is `Copy`.
#[derive(Clone, Copy)]
pub(crate) struct Later(RwSignal<Option<Arc<dyn Parts>>>);

impl Later {
    /// The parts, which come when the answers do, or when these cannot be had.
    pub(crate) fn new(state: State) -> Self {
        let parts = RwSignal::new(None);
        Effect::new(move |_| {
            let is_over = state.answers_load.with(|load| !matches!(load, Load::Running(_)));
            if is_over && parts.with_untracked(Option::is_none) {
                spawn_local(async move {
                    if let Ok(made) = make_parts().await {
                        parts.set(Some(made));
                    }
                });
            }
        });
        Self(parts)
    }

    /// The legend of the map.
    pub(crate) fn legend(self, state: State) -> Option<AnyView> {
        self.0.get().map(|parts| parts.legend(state))
    }

    /// The list of departments.
    pub(crate) fn selector(self, state: State) -> Option<AnyView> {
        self.0.get().map(|parts| parts.selector(state))
    }

    /// The card beside the pointer.
    pub(crate) fn hover_name(self, state: State) -> Option<AnyView> {
        self.0.get().map(|parts| parts.hover_name(state))
    }

    /// The « Données » page and the sources.
    pub(crate) fn below_the_map(self, state: State) -> Option<AnyView> {
        self.0.get().map(|parts| parts.below_the_map(state))
    }

    /// Handles a key on the map.
    pub(crate) fn key(self, state: State, event: &ev::KeyboardEvent) {
        if let Some(parts) = self.0.get_untracked() {
            parts.key(state, event);
        }
    }
}

/// All parts.
struct AllParts;

impl Parts for AllParts {
    fn legend(&self, state: State) -> AnyView {
        view! { <Legend state=state/> }.into_any()
    }

    fn selector(&self, state: State) -> AnyView {
        view! { <Selector state=state/> }.into_any()
    }

    fn hover_name(&self, state: State) -> AnyView {
        view! { <HoverName state=state/> }.into_any()
    }

    fn below_the_map(&self, state: State) -> AnyView {
        view! { <Downloads state=state/> <Footer state=state/> }.into_any()
    }

    fn key(&self, state: State, event: &ev::KeyboardEvent) {
        on_key(state, event);
    }
}

/// The parts, from the later program.
///
/// # Errors
/// [`SplitLoaderError`] when that program cannot be had.
#[wasm_split(fiches, wasm_split_path = ::leptos::wasm_split, fallible)]
fn make_parts() -> Result<Arc<dyn Parts>, SplitLoaderError> {
    Ok(Arc::new(AllParts))
}
