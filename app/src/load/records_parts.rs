//! The files of the records: first what every answer needs, then the rest, and the communes that an
//! answer names.

use super::answer_views::{AnswerViews, RecordsPart, fetch_views, load_views};
use super::fetch::{
    FURTHER_RECORDS, RECORDS, fetch_linked, fetch_quietly, fetch_silently, served_url,
};
use super::status::Load;
use leptos::prelude::*;
use leptos::task::spawn_local;
use map::Subject;
use std::sync::Arc;

/// The answers, once they are here.
type Answers = RwSignal<Option<Arc<dyn AnswerViews>>>;

/// Loads the records and the program that shows them into `answers`: once the map is drawn, and again
/// after a failure.
pub(crate) fn load_answers(answers: Answers, load: RwSignal<Load>) {
    // The two come at the same time. Whether this one has arrived is asked below.
    spawn_local(async {
        let _ = fetch_views().await;
    });
    spawn_local(async move {
        let views = match fetch_linked(RECORDS, load).await {
            Ok(bytes) => load_views(bytes).await,
            Err(error) => Err(error),
        };
        match views {
            Ok(views) => {
                answers.set(Some(views));
                load.set(Load::Done);
                load_rest(answers);
            }
            Err(error) => load.set(Load::Failed(error)),
        }
    });
}

/// Loads the rest of the records into `answers`. Without it the answers stay as they are.
fn load_rest(answers: Answers) {
    spawn_local(async move {
        if let Ok(bytes) = fetch_quietly(FURTHER_RECORDS).await {
            add(answers, RecordsPart::Further, &bytes);
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
            match fetch_silently(&served_url(&file), "les communes", None).await {
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
