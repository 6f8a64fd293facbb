//! The part of the program that searches, `recherche-….wasm`: fetched when the box is first used.
//!
//! As with the answers, what only [`find_list`] reaches goes into a file of its own.

use super::list::list;
use crate::state::State;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// The function that makes the list of results.
pub(super) type MakeList = fn(State) -> AnyView;

/// The list, once its part of the program is here; after a failure, the next call asks again.
///
/// # Errors
/// [`SplitLoaderError`] when that part cannot be had.
#[wasm_split(recherche, wasm_split_path = ::leptos::wasm_split, fallible)]
pub(super) fn find_list() -> Result<MakeList, SplitLoaderError> {
    Ok(list)
}
