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
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

/// The answers, once they are here.
type Answers = RwSignal<Option<Arc<dyn AnswerViews>>>;

/// Loads the records and the program that shows them into `answers`: once the map is drawn or cannot be
/// had, and again after a failure. Does nothing where they are here or on their way.
pub(crate) fn load_answers(answers: Answers, load: RwSignal<Load>) {
    let is_coming = |load: &Load| matches!(load, Load::Running(progress) if progress.has_begun());
    if load.with_untracked(is_coming) || answers.with_untracked(Option::is_some) {
        return;
    }
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
            add(answers, &[(RecordsPart::Further, bytes)]);
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
                Ok(bytes) => add(answers, &[(RecordsPart::Communes(department), bytes)]),
                Err(_) => asked.update_value(|asked| asked.retain(|one| *one != department)),
            }
        });
    }
}

/// The download of the communes of many departments.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum CommunesLoad {
    /// Nothing is asked for.
    #[default]
    Idle,
    /// So many files are still on their way.
    Running(usize),
    /// A file cannot be had.
    Failed,
}

impl CommunesLoad {
    /// That the communes of a list or a comparison are on their way, or that they cannot be had.
    pub(crate) fn notice(self, retry: impl Fn() + 'static) -> Option<AnyView> {
        match self {
            Self::Idle => None,
            Self::Running(_) => {
                Some(view! { <p class="note">"Chargement des communes…"</p> }.into_any())
            }
            Self::Failed => Some(
                view! {
                    <div class="caution" role="alert">
                        <p>"Les communes n’ont pas pu être chargées."</p>
                        <button type="button" on:click=move |_| retry()>"Réessayer"</button>
                    </div>
                }
                .into_any(),
            ),
        }
    }
}

/// Loads the communes of these departments into `answers`, all at once when the last file is here.
pub(crate) fn load_all_communes(
    answers: Answers,
    departments: &[usize],
    load: &ArcRwSignal<CommunesLoad>,
) {
    let Some(views) = answers.get_untracked() else { return };
    let all = &views.records().file.communes;
    let urls = departments.iter().filter_map(|one| Some((*one, served_url(all.get(*one)?))));
    let urls: Vec<(usize, String)> = urls.collect();
    load.set(CommunesLoad::Running(urls.len()));
    let files = Rc::new(RefCell::new(Vec::new()));
    for (department, url) in urls {
        let (load, files) = (load.clone(), Rc::clone(&files));
        spawn_local(async move {
            match fetch_silently(&url, "les communes", None).await {
                Ok(bytes) => files.borrow_mut().push((RecordsPart::Communes(department), bytes)),
                Err(_) => load.set(CommunesLoad::Failed),
            }
            match load.get_untracked() {
                CommunesLoad::Running(1) => {
                    load.set(CommunesLoad::Idle);
                    add(answers, &files.borrow());
                }
                CommunesLoad::Running(coming) => load.set(CommunesLoad::Running(coming - 1)),
                CommunesLoad::Idle | CommunesLoad::Failed => {}
            }
        });
    }
}

fn add(answers: Answers, files: &[(RecordsPart, Vec<u8>)]) {
    let whole = answers.with_untracked(|views| views.as_ref()?.with_parts(files));
    if whole.is_some() {
        answers.set(whole);
    }
}
