//! No line of sea along shared borders, on every screen and at every zoom.

use map::{Atlas, CITY_BELOW, Layer, LonLat, MapPoint, Palette, Projection, ScreenPoint, Viewport};
use scenarios::{Lines, MapPage, SERVED, Site, Window, beside};

/// The distance between samples along a border, in CSS pixels; it has no common factor with the side
/// of a tile.
const STEP: f64 = 7.0;

/// The reach of a seat and its halo, in CSS pixels.
const SEAT_REACH: f64 = 12.0;

#[tokio::test]
async fn no_sea_shows_along_shared_borders_at_a_ratio_of_1() {
    assert_no_gaps(100).await;
}

#[tokio::test]
async fn no_sea_shows_along_shared_borders_at_a_ratio_of_1_5() {
    assert_no_gaps(150).await;
}

#[tokio::test]
async fn no_sea_shows_along_shared_borders_at_a_ratio_of_2() {
    assert_no_gaps(200).await;
}

#[tokio::test]
async fn no_sea_shows_along_shared_borders_at_a_ratio_of_3() {
    assert_no_gaps(300).await;
}

#[tokio::test]
async fn no_sea_shows_between_a_department_that_cannot_be_had_closely_and_its_neighbours() {
    let site = Site::copied();
    let _missing = site.without("data/carte/69.");
    let page = MapPage::visit_site_without_motion(&site, Window::Desk).await;
    page.toggle(Layer::Projects).await;
    page.darken().await;

    page.choose("Rhône").await;
    page.press("Fermer la fiche").await;

    let view = page.view_of("69").await;
    let atlas = SERVED.atlas_without("69", &view);
    assert_no_gap_of(&atlas, &page, &view, "Rhône from afar").await;
}

#[tokio::test]
async fn no_sea_shows_between_departments_seen_as_closely_as_a_city() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    let view = approach_givors(&page).await;
    assert_no_gap(&page, &view, "Givors").await;
}

#[tokio::test]
async fn no_sea_shows_between_a_department_without_its_city_file_and_its_neighbours() {
    let site = Site::copied();
    let _missing = site.without("data/carte/69-ville.");
    let page = MapPage::visit_site_without_motion(&site, Window::Desk).await;
    let view = approach_givors(&page).await;
    let atlas = SERVED.atlas_without_city("69", &view);
    assert_no_gap_of(&atlas, &page, &view, "Givors, Rhône from farther").await;
}

/// Goes where Rhône, Loire and Isère meet, on the dark map.
async fn approach_givors(page: &MapPage) -> Viewport {
    let givors: MapPoint =
        Projection::of_department("69").map_from_lon_lat(LonLat::new(4.79, 45.565));
    page.toggle(Layer::Projects).await;
    page.darken().await;
    page.choose("Rhône").await;
    page.press("Fermer la fiche").await;
    let rhone = page.view_of("69").await;
    page.approach_until(rhone, givors, CITY_BELOW).await
}

/// Asserts it at three zooms, on the dark map: there the sea is darker than all areas and lines, and
/// than every mixture of them. Symbols are as dark: those of projects are switched off, seats avoided.
async fn assert_no_gaps(percent: u32) {
    let page = MapPage::visit_without_motion(Window::Dense(percent)).await;
    page.toggle(Layer::Projects).await;
    page.darken().await;
    assert_no_gap(&page, &page.view_of_country().await, "the country").await;
    page.choose("Rhône").await;
    page.press("Fermer la fiche").await;
    let rhone = page.view_of("69").await;
    assert_no_gap(&page, &rhone, "Rhône").await;
    let communes = page.approach(rhone, ScreenPoint::new(400.0, 300.0), 3).await;
    assert_no_gap(&page, &communes, "communes").await;
}

async fn assert_no_gap(page: &MapPage, view: &Viewport, when: &str) {
    assert_no_gap_of(&SERVED.atlas(view), page, view, when).await;
}

async fn assert_no_gap_of(atlas: &Atlas, page: &MapPage, view: &Viewport, when: &str) {
    let coast = Lines::of_coasts(atlas, view);
    let shared = Lines::of(atlas, view, |_, arc| arc.left.is_some() && arc.right.is_some());
    let samples = beside(&shared, &coast, view, STEP);
    let samples = away_from_seats(samples, view);
    assert!(samples.len() > 1_000, "{when}: only {} samples", samples.len());

    let sea = page.indices_painted(Palette::DARK.outside, &samples).await;

    let points: Vec<ScreenPoint> = sea.iter().map(|&index| samples[index]).collect();
    assert!(sea.is_empty(), "{when}: {} of {}: {points:?}", sea.len(), samples.len());
}

/// The samples that no seat may lie on.
fn away_from_seats(samples: Vec<ScreenPoint>, view: &Viewport) -> Vec<ScreenPoint> {
    let seats = Layer::ALL.into_iter().flat_map(|layer| SERVED.model.seats(layer));
    let seats: Vec<ScreenPoint> = seats.map(|seat| view.screen_from_map(seat.at)).collect();
    let is_clear = |at: &ScreenPoint| {
        seats.iter().all(|seat| (seat.x - at.x).hypot(seat.y - at.y) > SEAT_REACH)
    };
    samples.into_iter().filter(is_clear).collect()
}
