//! Comparing: the territories side by side.

use super::State;
use crate::browser::matches;
use leptos::prelude::*;
use map::table::MOST_COMPARED;
use map::{Level, MapBounds, Model, Subject, View};

/// The windows in which the panel lies below the map, or over it.
const NARROW: &str = "(max-width: 799px)";

impl State {
    /// Whether territories are compared, in place of an answer or a list.
    pub(crate) fn compares(self) -> bool {
        self.choice.with(|choice| !choice.compared.is_empty())
    }

    /// Compares the territories with these keys, between commas; none for none.
    pub(crate) fn compare(self, keys: String) {
        let before = self.choice.with_untracked(|choice| choice.compared.clone());
        if before == keys {
            return;
        }
        if before.is_empty() != keys.is_empty() {
            // The panel takes another width, in a window where it stands beside the map.
            self.refits.set(!matches(NARROW));
        }
        self.choice.update(|choice| {
            choice.compared = keys;
            // The map is seen beside a comparison.
            if choice.view == View::Table && !choice.compared.is_empty() {
                choice.view = View::List;
            }
        });
    }

    /// The key by which a territory is compared; none for what is not: arrondissements, schemes, places.
    pub(crate) fn compared_key(self, subject: &Subject) -> Option<String> {
        match subject {
            Subject::Territory(territory) => self
                .atlas
                .with_untracked(|atlas| Some(atlas.as_ref()?.model.key(*territory).to_string())),
            Subject::Commune { code, .. } if code.city().is_none() => {
                Some([Level::Commune.code(), "-", code.as_str()].concat())
            }
            _ => None,
        }
    }

    /// The keys of the territories that are compared.
    pub(crate) fn compared_keys(self) -> Vec<String> {
        let keys = self.choice.with(|choice| choice.compared.clone());
        keys.split(',').filter(|key| !key.is_empty()).map(str::to_owned).collect()
    }

    /// Adds a territory to those that are compared. Returns whether it is one of them then.
    pub(crate) fn add_compared(self, key: &str) -> bool {
        let mut keys = untrack(|| self.compared_keys());
        if keys.iter().any(|one| one == key) {
            return true;
        }
        let is_added = keys.len() < MOST_COMPARED;
        if is_added {
            keys.push(key.to_owned());
            self.compare(keys.join(","));
        }
        is_added
    }

    /// Shows the answer or the list again.
    pub(crate) fn leave_comparison(self) {
        self.compare(String::new());
        if self.side_by_side.with_untracked(|subjects| !subjects.is_empty()) {
            self.side_by_side.set(Vec::new());
        }
    }

    /// The bounds of the territories that are compared; none while they are not known.
    pub(super) fn bounds_side_by_side(self, model: &Model) -> Option<MapBounds> {
        let compares = self.choice.with_untracked(|choice| !choice.compared.is_empty());
        self.side_by_side.with_untracked(|subjects: &Vec<Subject>| {
            let bounds = subjects.iter().map(|one| model.drawn_bounds(one));
            bounds.reduce(MapBounds::union).filter(|_| compares)
        })
    }
}
