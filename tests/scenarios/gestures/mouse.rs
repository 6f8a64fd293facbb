//! A mouse besides dragging and the wheel: buttons, double clicks, hovering, letting go.

use map::{Projection, ScreenPoint, Territory, Viewport, ZOOM_STEP};
use scenarios::{Fling, MapPage, Rect, SERVED, Sweep, Window, assert_sees};

use super::{AT_SEA, BORDEAUX};

const PARIS: &str = "epci-200054781";

/// The width by which a stroke reaches beyond its territory, in CSS pixels, with some rounding.
const STROKE: f64 = 16.0;

#[tokio::test]
async fn a_double_click_zooms_about_the_pointer_and_chooses_nothing() {
    let page = MapPage::visit(Window::Desk).await;
    let country = page.view_of_country().await;
    let at = SERVED.point_of(BORDEAUX, &country);
    let at = ScreenPoint::new(at.x.round(), at.y.round());

    let entries = page.history_length().await;

    page.double_click(at).await;

    assert_sees(&page, &country.zoomed(ZOOM_STEP * ZOOM_STEP, at), "after a double click").await;
    assert_eq!(page.heading().await, "Ce que montre la carte");
    assert_eq!(page.history_length().await, entries, "nothing was chosen meanwhile either");
}

#[tokio::test]
async fn the_buttons_zoom_about_the_middle_and_lead_back_to_the_whole_country() {
    let page = MapPage::visit(Window::Desk).await;
    let country = page.view_of_country().await;
    let middle = ScreenPoint::new(country.size.0 / 2.0, country.size.1 / 2.0);

    for (button, steps) in [("Agrandir", 1), ("Agrandir", 2), ("Agrandir", 3), ("Réduire", 2)] {
        page.press(button).await;
        let view = country.zoomed(ZOOM_STEP.powi(steps), middle);
        assert_sees(&page, &view, &format!("{steps} steps closer")).await;
    }
    page.press("Toute la France").await;
    assert_sees(&page, &country, "home again").await;
}

#[tokio::test]
async fn what_is_under_the_mouse_is_outlined_until_the_mouse_is_elsewhere() {
    let page = MapPage::visit(Window::Desk).await;
    let country = page.view_of_country().await;
    assert_eq!(page.layer_rects().await.hover, None, "nothing at first");

    page.point_at(SERVED.point_of(BORDEAUX, &country)).await;
    let hover = page.layer_rects().await.hover.unwrap();
    assert_is_around(hover, SERVED.territory(BORDEAUX), &country);

    page.point_at_button("Agrandir").await;
    assert_eq!(page.layer_rects().await.hover, None, "the mouse has left the map");
    assert_eq!(page.layer_rects().await.selection, None, "nothing was clicked");
}

#[tokio::test]
async fn a_mouse_that_sweeps_is_named_a_few_times_a_second_and_where_it_stops() {
    let page = MapPage::visit(Window::Desk).await;
    let country = page.view_of_country().await;
    let [from, to] = [PARIS, BORDEAUX].map(|city| SERVED.point_of(city, &country));
    let way = |n: u32| {
        let share = f64::from(n) / 60.0;
        ScreenPoint::new(from.x + share * (to.x - from.x), from.y + share * (to.y - from.y))
    };

    let Sweep { changes, took_ms } = page.sweep(&(0..=60).map(way).collect::<Vec<_>>()).await;
    page.settle().await;

    let hit_tests = 2 + (took_ms / 100.0) as usize;
    assert!((3..=hit_tests).contains(&changes), "{changes} names in {took_ms} ms");
    assert_eq!(page.name_shown().await.as_deref(), Some("Bordeaux Métropole"));
}

#[tokio::test]
async fn a_zoom_leaves_no_name_of_where_the_mouse_was_just_before() {
    let page = MapPage::visit(Window::Desk).await;
    let country = page.view_of_country().await;
    let [from, to] = [PARIS, BORDEAUX].map(|city| SERVED.point_of(city, &country));

    page.sweep_and_zoom(&[from, to]).await;

    assert_eq!(page.name_shown().await, None);
}

#[tokio::test]
async fn a_click_chooses_what_was_outlined_and_brings_it_into_view() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    let country = page.view_of_country().await;

    page.touch(SERVED.point_of(BORDEAUX, &country)).await;

    assert_eq!(page.heading().await, "Bordeaux Métropole");
    let view = page.view_around(SERVED.territory(BORDEAUX)).await;
    assert_sees(&page, &view, "brought into view").await;
    let selection = page.layer_rects().await.selection.unwrap();
    assert_is_around(selection, SERVED.territory(BORDEAUX), &view);
}

#[tokio::test]
async fn a_click_at_sea_closes_the_answer() {
    let page = MapPage::visit(Window::Desk).await;
    page.visit_address("territoire/departement-69/#@45,4,1500").await;
    assert_eq!(page.heading().await, "Rhône");
    let view = page.view_in_address().await.unwrap();

    page.touch(view.screen_from_map(Projection::Mainland.map_from_lon_lat(AT_SEA))).await;

    assert_eq!(page.heading().await, "Ce que montre la carte");
    assert_eq!(page.layer_rects().await.selection, None);
}

#[tokio::test]
async fn a_map_that_is_let_go_in_motion_goes_on_in_that_direction_and_comes_to_rest() {
    let page = MapPage::visit(Window::Desk).await;
    page.choose("Rhône").await;
    let before = page.view_of("69").await;
    let from = ScreenPoint::new(400.0, 300.0);

    page.fling(from, Fling { right: 25, down: 0, moves: 8 }).await;

    let after = page.view_in_address().await.unwrap();
    let moved = (before.center.x - after.center.x) / before.resolution;
    assert!(moved > 210.0, "dragged by 200 pixels, moved by {moved} only");
    let aside = (before.center.y - after.center.y).abs() / before.resolution;
    assert!(aside < 2.0, "dragged straight to the right, moved by {aside} across");
}

/// Asserts that a layer marks a territory: its rectangle and the width of a stroke.
fn assert_is_around(rect: Rect, territory: Territory, view: &Viewport) {
    let bounds = SERVED.atlas(view).bounds(&territory.into());
    let (min, max) = (view.screen_from_map(bounds.min), view.screen_from_map(bounds.max));
    let gaps = [min.x - rect.left, max.y - rect.top, rect.right - max.x, rect.bottom - min.y];
    let is_close = gaps.into_iter().all(|gap| (0.0..=STROKE).contains(&gap));
    assert!(is_close, "{rect:?} is not around {}: {gaps:?}", SERVED.model.name(territory));
}
