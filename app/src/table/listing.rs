//! What is listed of the selection, in which order, and which rows.

use crate::load::{AnswerViews, CommunesLoad, Shares, load_all_communes, load_white_zones};
use crate::state::State;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use map::served::WhiteZones;
use map::table::{Listed, RowFilter, RowsShown, Sort, Table};
use map::{Subject, Territory};
use std::sync::Arc;
use std::time::Duration;

/// The time for which rows stay the same before the address has them: browsers allow few changes a second.
const WRITTEN_AFTER: Duration = Duration::from_millis(250);

/// The choices in a list. They outlast its view, so that the list in place of the map is the same.
#[derive(Clone, Default)]
pub(super) struct Listing {
    /// What was chosen to be listed; where that is no part of the territory, its direct parts are.
    listed: ArcRwSignal<Option<Listed>>,
    sort: ArcRwSignal<Sort>,
    filter: ArcRwSignal<RowFilter>,
    load: ArcRwSignal<CommunesLoad>,
    ticked: ArcRwSignal<Vec<String>>,
}

/// The signals of a list while it is shown. It is `Copy`.
#[derive(Clone, Copy)]
pub(super) struct ShownListing {
    pub(super) scope: Memo<Option<Territory>>,
    pub(super) listed: Memo<Listed>,
    pub(super) chosen: RwSignal<Option<Listed>>,
    pub(super) sort: RwSignal<Sort>,
    pub(super) filter: RwSignal<RowFilter>,
    pub(super) load: RwSignal<CommunesLoad>,
    /// The keys of the rows that are ticked, to be compared.
    pub(super) ticked: RwSignal<Vec<String>>,
    /// None before the answers are here.
    pub(super) table: Memo<Option<Arc<Table>>>,
    /// The indexes of the rows that are shown, in order.
    pub(super) shown: Memo<Arc<Vec<usize>>>,
}

impl Listing {
    /// The signals of a list that is shown now.
    pub(super) fn shown(&self, state: State) -> ShownListing {
        let chosen = RwSignal::from(self.listed.clone());
        let (sort, filter) =
            (RwSignal::from(self.sort.clone()), RwSignal::from(self.filter.clone()));
        let scope = scope(state);
        let listed = Memo::new(move |_| {
            let possible = Listed::of(scope.get());
            let chosen = chosen.get().filter(|chosen| possible.contains(chosen));
            chosen.or(possible.first().copied()).unwrap_or(Listed::Schemes)
        });
        // Tables are long to compare, and seldom made.
        let table = Memo::new_with_compare(
            move |_| {
                let answers = state.answers.get()?;
                let (scope, listed) = (scope.get(), listed.get());
                let make = |zones: &WhiteZones| {
                    Arc::new(Table::new(answers.records(), zones, scope, listed))
                };
                Some(state.shares.with(|shares| match shares {
                    Shares::Here(shares) => make(&shares.white_zones),
                    Shares::Absent | Shares::Failed(_) => make(&WhiteZones::default()),
                }))
            },
            |_, _| true,
        );
        let shown = Memo::new(move |_| {
            let table = table.get();
            let rows = table.map(|table| filter.with(|filter| table.shown(sort.get(), filter)));
            Arc::new(rows.unwrap_or_default())
        });
        let load = RwSignal::from(self.load.clone());
        let ticked = RwSignal::from(self.ticked.clone());
        let listing =
            ShownListing { scope, listed, chosen, sort, filter, load, ticked, table, shown };
        listing.follow(state);
        listing
    }
}

impl ShownListing {
    /// Loads what the list needs: the white zones, and communes.
    fn follow(self, state: State) {
        load_white_zones(state.answers, state.shares);
        Effect::new(move |_| self.load_communes(state));
        self.follow_address(state);
    }

    /// Takes what the address says of the rows, and keeps it true; a change of them is no step back.
    fn follow_address(self, state: State) {
        Effect::new(move |_| {
            let RowsShown { listed, sort, filter } = state.rows.with(|rows| RowsShown::of(rows));
            set(self.chosen, listed);
            set(self.sort, sort);
            set(self.filter, filter);
        });
        Effect::new(move |timer: Option<Option<TimeoutHandle>>| {
            let shown = RowsShown {
                listed: self.chosen.get(),
                sort: self.sort.get(),
                filter: self.filter.get(),
            };
            let codes = shown.parameters();
            if state.rows.with_untracked(|rows| *rows == codes) {
                return timer.flatten();
            }
            state.rows.set(codes);
            if let Some(timer) = timer.flatten() {
                timer.clear();
            }
            set_timeout_with_handle(move || crate::link::replace(state), WRITTEN_AFTER).ok()
        });
    }

    /// Loads the communes that are listed and not here, unless they are on their way or failed.
    fn load_communes(self, state: State) {
        let (scope, listed) = (self.scope.get(), self.listed.get());
        let is_idle = self.load.with_untracked(|load| *load == CommunesLoad::Idle);
        if listed == Listed::Communes && is_idle {
            let missing = self.missing(state, scope);
            if !missing.is_empty() {
                load_all_communes(state.answers, &missing, &self.load.into());
            }
        }
    }

    /// Asks again for what failed.
    pub(super) fn retry(self, state: State) {
        self.load.set(CommunesLoad::Idle);
        untrack(|| self.load_communes(state));
    }

    /// Whether every row of the list is here.
    pub(super) fn is_whole(self, state: State) -> bool {
        self.table.with_untracked(Option::is_some)
            && (self.listed.get_untracked() != Listed::Communes
                || self.missing(state, self.scope.get_untracked()).is_empty())
    }

    fn missing(self, state: State, scope: Option<Territory>) -> Vec<usize> {
        let missing = |views: &Option<Arc<dyn AnswerViews>>| {
            let views = views.as_ref()?;
            Some(views.records().departments_not_at_hand(scope))
        };
        state.answers.with(missing).unwrap_or_default()
    }
}

/// Sets a signal to another value.
fn set<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.with_untracked(|before| *before != value) {
        signal.set(value);
    }
}

/// The territory whose parts are listed; none for the country. A commune, a scheme or a venue that is
/// chosen from a list leaves the list as it is.
fn scope(state: State) -> Memo<Option<Territory>> {
    Memo::new(move |before: Option<&Option<Territory>>| {
        match state.choice.with(|choice| choice.selection.clone())? {
            Subject::Territory(territory) => Some(territory),
            other => match before {
                Some(before) => *before,
                None => state.atlas.with_untracked(|atlas| atlas.as_ref()?.model.within(&other)),
            },
        }
    })
}
