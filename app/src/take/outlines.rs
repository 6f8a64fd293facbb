//! The outlines of communes: those of departments that are not in memory are fetched before a file is made.

use super::taken::Taken;
use crate::load::details::detail_of;
use crate::state::State;
use leptos::prelude::*;
use leptos::task::spawn_local;
use map::{Atlas, Detail, Subject};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

/// A function that takes the atlas with all outlines; none when some cannot be had.
type Done = Box<dyn FnOnce(Option<Atlas>)>;

/// The downloads of some details.
struct Downloads {
    atlas: Atlas,
    all: usize,
    here: RefCell<Vec<Arc<Detail>>>,
    has_failed: Cell<bool>,
    done: RefCell<Option<Done>>,
}

/// Gives `done` the atlas with the communes that a file outlines. `report` gets the number of departments
/// that are here, of how many, before it and whenever another one has come.
pub(super) fn with_communes(
    state: State,
    taken: Taken,
    report: impl Fn(usize, usize) + Clone + 'static,
    done: impl FnOnce(Option<Atlas>) + 'static,
) {
    let Some(atlas) = state.atlas.get_untracked() else { return done(None) };
    let mut missing = departments_of(&atlas, &subjects(state, taken));
    missing.retain(|department| atlas.detail(*department).is_none());
    if missing.is_empty() {
        return done(Some(atlas));
    }
    report(0, missing.len());
    let downloads = Rc::new(Downloads {
        atlas,
        all: missing.len(),
        here: RefCell::default(),
        has_failed: Cell::default(),
        done: RefCell::new(Some(Box::new(done))),
    });
    for department in missing {
        let (downloads, report) = (Rc::clone(&downloads), report.clone());
        spawn_local(async move {
            match detail_of(&downloads.atlas, department).await {
                Some(detail) => downloads.take(detail, report),
                None => downloads.fail(),
            }
        });
    }
}

impl Downloads {
    fn take(&self, detail: Arc<Detail>, report: impl Fn(usize, usize)) {
        self.here.borrow_mut().push(detail);
        let here = self.here.borrow().len();
        if self.has_failed.get() {
            return;
        }
        report(here, self.all);
        if here == self.all
            && let Some(done) = self.done.take()
        {
            let known = self.atlas.details().iter().cloned();
            let all: Vec<Arc<Detail>> = known.chain(self.here.take()).collect();
            done(Some(self.atlas.with_details(&all)));
        }
    }

    fn fail(&self) {
        self.has_failed.set(true);
        if let Some(done) = self.done.take() {
            done(None);
        }
    }
}

/// The subjects that a file outlines.
fn subjects(state: State, taken: Taken) -> Vec<Subject> {
    match taken {
        Taken::Answer => {
            state.choice.with_untracked(|choice| choice.selection.clone().into_iter().collect())
        }
        Taken::Rows(rows) => {
            let Some(table) = rows.table.get_untracked() else { return Vec::new() };
            rows.shown.with_untracked(|shown| {
                let rows = shown.iter().filter_map(|index| table.rows.get(*index));
                rows.map(|row| row.subject.clone()).collect()
            })
        }
        Taken::Sides(sides) => sides
            .with_untracked(|sides| sides.as_ref().map(|sides| sides.subjects()))
            .unwrap_or_default(),
    }
}

/// The departments of the communes among these subjects, each once.
fn departments_of(atlas: &Atlas, subjects: &[Subject]) -> Vec<usize> {
    let mut departments: Vec<usize> = subjects
        .iter()
        .filter_map(|subject| match subject {
            Subject::Commune { code, .. } => atlas.model.department_with_code(code.department()),
            _ => None,
        })
        .collect();
    departments.sort_unstable();
    departments.dedup();
    departments
}
