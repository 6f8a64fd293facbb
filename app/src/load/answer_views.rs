//! The answers as views, and the part of the program that makes them.
//!
//! That part is a file of its own, `fiches-….wasm`, fetched together with the records once the map
//! is drawn: nobody has to wait for it. The split is made at [`load_views`] by
//! `app/tools/wasm-bindgen`: what only that function reaches goes into the other file. So the rest of
//! the page knows the answers through the trait [`AnswerViews`] alone.

use super::fetch::{RECORDS, fetch_linked};
use super::status::{Load, LoadError};
use answers::Link;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use map::{Records, SchemeIndex, Subject, SubjectKey, Territory};
use std::sync::Arc;

/// The answers, each as a view.
pub(crate) trait AnswerViews: Send + Sync {
    /// The panel, when nothing is selected.
    fn country(&self) -> AnyView;
    /// The panel of a subject; `controls` stand at the end of its heading.
    fn answer(&self, subject: &Subject, link: Link, controls: AnyView) -> AnyView;
    /// The answer in one sentence, to be read aloud.
    fn announcement(&self, subject: &Subject) -> String;
    /// The subject with that key; none for a commune, which the records do not have.
    fn subject(&self, key: &SubjectKey) -> Option<Subject>;
    /// The key of a subject in addresses.
    fn key_of(&self, subject: &Subject) -> Option<SubjectKey>;
    /// The name of every scheme.
    fn scheme_names(&self) -> Vec<(SchemeIndex, String)>;
    /// The territories that stand for a subject where the map draws no perimeter of its own.
    fn extent(&self, subject: &Subject) -> Vec<Territory>;
    /// The files to download, each at the address that `address` gives.
    fn downloads(&self, address: &dyn Fn(&str) -> String) -> AnyView;
    /// The sources, with their dates and licences.
    fn sources(&self) -> AnyView;
}

impl AnswerViews for Records {
    fn country(&self) -> AnyView {
        answers::country(self).into_any()
    }

    fn answer(&self, subject: &Subject, link: Link, controls: AnyView) -> AnyView {
        answers::answer(self, subject, link, controls)
    }

    fn announcement(&self, subject: &Subject) -> String {
        answers::announcement(self, subject)
    }

    fn subject(&self, key: &SubjectKey) -> Option<Subject> {
        self.subject(key)
    }

    fn key_of(&self, subject: &Subject) -> Option<SubjectKey> {
        self.key_of(subject)
    }

    fn scheme_names(&self) -> Vec<(SchemeIndex, String)> {
        self.scheme_names()
    }

    fn extent(&self, subject: &Subject) -> Vec<Territory> {
        self.extent(subject)
    }

    fn downloads(&self, address: &dyn Fn(&str) -> String) -> AnyView {
        answers::downloads(self, address).into_any()
    }

    fn sources(&self) -> AnyView {
        answers::sources(self).into_any()
    }
}

/// Loads the records and the program that shows them into `answers`: once the map is drawn, and again
/// after a failure.
pub(crate) fn load_answers(answers: RwSignal<Option<Arc<dyn AnswerViews>>>, load: RwSignal<Load>) {
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
            }
            Err(error) => load.set(Load::Failed(error)),
        }
    });
}

/// The answers of the records in `bytes`, once the program that shows them is here.
///
/// # Errors
/// [`LoadError`] when that program cannot be had, or the records are not what it reads.
#[wasm_split(fiches, wasm_split_path = ::leptos::wasm_split, preload(fetch_views), fallible)]
fn load_views(bytes: Vec<u8>) -> Result<Arc<dyn AnswerViews>, LoadError> {
    match Records::decode(&bytes) {
        Ok(records) => Ok(Arc::new(records)),
        Err(detail) => Err(LoadError::Form(RECORDS.title, detail)),
    }
}

impl From<SplitLoaderError> for LoadError {
    fn from(_: SplitLoaderError) -> Self {
        Self::Network("le programme des fiches")
    }
}
