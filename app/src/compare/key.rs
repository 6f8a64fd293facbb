//! The keys by which territories are compared.

use crate::state::State;
use leptos::prelude::*;
use map::table::MOST_COMPARED;
use map::{Level, Subject};

/// The key by which a territory is compared; none for what is not: arrondissements, schemes, places.
pub(crate) fn compared_key(state: State, subject: &Subject) -> Option<String> {
    match subject {
        Subject::Territory(territory) => state
            .atlas
            .with_untracked(|atlas| Some(atlas.as_ref()?.model.key(*territory).to_string())),
        Subject::Commune { code, .. } if code.city().is_none() => {
            Some([Level::Commune.code(), "-", code.as_str()].concat())
        }
        _ => None,
    }
}

/// The keys of the territories that are compared.
pub(super) fn compared_keys(state: State) -> Vec<String> {
    let keys = state.choice.with(|choice| choice.compared.clone());
    keys.split(',').filter(|key| !key.is_empty()).map(str::to_owned).collect()
}

/// Adds a territory to those that are compared. Returns whether it is one of them then.
pub(crate) fn add_compared(state: State, key: &str) -> bool {
    let mut keys = untrack(|| compared_keys(state));
    if keys.iter().any(|one| one == key) {
        return true;
    }
    let is_added = keys.len() < MOST_COMPARED;
    if is_added {
        keys.push(key.to_owned());
        state.compare(keys.join(","));
    }
    is_added
}
