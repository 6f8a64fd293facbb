//! The further files of the records: the rest of them, and the communes that an answer names.

use super::answer_views::AnswerViews;
use super::fetch::{REST, fetch, fetch_quietly, served_url};
use leptos::prelude::*;
use leptos::task::spawn_local;
use map::Subject;
use std::sync::Arc;

/// The answers, once they are here.
type Answers = RwSignal<Option<Arc<dyn AnswerViews>>>;

/// A further file of the records.
#[derive(Clone, Copy)]
pub(crate) enum RecordsPart {
    /// What is read rarely.
    Rest,
    /// The communes of the department of that index.
    Communes(usize),
}

/// Loads the rest of the records into `answers`. Without it the answers stay as they are.
pub(super) fn load_rest(answers: Answers) {
    spawn_local(async move {
        if let Ok(bytes) = fetch_quietly(REST).await {
            add(answers, RecordsPart::Rest, &bytes);
        }
    });
}

/// Loads the communes that the answer for `subject` names, each file once; one that cannot be had is
/// asked for again with another choice.
pub(crate) fn load_communes(answers: Answers, subject: &Subject, asked: StoredValue<Vec<usize>>) {
    let missing = answers.with(|views| views.as_ref().map(|it| it.missing_communes(subject)));
    for (department, file) in missing.unwrap_or_default() {
        if asked.with_value(|asked| asked.contains(&department)) {
            continue;
        }
        asked.update_value(|asked| asked.push(department));
        spawn_local(async move {
            match fetch(&served_url(&file), "les communes", None, |_| {}).await {
                Ok(bytes) => add(answers, RecordsPart::Communes(department), &bytes),
                Err(_) => asked.update_value(|asked| asked.retain(|one| *one != department)),
            }
        });
    }
}

fn add(answers: Answers, part: RecordsPart, bytes: &[u8]) {
    let whole = answers.with_untracked(|views| views.as_ref()?.with_part(part, bytes));
    if whole.is_some() {
        answers.set(whole);
    }
}
