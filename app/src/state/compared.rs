//! Comparing: the territories side by side.

use super::State;
use crate::browser::matches;
use leptos::prelude::*;
use map::{MapBounds, Model, Subject, View};

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
