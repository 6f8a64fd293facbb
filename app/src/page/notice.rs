//! The one look of what is on its way and of what cannot be had.

use crate::load::{Load, LoadError, Progress, Remedy};
use crate::state::{State, Wanted};
use leptos::prelude::*;

/// The progress of a download; the reason for its failure, with the way out; nothing once it is done.
pub(crate) fn notice(state: State, wanted: Wanted, load: &Load) -> Option<AnyView> {
    match load {
        Load::Done => None,
        Load::Running(progress) => {
            let remedy = progress.is_late.then_some(Remedy::Reload);
            Some(boxed(state, wanted, progress.sentence(), Some(*progress), remedy))
        }
        Load::Failed(error) => Some(failure(state, wanted, error)),
    }
}

/// The reason why something is not here, with the way out.
pub(crate) fn failure(state: State, wanted: Wanted, error: &LoadError) -> AnyView {
    boxed(state, wanted, error.to_string(), None, Some(error.remedy()))
}

/// A box with a sentence; with a bar while something is on its way; with a button where there is a remedy.
fn boxed(
    state: State,
    wanted: Wanted,
    sentence: String,
    progress: Option<Progress>,
    remedy: Option<Remedy>,
) -> AnyView {
    let (class, role) = match progress {
        Some(_) => ("notice", "status"),
        None => ("notice notice-failed", "alert"),
    };
    let bar = progress.map(|it| view! { <progress max=it.total value=it.received></progress> });
    let way_out = remedy.map(|remedy| {
        let (label, act) = (remedy.label(), move |_| apply(state, wanted, remedy));
        view! { <button type="button" class="main-button" on:click=act>{label}</button> }
    });
    view! { <div class=class role=role><p>{sentence}</p> {bar} {way_out}</div> }.into_any()
}

fn apply(state: State, wanted: Wanted, remedy: Remedy) {
    match remedy {
        Remedy::Retry => state.ask_again(wanted),
        Remedy::Reload => {
            // Refused nowhere: the page loads itself.
            let _ = window().location().reload();
        }
    }
}
