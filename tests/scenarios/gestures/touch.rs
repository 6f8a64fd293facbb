//! Fingers: tap, drag, pinch, double tap.

use map::{Projection, ScreenPoint, ZOOM_STEP};
use scenarios::{MapPage, SERVED, Window, assert_sees};

use super::{AT_SEA, LYON};

/// Four communes on an island of 17 km, a few pixels wide on a telephone.
const BELLE_ILE: &str = "epci-245600465";

#[tokio::test]
async fn a_tap_beside_a_small_island_selects_it() {
    let page = MapPage::visit(Window::Phone).await;
    let country = page.view_of_country().await;
    let island = SERVED.point_of(BELLE_ILE, &country);
    let beside = ScreenPoint::new(island.x - 6.0, island.y);
    let under = SERVED.model.at(country.map_from_screen(beside));
    assert_eq!(under, None, "beside the island is the sea");

    page.tap(beside).await;

    assert_eq!(page.heading().await, "CC de Belle Ile en Mer");
}

#[tokio::test]
async fn a_tap_far_from_any_land_closes_the_answer() {
    let page = MapPage::visit(Window::Phone).await;
    let country = page.view_of_country().await;
    page.tap(SERVED.point_of(LYON, &country)).await;
    assert_eq!(page.heading().await, "Métropole de Lyon");

    page.tap(country.screen_from_map(Projection::Mainland.map_from_lon_lat(AT_SEA))).await;

    assert_eq!(page.heading().await, "Ce que montre la carte");
}

#[tokio::test]
async fn one_finger_drags_the_map() {
    let page = MapPage::visit(Window::Phone).await;
    page.choose("Rhône").await;
    let view = page.view_of("69").await;
    let from = ScreenPoint::new(180.0, 200.0);

    page.drag_with_finger(from, ScreenPoint::new(from.x + 60.0, from.y - 40.0)).await;

    assert_sees(&page, &view.panned(60.0, -40.0), "after a drag").await;
    assert_eq!(page.heading().await, "Rhône", "a drag selects nothing");
}

#[tokio::test]
async fn two_fingers_zoom_about_the_point_between_them_and_drag_as_they_go() {
    let page = MapPage::visit(Window::Phone).await;
    page.choose("Rhône").await;
    let view = page.view_of("69").await;
    let (x, y) = (160.0, 180.0);
    let apart =
        |spread: f64, x: f64| [ScreenPoint::new(x - spread, y), ScreenPoint::new(x + spread, y)];

    page.pinch(apart(40.0, x), apart(100.0, x + 30.0)).await;

    let closer = view.zoomed(2.5, ScreenPoint::new(x, y)).panned(30.0, 0.0);
    assert_sees(&page, &closer, "after two fingers parted").await;
    assert_eq!(page.heading().await, "Rhône", "a pinch selects nothing");
}

#[tokio::test]
async fn a_double_tap_zooms_about_the_finger() {
    let page = MapPage::visit(Window::Phone).await;
    page.choose("Rhône").await;
    let view = page.view_of("69").await;
    let at = ScreenPoint::new(150.0, 160.0);

    page.double_tap(at).await;

    assert_sees(&page, &view.zoomed(ZOOM_STEP * ZOOM_STEP, at), "after a double tap").await;
}

#[tokio::test]
async fn an_inset_is_reached_by_a_tap() {
    let page = MapPage::visit(Window::Phone).await;
    let country = page.view_of_country().await;
    let reunion = SERVED.model.bounds(SERVED.territory("departement-974")).center();
    assert_eq!(Projection::at(reunion), Projection::of_department("974"));

    page.tap(country.screen_from_map(reunion)).await;

    let own = SERVED.model.at(reunion).unwrap();
    assert_eq!(page.heading().await, SERVED.model.name(own));
}
