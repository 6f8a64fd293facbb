//! Probes: names under the pointer all over the map, which tell which view the page shows.

use crate::{MapPage, NameTag, SERVED};
use map::text::typographic;
use map::{Atlas, PointerKind, ScreenPoint, Subject, Viewport, aimed_at};

/// The number of columns of probes, and of rows.
const PROBES: u32 = 13;

/// The distance of a probe from every border, in CSS pixels: rounding may move the map by one.
const CLEARANCE: f64 = 2.5;

/// Asserts that the page shows `view`: the right name at each probe.
pub async fn assert_sees(page: &MapPage, view: &Viewport, when: &str) {
    assert_sees_in(page, &SERVED.atlas(view), view, when).await;
}

/// Asserts the same where the page draws `atlas`, of which a detail may be missing.
pub async fn assert_sees_in(page: &MapPage, atlas: &Atlas, view: &Viewport, when: &str) {
    let probes = probes(atlas, view);
    assert!(probes.len() > 5, "{when}: only {} probes", probes.len());
    let points: Vec<ScreenPoint> = probes.iter().map(|probe| probe.at).collect();
    let found = page.names_at(&points).await;
    let is_wrong = |(probe, tag): &(&Probe, Option<NameTag>)| {
        tag.as_ref().is_none_or(|tag| tag.name != probe.name)
    };
    let wrong: Vec<_> = probes.iter().zip(found).filter(is_wrong).collect();
    assert!(wrong.is_empty(), "{when}: {} of {} wrong: {wrong:#?}", wrong.len(), probes.len());
}

/// A point of the map, and the name that shows there: of what a click chooses.
#[derive(Debug)]
struct Probe {
    at: ScreenPoint,
    name: String,
}

/// Probes away from every border, all over the middle of the map.
fn probes(atlas: &Atlas, view: &Viewport) -> Vec<Probe> {
    let name_at = |at: ScreenPoint| {
        let name = match aimed_at(atlas, view, at, PointerKind::Mouse)? {
            Subject::Territory(territory) => SERVED.model.name(territory),
            _ => atlas.at(view.map_from_screen(at))?.1?,
        };
        Some(typographic(name))
    };
    // The middle: nothing lies over it.
    let at = |step: u32, size: f64| (0.3 + 0.35 * f64::from(step) / f64::from(PROBES)) * size;
    let grid = (0..PROBES * PROBES).map(|step| (step % PROBES, step / PROBES));
    let points = grid.map(|(column, row)| {
        ScreenPoint::new(at(column, view.size.0).round(), at(row, view.size.1).round())
    });
    let symbols = SERVED.symbols();
    let is_clear = |probe: &Probe| {
        let around = [(-1.0, -1.0), (0.0, -1.0), (1.0, -1.0), (-1.0, 0.0), (1.0, 0.0)];
        let around = around.into_iter().chain([(-1.0, 1.0), (0.0, 1.0), (1.0, 1.0)]);
        let mut points = around
            .map(|(x, y)| ScreenPoint::new(probe.at.x + x * CLEARANCE, probe.at.y + y * CLEARANCE));
        symbols.at(view, probe.at, 2.0 * CLEARANCE).is_none()
            && points.all(|point| name_at(point).as_ref() == Some(&probe.name))
    };
    let named = points.filter_map(|at| Some(Probe { at, name: name_at(at)? }));
    named.filter(is_clear).collect()
}
