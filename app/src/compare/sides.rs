//! The territories that are compared, from the keys of the address.

use crate::load::{CommunesLoad, Shares, load_all_communes, load_white_zones};
use crate::state::State;
use leptos::prelude::*;
use map::table::Comparison;
use std::sync::Arc;

/// The territories side by side, and the download of the communes among them. It is `Copy`.
#[derive(Clone, Copy)]
pub(super) struct Sides {
    state: State,
    /// None before the answers are here.
    pub(super) comparison: Memo<Option<Arc<Comparison>>>,
    pub(super) load: RwSignal<CommunesLoad>,
}

impl Sides {
    /// The sides that the address names now, followed for as long as they are shown.
    pub(super) fn of(state: State) -> Self {
        let keys = Memo::new(move |_| state.compared_keys());
        let comparison = Memo::new(move |_| {
            let answers = state.answers.get()?;
            let made = state.shares.with(|shares| {
                let zones = match shares {
                    Shares::Here(shares) => Some(&shares.white_zones),
                    Shares::Absent | Shares::Failed(_) => None,
                };
                keys.with(|keys| Comparison::new(answers.records(), zones, keys))
            });
            Some(Arc::new(made))
        });
        let sides = Self { state, comparison, load: RwSignal::new(CommunesLoad::Idle) };
        sides.follow();
        sides.fold_legend();
        sides
    }

    /// Folds the legend, which would cover the narrow map, until the comparison is left.
    fn fold_legend(self) {
        let legend = self.state.legend_is_open;
        let before = legend.get_untracked();
        legend.set(false);
        on_cleanup(move || legend.set(before));
    }

    /// Loads the communes that are wanted, and shows on the map what is compared.
    fn follow(self) {
        let Self { state, comparison, .. } = self;
        load_white_zones(state.answers, state.shares);
        Effect::new(move |_| self.load_communes());
        let subjects = Memo::new(move |_| {
            comparison.with(|made| made.as_ref().map(|made| made.subjects()).unwrap_or_default())
        });
        Effect::new(move |before: Option<()>| {
            let subjects = subjects.get();
            if subjects.is_empty() {
                return;
            }
            state.side_by_side.set(subjects);
            if before.is_none() && names_view() {
                return;
            }
            // By then the map has the size that the panel leaves to it.
            request_animation_frame(move || {
                request_animation_frame(move || {
                    if let Some(usual) = untrack(|| state.usual_view(None)) {
                        state.fly(usual);
                    }
                });
            });
        });
    }

    fn load_communes(self) {
        let wanted = self.comparison.with(|made| made.as_ref().map(|made| made.awaited.clone()));
        let is_idle = self.load.with_untracked(|load| *load == CommunesLoad::Idle);
        if let Some(wanted) = wanted.filter(|wanted| is_idle && !wanted.is_empty()) {
            load_all_communes(self.state.answers, &wanted, &self.load.into());
        }
    }

    /// Asks again for what failed.
    pub(super) fn retry(self) {
        self.load.set(CommunesLoad::Idle);
        untrack(|| self.load_communes());
    }
}

/// Whether the address says where the map is.
fn names_view() -> bool {
    window().location().hash().is_ok_and(|hash| hash.contains('@'))
}
