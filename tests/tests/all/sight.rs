//! Whether the page shows the view that it should: what is under the pointer all over the map.

use map::text::typographic;
use map::{Atlas, COMMUNE_BORDERS_BELOW, ScreenPoint, Territory, Viewport};
use scenarios::{MapPage, NameTag, SERVED};

/// How many columns and rows of probes there are.
const PROBES: u32 = 9;

/// How far from every border a probe must be, CSS pixels: rounding may move the map by one.
const CLEARANCE: f64 = 2.5;

/// Asserts that the page shows `view`: the names at places all over the middle of the map.
pub async fn assert_sees(page: &MapPage, view: &Viewport, when: &str) {
    assert_sees_in(page, &SERVED.atlas(view), view, when).await;
}

/// The same for a ground of which something may be missing.
pub async fn assert_sees_in(page: &MapPage, atlas: &Atlas, view: &Viewport, when: &str) {
    let probes = probes(atlas, view);
    assert!(probes.len() > 5, "{when}: only {} probes", probes.len());
    let places: Vec<ScreenPoint> = probes.iter().map(|(at, _)| *at).collect();
    let found = page.names_at(&places).await;
    let pairs = probes.iter().zip(found);
    let wrong: Vec<_> = pairs.filter(|((_, name), tag)| !is_about(tag.as_ref(), name)).collect();
    assert!(wrong.is_empty(), "{when}: {} of {} wrong: {wrong:#?}", wrong.len(), probes.len());
}

/// Places of the map, and the name that shows there: of the commune where those are told apart.
fn probes(atlas: &Atlas, view: &Viewport) -> Vec<(ScreenPoint, String)> {
    let name_at = |at: ScreenPoint| {
        let (cell, commune) = atlas.at(view.map_from_screen(at))?;
        let commune = commune.filter(|_| view.resolution < COMMUNE_BORDERS_BELOW);
        let territory: Territory = SERVED.model.territory_of(cell);
        Some(typographic(commune.unwrap_or(SERVED.model.name(territory))))
    };
    // The middle: nothing lies over it.
    let place = |step: u32, size: f64| (0.3 + 0.35 * f64::from(step) / f64::from(PROBES)) * size;
    let grid = (0..PROBES * PROBES).map(|step| (step % PROBES, step / PROBES));
    let places = grid.map(|(column, row)| {
        ScreenPoint::new(place(column, view.size.0).round(), place(row, view.size.1).round())
    });
    let is_clear = |at: ScreenPoint, name: &String| {
        let around = [(-1.0, -1.0), (0.0, -1.0), (1.0, -1.0), (-1.0, 0.0), (1.0, 0.0)];
        let around = around.into_iter().chain([(-1.0, 1.0), (0.0, 1.0), (1.0, 1.0)]);
        let mut places =
            around.map(|(x, y)| ScreenPoint::new(at.x + x * CLEARANCE, at.y + y * CLEARANCE));
        places.all(|place| name_at(place).as_ref() == Some(name))
    };
    let named = places.filter_map(|at| Some((at, name_at(at)?)));
    named.filter(|(at, name)| is_clear(*at, name)).collect()
}

fn is_about(tag: Option<&NameTag>, name: &str) -> bool {
    tag.is_some_and(|tag| tag.name == name)
}
