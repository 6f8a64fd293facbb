//! The crumbs: the way from the country to what is selected, each step a link with its siblings in a list.
//!
//! | file | holds |
//! | --- | --- |
//! | `way` | the steps, and what can be chosen at each |
//! | `menu` | the list of a step |

mod menu;
mod way;

use crate::browser::follow_plainly;
use crate::link::page_of;
use crate::state::{State, model_of};
use leptos::prelude::*;
use map::{Model, Subject};
use menu::Menu;
use std::sync::Arc;
use way::{Choice, Step, choices, way_to};

/// The way from the country to what is selected. After its last step a list of what lies in there.
#[component]
pub(crate) fn Crumbs(state: State) -> impl IntoView {
    let model = model_of(state);
    let way = Memo::new(move |_| {
        let way = |model: Arc<Model>| {
            state.choice.with(|choice| Some(way_to(&model, choice.selection.as_ref()?)))
        };
        model.get().and_then(way).unwrap_or_default()
    });
    let is_whole = move || way.with(Vec::is_empty).then_some("page");
    let follow = move |event| {
        if follow_plainly(&event) {
            state.go_to(None);
        }
    };
    view! {
        <nav class="selector" aria-label="Fil d’Ariane">
            <a class="crumb-home" href=move || page_of(state, None) aria-current=is_whole on:click=follow>"France"</a>
            {Step::ALL.map(|step| crumb(state, way, step))}
        </nav>
    }
}

/// A step: its link where the way goes through it, and the list of what can be chosen there.
fn crumb(state: State, way: Memo<Vec<Subject>>, step: Step) -> impl IntoView {
    let here = Memo::new(move |_| way.with(|way| step.of_way(way).cloned()));
    let choices =
        Memo::new(move |_| state.atlas.with(|atlas| choices(atlas.as_ref(), &way.get(), step)));
    let link = move || {
        let here = here.get()?;
        let name = choices.with(|choices| Some(Choice::of(choices, &here)?.name.clone()))?;
        Some(step_link(state, way, here, name))
    };
    view! {
        <span
            class=["crumb crumb-", step.id()].concat()
            class:crumb-here=move || here.with(Option::is_some)
            class:crumb-none=move || choices.with(Vec::is_empty)
        >
            {link}
            <Menu state=state step=step choices=choices way=way/>
        </span>
    }
}

/// The link to a step of the way.
fn step_link(state: State, way: Memo<Vec<Subject>>, to: Subject, name: String) -> impl IntoView {
    let (href, shown) = (page_of(state, Some(&to)), to.clone());
    let is_last = move || way.with(|way| way.last() == Some(&shown)).then_some("page");
    let follow = move |event| {
        if follow_plainly(&event) {
            state.go_to(Some(to.clone()));
        }
    };
    view! { <a href=href aria-current=is_last on:click=follow>{name}</a> }
}
