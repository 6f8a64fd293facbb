//! The shares of the second reading: fetched when it is chosen.

use super::AnswerViews;
use super::fetch::{fetch_silently, served_url};
use super::status::LoadError;
use leptos::prelude::*;
use leptos::task::spawn_local;
use map::served::SharesFile;
use std::sync::Arc;

/// The French name of the file, for errors.
const TITLE: &str = "les parts couvertes";

/// The shares, or their absence.
#[derive(Clone, Debug)]
pub(crate) enum Shares {
    Absent,
    Here(Arc<SharesFile>),
    Failed(LoadError),
}

/// Loads the shares into `shares`. Their address, and the program that reads them, come with the
/// answers.
pub(crate) fn load_shares(answers: Arc<dyn AnswerViews>, shares: RwSignal<Shares>) {
    spawn_local(async move {
        let url = served_url(answers.shares_address());
        let read = |bytes: Vec<u8>| {
            let decoded = answers.decode_shares(&bytes);
            decoded.map_err(|error| LoadError::Form(TITLE, error))
        };
        shares.set(match fetch_silently(&url, TITLE, None).await.and_then(read) {
            Ok(file) => Shares::Here(Arc::new(file)),
            Err(error) => Shares::Failed(error),
        });
    });
}

/// Loads the white zones once their address is here.
pub(crate) fn load_white_zones(
    answers: RwSignal<Option<Arc<dyn AnswerViews>>>,
    shares: RwSignal<Shares>,
) {
    Effect::new(move |_| {
        let is_absent = shares.with(|shares| matches!(shares, Shares::Absent));
        // Their address comes with the rest of the records.
        let is_known = |answers: &Arc<dyn AnswerViews>| !answers.shares_address().is_empty();
        if let Some(answers) = answers.get().filter(is_known).filter(|_| is_absent) {
            load_shares(answers, shares);
        }
    });
}
