//! The departments in detail: fetched when the map is large enough and they are in sight.
//!
//! Until all that are in sight are here the coarser map stays. One that cannot be had is left coarse.

use super::fetch::{fetch_silently, served_url};
use leptos::prelude::*;
use leptos::task::spawn_local;
use map::{Atlas, Detail, Model, Viewport, departments_in_detail};
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use web_sys::AbortController;

/// How many details are kept although they are out of sight.
const KEPT: usize = 12;

/// The details, each department by its index: at hand, on their way, failed, wanted.
#[derive(Default)]
pub(crate) struct Details {
    here: Vec<Arc<Detail>>,
    coming: Vec<Request>,
    failed: Vec<usize>,
    wanted: Vec<usize>,
}

/// A request for the detail of a department.
struct Request {
    department: usize,
    controller: AbortController,
}

/// Requests what is in sight in `view` and not here, cancels what no longer is, and puts the details
/// into `atlas` when they are complete.
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
    /// Wants these departments and no others. Returns those to request.
    fn want(&mut self, wanted: Vec<usize>) -> Vec<usize> {
        let is_wanted = |department: usize| wanted.contains(&department);
        self.coming.retain(|request| {
            let stays = is_wanted(request.department);
            if !stays {
                request.controller.abort();
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
        let missing =
            wanted.iter().copied().filter(|&department| !self.is_known(department)).collect();
        self.wanted = wanted;
        missing
    }

    fn is_known(&self, department: usize) -> bool {
        self.here.iter().any(|detail| detail.department == department)
            || self.coming.iter().any(|request| request.department == department)
            || self.failed.contains(&department)
    }

    /// The wanted details that are here; none while some are on their way.
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
    let Ok(controller) = AbortController::new() else { return };
    let signal = controller.signal();
    details.borrow_mut().coming.push(Request { department, controller });
    spawn_local(async move {
        let url = served_url(&model.details[department]);
        let loaded = fetch_silently(&url, "le détail d’un département", Some(&signal)).await;
        if signal.aborted() {
            return;
        }
        let detail = loaded.ok().and_then(|bytes| Detail::decode(&bytes, department, &model).ok());
        {
            let mut details = details.borrow_mut();
            details.coming.retain(|request| request.department != department);
            match detail {
                Some(detail) => details.here.push(Arc::new(detail)),
                None => details.failed.push(department),
            }
        }
        show(&details, atlas);
    });
}

/// Puts the details on the map when they are complete, unless they are there already.
fn show(details: &Rc<RefCell<Details>>, atlas: RwSignal<Option<Atlas>>) {
    let (Some(known), Some(complete)) = (atlas.get_untracked(), details.borrow().complete()) else {
        return;
    };
    let is_there = |detail: &Arc<Detail>| known.detail(detail.department).is_some();
    if complete.len() != known.details().len() || !complete.iter().all(is_there) {
        atlas.set(Some(known.with_details(&complete)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_detail_that_failed_is_requested_again_when_it_comes_back_into_sight() {
        let mut details = Details { failed: vec![69], ..Details::default() };
        assert_eq!(details.want(vec![1, 69]), [1]);
        assert_eq!(details.want(vec![1]), [1], "nothing has come");
        assert_eq!(details.want(vec![1, 69]), [1, 69]);
        assert_eq!(details.complete().map(|complete| complete.len()), Some(0));
    }
}
