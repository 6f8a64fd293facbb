//! The departments in detail: fetched when the map is large enough and they are in sight, at the
//! city level when it is larger still.
//!
//! Until all that are in sight are here the coarser map stays. One that cannot be had is left coarse, until
//! it comes into sight again or the line is back.

use super::fetch::{fetch_silently, served_url};
use leptos::prelude::*;
use leptos::task::spawn_local;
use map::{Atlas, DataError, Detail, DetailLevel, Model, Viewport, departments_in_detail};
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use web_sys::AbortController;

/// The number of details of each level that are kept out of sight. One takes about a third of a megabyte.
const KEPT: usize = 12;

/// The details: at hand, on their way, failed, wanted.
#[derive(Default)]
pub(crate) struct Details {
    here: Vec<Arc<Detail>>,
    coming: Vec<Request>,
    failed: Vec<Wanted>,
    wanted: Vec<Wanted>,
}

/// A department at a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Wanted {
    department: usize,
    level: DetailLevel,
}

/// A request for the detail of a department.
struct Request {
    wanted: Wanted,
    controller: AbortController,
}

/// The file of a detail, and how it is decoded.
enum Source {
    /// Every department has one.
    Overview(Arc<Model>),
    /// The coarser detail, which says where the closer one is.
    Detail(Arc<Detail>),
}

/// Requests what is in sight in `view` and not here, cancels what no longer is, and puts the details
/// into `atlas` when they are complete.
pub(crate) fn follow(
    details: &Rc<RefCell<Details>>,
    atlas: RwSignal<Option<Atlas>>,
    view: &Viewport,
) {
    let Some(known) = atlas.get_untracked() else { return };
    details.borrow_mut().want(wanted_in(&known.model, view));
    go_on(details, atlas, &known.model);
}

/// Whether the departments in sight of `view` are here in detail, or cannot be had.
pub(crate) fn are_here(details: &Rc<RefCell<Details>>, model: &Model, view: &Viewport) -> bool {
    let details = details.borrow();
    let mut wanted = wanted_in(model, view).into_iter();
    wanted.all(|one| {
        one.level == DetailLevel::City
            || details.detail(one).is_some()
            || details.failed.contains(&one)
    })
}

/// Gives what failed another chance.
pub(crate) fn forgive(details: &Rc<RefCell<Details>>) {
    details.borrow_mut().failed.clear();
}

/// Requests what can be requested, and shows what is complete.
fn go_on(details: &Rc<RefCell<Details>>, atlas: RwSignal<Option<Atlas>>, model: &Arc<Model>) {
    let missing = details.borrow().missing();
    for wanted in missing {
        request(Rc::clone(details), atlas, Arc::clone(model), wanted);
    }
    show(details, atlas);
}

/// The departments in sight, at the level of `view` and at the coarser ones, which are here sooner
/// and which a view from farther needs again.
fn wanted_in(model: &Model, view: &Viewport) -> Vec<Wanted> {
    let Some(finest) = DetailLevel::of(view) else { return Vec::new() };
    let levels = [DetailLevel::Department, DetailLevel::City].into_iter();
    let levels = levels.filter(|&level| level <= finest);
    let departments = departments_in_detail(model, view);
    levels
        .flat_map(|level| departments.iter().map(move |&department| Wanted { department, level }))
        .collect()
}

impl Wanted {
    fn of(detail: &Detail) -> Self {
        Self { department: detail.department, level: detail.level }
    }
}

impl Details {
    /// Wants these details and no others.
    fn want(&mut self, wanted: Vec<Wanted>) {
        self.coming.retain(|request| {
            let stays = wanted.contains(&request.wanted);
            if !stays {
                request.controller.abort();
            }
            stays
        });
        // What failed is tried again when it comes into sight again.
        self.failed.retain(|it| wanted.contains(it));
        for level in [DetailLevel::Department, DetailLevel::City] {
            let count = self.here.iter().filter(|detail| detail.level == level).count();
            let mut spare = count.saturating_sub(KEPT);
            self.here.retain(|detail| {
                let is_spare = detail.level == level && !wanted.contains(&Wanted::of(detail));
                let goes = spare > 0 && is_spare;
                spare -= usize::from(goes);
                !goes
            });
        }
        self.wanted = wanted;
    }

    /// The details to request now: wanted, not known, and of a known address.
    fn missing(&self) -> Vec<Wanted> {
        let has_address = |wanted: Wanted| match wanted.level {
            DetailLevel::Department => true,
            DetailLevel::City => {
                self.detail(Wanted { level: DetailLevel::Department, ..wanted }).is_some()
            }
        };
        let wanted = self.wanted.iter().copied();
        wanted.filter(|&one| !self.is_known(one) && has_address(one)).collect()
    }

    fn detail(&self, wanted: Wanted) -> Option<&Arc<Detail>> {
        self.here.iter().find(|detail| Wanted::of(detail) == wanted)
    }

    fn is_known(&self, wanted: Wanted) -> bool {
        self.detail(wanted).is_some()
            || self.is_coming(|request| request == wanted)
            || self.failed.contains(&wanted)
    }

    fn is_coming(&self, is_it: impl Fn(Wanted) -> bool) -> bool {
        self.coming.iter().any(|request| is_it(request.wanted))
    }

    /// The wanted details that are here, each department once, at its finest level; none while some
    /// are on their way. Those of the city level wait for each other as well, but for what
    /// `is_shown` already.
    fn complete(&self, is_shown: impl Fn(&Arc<Detail>) -> bool) -> Option<Vec<Arc<Detail>>> {
        if self.is_coming(|wanted| wanted.level == DetailLevel::Department) {
            return None;
        }
        let is_whole = !self.is_coming(|wanted| wanted.level == DetailLevel::City);
        let mut complete: Vec<Arc<Detail>> = Vec::new();
        // The coarser levels come first.
        for detail in self.wanted.iter().filter_map(|&wanted| self.detail(wanted)) {
            if detail.level == DetailLevel::Department || is_whole || is_shown(detail) {
                complete.retain(|coarser| coarser.department != detail.department);
                complete.push(Arc::clone(detail));
            }
        }
        Some(complete)
    }

    /// The source of a detail that is [`missing`](Self::missing).
    fn source(&self, wanted: Wanted, model: Arc<Model>) -> Source {
        let coarser = self.detail(Wanted { level: DetailLevel::Department, ..wanted });
        match coarser.filter(|_| wanted.level == DetailLevel::City) {
            Some(coarser) => Source::Detail(Arc::clone(coarser)),
            None => Source::Overview(model),
        }
    }
}

/// The detail of a department: the one at hand, or else from its file; none when that cannot be had.
pub(crate) async fn detail_of(atlas: &Atlas, department: usize) -> Option<Arc<Detail>> {
    if let Some(here) = atlas.detail(department) {
        return Some(Arc::clone(here));
    }
    let file = atlas.model.details.get(department)?;
    let bytes = fetch_silently(&served_url(file), "les communes", None).await.ok()?;
    Detail::decode(&bytes, department, &atlas.model).ok().map(Arc::new)
}

impl Source {
    fn address(&self, department: usize) -> &str {
        match self {
            Self::Overview(model) => &model.details[department],
            Self::Detail(detail) => &detail.city,
        }
    }

    fn decode(&self, department: usize, bytes: &[u8]) -> Result<Detail, DataError> {
        match self {
            Self::Overview(model) => Detail::decode(bytes, department, model),
            Self::Detail(detail) => detail.closer(bytes),
        }
    }
}

fn request(
    details: Rc<RefCell<Details>>,
    atlas: RwSignal<Option<Atlas>>,
    model: Arc<Model>,
    wanted: Wanted,
) {
    let Ok(controller) = AbortController::new() else { return };
    let signal = controller.signal();
    let department = wanted.department;
    let source = details.borrow().source(wanted, Arc::clone(&model));
    details.borrow_mut().coming.push(Request { wanted, controller });
    spawn_local(async move {
        let url = served_url(source.address(department));
        let loaded = fetch_silently(&url, "le détail d’un département", Some(&signal)).await;
        if signal.aborted() {
            return;
        }
        let detail = loaded.ok().and_then(|bytes| source.decode(department, &bytes).ok());
        {
            let mut details = details.borrow_mut();
            details.coming.retain(|request| request.wanted != wanted);
            match detail {
                Some(detail) => details.here.push(Arc::new(detail)),
                None => details.failed.push(wanted),
            }
        }
        go_on(&details, atlas, &model);
    });
}

/// Puts the details on the map when they are complete, unless they are there already.
fn show(details: &Rc<RefCell<Details>>, atlas: RwSignal<Option<Atlas>>) {
    let Some(known) = atlas.get_untracked() else { return };
    let is_there = |detail: &Arc<Detail>| {
        known.detail(detail.department).is_some_and(|shown| shown.level == detail.level)
    };
    let Some(complete) = details.borrow().complete(is_there) else { return };
    if complete.len() != known.details().len() || !complete.iter().all(is_there) {
        atlas.set(Some(known.with_details(&complete)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use map::DepartmentCode;
    use map::served::{DepartmentRow, MapFile};

    /// A file of a detail without any commune: every number and every length is zero.
    const EMPTY: [u8; 64] = [0; 64];

    const fn near(department: usize) -> Wanted {
        Wanted { department, level: DetailLevel::Department }
    }

    const fn city(department: usize) -> Wanted {
        Wanted { department, level: DetailLevel::City }
    }

    /// A detail without any commune.
    fn detail(wanted: Wanted) -> Arc<Detail> {
        let mut model = Model::new(MapFile::default()).unwrap();
        let code = DepartmentCode::new("69").unwrap();
        let row = DepartmentRow { code, nom: "Rhône".into(), region: 0, prefecture: None };
        model.departments = vec![row; 70];
        let detail = Detail::decode(&EMPTY, wanted.department, &model).unwrap();
        Arc::new(match wanted.level {
            DetailLevel::Department => detail,
            DetailLevel::City => detail.closer(&EMPTY).unwrap(),
        })
    }

    fn complete(details: &Details) -> Vec<Wanted> {
        details.complete(|_| false).unwrap().iter().map(|one| Wanted::of(one)).collect()
    }

    #[test]
    fn a_detail_that_failed_is_requested_again_when_it_comes_back_into_sight() {
        let mut details = Details { failed: vec![near(69)], ..Details::default() };
        details.want(vec![near(1), near(69)]);
        assert_eq!(details.missing(), [near(1)]);
        details.want(vec![near(1)]);
        assert_eq!(details.missing(), [near(1)], "nothing has come");
        details.want(vec![near(1), near(69)]);
        assert_eq!(details.missing(), [near(1), near(69)]);
        assert_eq!(complete(&details), []);
    }

    #[test]
    fn the_city_level_is_requested_once_its_address_is_here() {
        let mut details = Details::default();
        details.want(vec![near(1), near(69), city(1), city(69)]);
        assert_eq!(details.missing(), [near(1), near(69)]);
        details.here = vec![detail(near(69))];
        assert_eq!(details.missing(), [near(1), city(69)]);
    }

    #[test]
    fn a_city_that_cannot_be_had_leaves_the_detail_in_place() {
        let mut details = Details::default();
        details.want(vec![near(1), near(69), city(1), city(69)]);
        details.here = vec![detail(near(1)), detail(near(69)), detail(city(1))];
        details.failed = vec![city(69)];
        assert_eq!(complete(&details), [near(69), city(1)]);
        details.want(vec![near(1), near(69)]);
        assert_eq!(complete(&details), [near(1), near(69)], "farther away, the coarser level");
        details.want(vec![near(69), city(69)]);
        assert_eq!(details.missing(), [city(69)], "asked for again");
    }

    #[test]
    fn what_is_kept_out_of_sight_is_bounded_level_by_level() {
        let here = (0..20).flat_map(|one| [near(one), city(one)]).map(detail).collect();
        let mut details = Details { here, ..Details::default() };
        details.want(vec![near(0), city(0)]);
        let count = |level| details.here.iter().filter(|one| one.level == level).count();
        assert_eq!([DetailLevel::Department, DetailLevel::City].map(count), [KEPT, KEPT]);
        assert!(details.detail(city(0)).is_some(), "what is wanted stays");
    }
}
