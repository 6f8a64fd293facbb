//! The parts of the page that the first picture does without: what explains the map, and what answers
//! to the pointer or a key.
//!
//! They are in the file of the answers' program (see [`crate::load`]), and come with the answers: what
//! only [`make_parts`] reaches is cut out of the first program, which was a sixth larger with them.

use crate::browser::{Form, form};
use crate::link::show_without_map;
use crate::load::Load;
use crate::map_view::{HoverName, on_key};
use crate::page::{
    Caption, Crumbs, Downloads, Drawer, Embedding, Footer, LegendBox, PanelView, follow_reading,
    follow_title,
};
use crate::search::SearchResults;
use crate::state::State;
use crate::table::{TableViews, load_table, tabs};
use crate::take::{TakeRow, Taken};
use leptos::task::spawn_local;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use leptos::{ev, prelude::*};
use map::View;
use std::sync::Arc;

/// The parts, each made when it is asked for.
trait Parts: Send + Sync {
    fn legend(&self, state: State) -> AnyView;
    fn drawer(&self, state: State) -> AnyView;
    fn search(&self, state: State) -> AnyView;
    fn crumbs(&self, state: State) -> AnyView;
    fn hover_name(&self, state: State) -> AnyView;
    fn below_the_answer(&self, state: State) -> AnyView;
    fn below_the_map(&self, state: State) -> AnyView;
    fn tabs(&self, state: State, table: RwSignal<Option<Arc<dyn TableViews>>>) -> AnyView;
    fn key(&self, state: State, event: &ev::KeyboardEvent);
}

/// The parts once they are here. It is `Copy`.
#[derive(Clone, Copy)]
pub(crate) struct Later {
    parts: RwSignal<Option<Arc<dyn Parts>>>,
    /// A part of its own, fetched when a list or the table is first shown.
    table: RwSignal<Option<Arc<dyn TableViews>>>,
}

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
        let table = RwSignal::new(None);
        load_table(state, table);
        Self { parts, table }
    }

    /// The tabs at the head of the panel, and territories side by side in place of what is below them.
    pub(crate) fn tabs(self, state: State) -> Option<AnyView> {
        self.parts.get().map(|parts| parts.tabs(state, self.table))
    }

    /// The list in the panel; none while the answer is shown there, and before the list is here.
    pub(crate) fn list(self, state: State) -> Option<AnyView> {
        let is_shown = state.choice.with(|choice| choice.view == View::List);
        self.table.get().filter(|_| is_shown).map(|table| table.list())
    }

    /// The table in place of the map; none while the map is shown, and before the table is here.
    pub(crate) fn table(self, state: State) -> Option<AnyView> {
        let is_shown = state.choice.with(|choice| choice.view == View::Table);
        self.table.get().filter(|_| is_shown).map(|table| table.table())
    }

    /// The legend of the map.
    pub(crate) fn legend(self, state: State) -> Option<AnyView> {
        self.parts.get().map(|parts| parts.legend(state))
    }

    /// The bar at the head of the panel, which is a drawer in a narrow window.
    pub(crate) fn drawer(self, state: State) -> Option<AnyView> {
        self.parts.get().map(|parts| parts.drawer(state))
    }

    /// The results of the search box.
    pub(crate) fn search(self, state: State) -> Option<AnyView> {
        self.parts.get().map(|parts| parts.search(state))
    }

    /// The list of departments.
    pub(crate) fn crumbs(self, state: State) -> Option<AnyView> {
        self.parts.get().map(|parts| parts.crumbs(state))
    }

    /// The card beside the pointer.
    pub(crate) fn hover_name(self, state: State) -> Option<AnyView> {
        self.parts.get().map(|parts| parts.hover_name(state))
    }

    /// The files to take along of an answer, and the lines that put the map into another site.
    pub(crate) fn below_the_answer(self, state: State) -> Option<AnyView> {
        self.parts.get().map(|parts| parts.below_the_answer(state))
    }

    /// The « Données » page and the footer; the caption of an embed.
    pub(crate) fn below_the_map(self, state: State) -> Option<AnyView> {
        self.parts.get().map(|parts| parts.below_the_map(state))
    }

    /// Handles a key on the map.
    pub(crate) fn key(self, state: State, event: &ev::KeyboardEvent) {
        if let Some(parts) = self.parts.get_untracked() {
            parts.key(state, event);
        }
    }
}

/// All parts, and the view of the panel, which two of them choose.
struct AllParts {
    panel_view: RwSignal<PanelView>,
}

impl Parts for AllParts {
    fn legend(&self, state: State) -> AnyView {
        follow_reading(state);
        view! { <LegendBox state=state view=self.panel_view/> }.into_any()
    }

    fn drawer(&self, state: State) -> AnyView {
        show_without_map(state);
        view! { <Drawer state=state view=self.panel_view/> }.into_any()
    }

    fn search(&self, state: State) -> AnyView {
        view! { <SearchResults state=state/> }.into_any()
    }

    fn crumbs(&self, state: State) -> AnyView {
        view! { <Crumbs state=state/> }.into_any()
    }

    fn hover_name(&self, state: State) -> AnyView {
        view! { <HoverName state=state/> }.into_any()
    }

    fn below_the_answer(&self, state: State) -> AnyView {
        // A list has a row of its own, and so has a comparison.
        let is_answer =
            move || !state.compares() && state.choice.with(|choice| choice.view != View::List);
        view! {
            <Show when=is_answer><TakeRow state=state taken=Taken::Answer/></Show>
            <Show when=move || !state.compares()><Embedding state=state/></Show>
        }
        .into_any()
    }

    fn below_the_map(&self, state: State) -> AnyView {
        crate::paper::follow(state);
        follow_title(state);
        match form() {
            Form::Whole => view! { <Downloads state=state/> <Footer/> }.into_any(),
            Form::Embed => view! { <Caption state=state/> }.into_any(),
        }
    }

    fn tabs(&self, state: State, table: RwSignal<Option<Arc<dyn TableViews>>>) -> AnyView {
        let compares = Memo::new(move |_| state.compares());
        view! {
            {tabs(state)}
            <Show when=move || compares.get()>
                {move || table.get().map(|table| table.comparison())}
            </Show>
        }
        .into_any()
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
    Ok(Arc::new(AllParts { panel_view: RwSignal::new(PanelView::Answer) }))
}
