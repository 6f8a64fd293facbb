//! The departments in detail: fetched when the map is large enough and they are in sight, dropped
//! when it is not. Until all that are in sight are here the coarser map stays; one that cannot be
//! had leaves it as it is.

use super::fetch::{fetch, served_url};
use leptos::prelude::*;
use leptos::task::spawn_local;
use map::{Atlas, Detail, Model, Viewport, departments_in_detail};
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use web_sys::AbortController;

/// How many departments are kept although they are out of sight.
const KEPT: usize = 12;

/// What is here, what is on its way, what could not be had.
#[derive(Default)]
pub(crate) struct Details {
    here: Vec<Arc<Detail>>,
    coming: Vec<(usize, AbortController)>,
    failed: Vec<usize>,
    wanted: Vec<usize>,
}

/// Fetches what `view` wants and does not have, gives up what it no longer wants.
pub(crate) fn follow(
    details: &Rc<RefCell<Details>>,
    atlas: RwSignal<Option<Atlas>>,
    view: &Viewport,
) {
    let Some(known) = atlas.get_untracked() else { return };
    let wanted = departments_in_detail(&known.model, view);
    let missing = details.borrow_mut().want(wanted);
    for department in missing {
        request(Rc::clone(details), atlas, Arc::clone(&known.model), department);
    }
    show(details, atlas);
}

impl Details {
    /// Remembers what is wanted, gives up the rest, and says what is to be asked for.
    fn want(&mut self, wanted: Vec<usize>) -> Vec<usize> {
        let is_wanted = |department: usize| wanted.contains(&department);
        self.coming.retain(|(department, request)| {
            let stays = is_wanted(*department);
            if !stays {
                request.abort();
            }
            stays
        });
        // What failed is tried again when it comes into sight again.
        self.failed.retain(|&department| is_wanted(department));
        let mut spare = self.here.len().saturating_sub(KEPT);
        self.here.retain(|detail| {
            let goes = spare > 0 && !is_wanted(detail.department);
            spare -= usize::from(goes);
            !goes
        });
        let is_known = |department: &usize| {
            self.here.iter().any(|detail| detail.department == *department)
                || self.coming.iter().any(|(coming, _)| coming == department)
                || self.failed.contains(department)
        };
        let missing = wanted.iter().copied().filter(|department| !is_known(department)).collect();
        self.wanted = wanted;
        missing
    }

    /// What of the wanted is here, once nothing is on its way.
    fn complete(&self) -> Option<Vec<Arc<Detail>>> {
        let is_wanted = |detail: &&Arc<Detail>| self.wanted.contains(&detail.department);
        self.coming.is_empty().then(|| self.here.iter().filter(is_wanted).cloned().collect())
    }
}

fn request(
    details: Rc<RefCell<Details>>,
    atlas: RwSignal<Option<Atlas>>,
    model: Arc<Model>,
    department: usize,
) {
    let Ok(request) = AbortController::new() else { return };
    let signal = request.signal();
    details.borrow_mut().coming.push((department, request));
    spawn_local(async move {
        let url = served_url(&model.details[department]);
        let loaded = fetch(&url, "le détail d’un département", Some(&signal), |_| ()).await;
        let is_given_up = signal.aborted();
        let detail = loaded.ok().and_then(|bytes| Detail::decode(&bytes, department, &model).ok());
        {
            let mut details = details.borrow_mut();
            if is_given_up {
                return;
            }
            details.coming.retain(|(coming, _)| *coming != department);
            match detail {
                Some(detail) => details.here.push(Arc::new(detail)),
                None => details.failed.push(department),
            }
        }
        show(&details, atlas);
    });
}

/// Puts what is complete on the map, unless it is there already.
fn show(details: &Rc<RefCell<Details>>, atlas: RwSignal<Option<Atlas>>) {
    let (Some(known), Some(complete)) = (atlas.get_untracked(), details.borrow().complete()) else {
        return;
    };
    let is_there = |detail: &Arc<Detail>| known.detail(detail.department).is_some();
    if complete.len() != known.details().len() || !complete.iter().all(is_there) {
        atlas.set(Some(known.with_details(&complete)));
    }
}
