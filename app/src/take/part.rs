//! The part of the program that writes files, `emporter-….wasm`. It comes quietly after the answers, so that
//! files can be made when the line is gone.

use super::files::make;
use super::taken::{FileKind, Taken, TextFile};
use crate::state::State;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use map::Atlas;

/// The function that makes a file of what is shown, with the outlines of an atlas; none before there is an
/// answer.
pub(super) type MakeFile = fn(State, Taken, FileKind, Atlas) -> Option<TextFile>;

/// Brings the part quietly once the answers are here; a failure is met again when it is needed.
pub(super) fn bring(state: State) {
    Effect::new(move |is_asked: Option<bool>| {
        let is_due = state.answers.with(Option::is_some);
        if is_due && is_asked != Some(true) {
            spawn_local(async {
                let _ = find_maker().await;
            });
        }
        is_due
    });
}

/// The function, once its part of the program is here; after a failure, the next call asks again.
///
/// # Errors
/// [`SplitLoaderError`] when that part cannot be had.
#[wasm_split(emporter, wasm_split_path = ::leptos::wasm_split, fallible)]
pub(super) fn find_maker() -> Result<MakeFile, SplitLoaderError> {
    Ok(make)
}
