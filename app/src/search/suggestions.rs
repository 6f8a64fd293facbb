//! The results for what is typed, and the keys that walk through them.

use super::field::{input, is_focused, is_there};
use crate::browser::focus;
use crate::load::{Load, Progress};
use crate::state::State;
use leptos::{ev, prelude::*};
use map::search::{ResultRow, SearchIndex, Suggestion, Target, results_found};
use map::text::typographic;
use map::{Model, Presence, Subject, argsort};
use std::sync::Arc;
use std::time::Duration;

/// The most results that the list shows.
const SHOWN: usize = 8;

/// The results and what is known of their list. It is `Copy`.
#[derive(Clone, Copy)]
pub(super) struct Suggestions {
    pub(super) state: State,
    /// The text typed.
    pub(super) text: RwSignal<String>,
    /// Whether the list is wanted.
    pub(super) is_open: RwSignal<bool>,
    /// The result that the arrow keys have led to.
    pub(super) active: RwSignal<Option<usize>>,
    pub(super) found: RwSignal<Vec<FoundRow>>,
    /// The download of the communes.
    pub(super) load: RwSignal<Load>,
    indexes: StoredValue<Indexes>,
    /// The subject that was chosen last.
    chosen: StoredValue<Option<Subject>>,
}

/// A result.
#[derive(Clone)]
pub(super) struct FoundRow {
    pub(super) row: ResultRow,
    pub(super) subject: Subject,
    /// The schemes there; none for a scheme.
    pub(super) presence: Option<[Presence; 3]>,
}

/// The names to be found, as far as they are here.
#[derive(Default)]
struct Indexes {
    territories: Option<SearchIndex>,
    schemes: Option<SearchIndex>,
}

impl Suggestions {
    /// No result yet for what stands in the input.
    pub(super) fn new(state: State) -> Self {
        let new = Self {
            state,
            text: RwSignal::new(input().map(|input| input.value()).unwrap_or_default()),
            is_open: RwSignal::new(is_focused()),
            active: RwSignal::new(None),
            found: RwSignal::new(Vec::new()),
            load: RwSignal::new(Load::Running(Progress::default())),
            indexes: StoredValue::new(Indexes::default()),
            chosen: StoredValue::new(None),
        };
        new.follow_answers();
        new.forget_with_another_choice();
        new
    }

    /// Whether the list is shown.
    pub(super) fn is_shown(self) -> bool {
        let has_failed = self.load.with(|load| matches!(load, Load::Failed(_)));
        self.is_open.get() && (has_failed || self.text.with(|text| !text.trim().is_empty()))
    }

    /// Takes an index of communes and territories in place of the one before.
    pub(super) fn take(self, territories: SearchIndex) {
        self.indexes.update_value(|indexes| indexes.territories = Some(territories));
        self.seek();
    }

    /// Takes the schemes when the answers, which name them, are here.
    fn follow_answers(self) {
        Effect::new(move |is_here: Option<bool>| {
            let names = self.state.answers.with(|answers| {
                let is_new = is_here != Some(true);
                answers.as_ref().filter(|_| is_new).map(|answers| answers.scheme_names())
            });
            let Some(names) = names else { return is_here.unwrap_or_default() };
            let schemes = SearchIndex::new(names);
            self.indexes.update_value(|indexes| indexes.schemes = Some(schemes));
            self.seek();
            true
        });
    }

    /// Empties the box when something else is chosen, on the map for example: its name would be wrong.
    fn forget_with_another_choice(self) {
        Effect::new(move |_| {
            let selection = self.state.choice.with(|choice| choice.selection.clone());
            let is_other =
                self.chosen.with_value(|chosen| chosen.is_some() && *chosen != selection);
            if is_other && !self.is_open.get_untracked() {
                self.chosen.set_value(None);
                self.write(String::new());
            }
        });
    }

    /// Seeks what is typed.
    pub(super) fn seek(self) {
        let text = self.text.get_untracked();
        let model = self.state.atlas.with_untracked(|it| Some(Arc::clone(&it.as_ref()?.model)));
        let Some(model) = model.filter(|_| !text.trim().is_empty()) else {
            return self.found.set(Vec::new());
        };
        let found = self.indexes.with_value(|indexes| {
            let mut found: Vec<(Suggestion, &SearchIndex)> = Vec::new();
            for index in [&indexes.territories, &indexes.schemes].into_iter().flatten() {
                found.extend(index.find(&text, SHOWN).into_iter().map(|one| (one, index)));
            }
            let order = argsort(found.iter().map(|(one, _)| one.matched as u128));
            let first = order.into_iter().take(SHOWN).map(|at| &found[at]);
            first.filter_map(|(one, index)| self.row(one, index, &text, &model)).collect::<Vec<_>>()
        });
        let is_whole = self.load.with_untracked(|load| matches!(load, Load::Done));
        if self.is_open.get_untracked() && (is_whole || !found.is_empty()) {
            self.state.announcement.set(results_found(found.len()));
        }
        self.found.set(found);
    }

    fn row(
        self,
        suggestion: &Suggestion,
        index: &SearchIndex,
        text: &str,
        model: &Model,
    ) -> Option<FoundRow> {
        let subject = index.subject(suggestion.target)?;
        let epci = |at: u32| model.epci.get(at as usize).map(|one| typographic(&one.nom));
        let presence = match suggestion.target {
            Target::Scheme(_) => None,
            _ => self.state.answers.with_untracked(|it| it.as_ref()?.presence(&subject)),
        };
        Some(FoundRow { row: index.row(suggestion, text, epci), subject, presence })
    }

    /// Takes what is typed now.
    pub(super) fn typed(self) {
        self.text.set(input().map(|input| input.value()).unwrap_or_default());
        self.active.set(None);
        self.is_open.set(true);
        self.seek();
    }

    /// Shows the results again; the name of what was chosen gives way to what is sought next.
    pub(super) fn focused(self) {
        if self.chosen.with_value(Option::is_some) {
            self.chosen.set_value(None);
            self.write(String::new());
        }
        self.is_open.set(true);
    }

    /// Hides the list when the focus has left the box and what lies below it.
    pub(super) fn left(self) {
        let close = move || {
            if !is_there(".search :focus") {
                self.close();
            }
        };
        // By then the focus is where it goes.
        set_timeout(close, Duration::ZERO);
    }

    /// Handles a key in the box, if it has a meaning there.
    pub(super) fn key(self, event: &ev::KeyboardEvent) {
        if event.alt_key() || event.ctrl_key() || event.meta_key() {
            return;
        }
        match event.key().as_str() {
            "ArrowDown" => self.step(1),
            "ArrowUp" => self.step(self.found.with_untracked(Vec::len).saturating_sub(1)),
            "Enter" if self.is_open.get_untracked() => {
                let at = self.active.get_untracked().unwrap_or(0);
                if let Some(found) = self.found.with_untracked(|found| found.get(at).cloned()) {
                    self.choose(&found);
                    focus("fiche");
                }
            }
            "Escape" if untrack(|| self.is_shown()) => self.close(),
            "Escape" => self.write(String::new()),
            _ => return,
        }
        event.prevent_default();
    }

    /// Hides the list.
    pub(super) fn close(self) {
        self.is_open.set(false);
        self.active.set(None);
    }

    /// Goes to the result `by` further on, round about.
    fn step(self, by: usize) {
        let count = self.found.with_untracked(Vec::len);
        self.is_open.set(true);
        if count > 0 {
            let next = match self.active.get_untracked() {
                Some(at) => (at + by) % count,
                None if by == 1 => 0,
                None => count - 1,
            };
            self.active.set(Some(next));
        }
    }

    /// Chooses a result: its answer is shown, and the map goes there.
    pub(super) fn choose(self, found: &FoundRow) {
        if self.adds(found) {
            return;
        }
        self.write(found.row.name.clone());
        self.close();
        self.chosen.set_value(Some(found.subject.clone()));
        self.state.go_to(Some(found.subject.clone()));
    }

    /// Adds a territory to those that are compared. Returns whether it is theirs.
    fn adds(self, found: &FoundRow) -> bool {
        let compares = untrack(|| self.state.compares());
        let key = self.state.compared_key(&found.subject).filter(|_| compares);
        let Some(key) = key else { return false };
        let name = &found.row.name;
        let message = match self.state.add_compared(&key) {
            true => format!("{name}\u{a0}: ajouté à la comparaison"),
            false => "Quatre territoires au plus\u{a0}: retirez-en un d’abord.".to_owned(),
        };
        self.write(String::new());
        self.close();
        self.state.announcement.set(message);
        true
    }

    /// Replaces the text.
    fn write(self, text: String) {
        if let Some(input) = input() {
            input.set_value(&text);
        }
        self.text.set(text);
        self.found.set(Vec::new());
    }
}
