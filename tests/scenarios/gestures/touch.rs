//! Fingers: what a tap chooses, drag, pinch, double tap.

use map::{Projection, ScreenPoint, ZOOM_STEP};
use scenarios::{MapPage, SERVED, Window, assert_sees};

use super::AT_SEA;

/// The intercommunality of Grenoble.
const GRENOBLE: &str = "epci-200040715";

/// Four communes on an island of 17 km, a few pixels wide on a telephone.
const BELLE_ILE: &str = "epci-245600465";

/// Taps of a hand that means the same thing, CSS pixels apart.
const TAPS: [(f64, f64); 3] = [(0.0, 0.0), (6.0, 0.0), (0.0, 6.0)];

#[tokio::test]
async fn taps_six_pixels_apart_on_the_country_open_the_same_department_and_bring_it_into_view() {
    let page = MapPage::visit(Window::Phone).await;
    let country = page.view_of_country().await;
    let at = SERVED.point_of("departement-38", &country);
    for (right, down) in TAPS {
        page.visit_address("").await;

        page.tap(ScreenPoint::new(at.x + right, at.y + down)).await;

        assert_eq!(page.heading().await, "Isère", "{right}, {down} pixels aside");
    }
    assert_sees(&page, &page.view_of("38").await, "after a tap").await;
}

#[tokio::test]
async fn a_tap_on_the_country_where_departments_are_tiny_opens_the_region() {
    let page = MapPage::visit(Window::Phone).await;
    let country = page.view_of_country().await;

    page.tap(SERVED.point_of("departement-93", &country)).await;

    assert_eq!(page.heading().await, "Île-de-France");
}

#[tokio::test]
async fn taps_lead_from_the_department_to_the_intercommunality_and_to_the_commune() {
    let page = MapPage::visit_without_motion(Window::Phone).await;
    page.choose("Isère").await;

    page.tap(SERVED.point_of(GRENOBLE, &page.view_of("38").await)).await;
    assert_eq!(page.heading().await, "Grenoble-Alpes-Métropole");

    page.visit_address(&format!("territoire/{GRENOBLE}/#@45.168,5.763,60")).await;
    let (width, height) = page.size().await;
    page.tap(ScreenPoint::new(width / 2.0, height / 2.0)).await;
    let address = page.shown_address().await;
    assert!(address.contains("#commune-38421"), "Saint-Martin-d’Hères: {address}");
}

#[tokio::test]
async fn a_tap_beside_a_small_island_selects_its_department() {
    let page = MapPage::visit(Window::Phone).await;
    let country = page.view_of_country().await;
    let island = SERVED.point_of(BELLE_ILE, &country);
    let beside = ScreenPoint::new(island.x - 6.0, island.y);
    let under = SERVED.model.at(country.map_from_screen(beside));
    assert_eq!(under, None, "beside the island is the sea");

    page.tap(beside).await;

    assert_eq!(page.heading().await, "Morbihan");
}

#[tokio::test]
async fn a_tap_far_from_any_land_closes_the_answer() {
    let page = MapPage::visit(Window::Phone).await;
    page.visit_address("territoire/departement-69/#@45,4,2500").await;
    assert_eq!(page.heading().await, "Rhône");
    let view = page.view_in_address().await.unwrap();

    page.tap(view.screen_from_map(Projection::Mainland.map_from_lon_lat(AT_SEA))).await;

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
async fn a_double_tap_zooms_about_the_finger_and_chooses_nothing() {
    let page = MapPage::visit(Window::Phone).await;
    page.choose("Rhône").await;
    let view = page.view_of("69").await;
    let at = ScreenPoint::new(150.0, 160.0);
    let entries = page.history_length().await;

    page.double_tap(at).await;

    assert_sees(&page, &view.zoomed(ZOOM_STEP * ZOOM_STEP, at), "after a double tap").await;
    assert_eq!(page.heading().await, "Rhône");
    assert_eq!(page.history_length().await, entries, "nothing was chosen meanwhile either");
}

#[tokio::test]
async fn an_inset_is_reached_by_a_tap() {
    let page = MapPage::visit(Window::Phone).await;
    let country = page.view_of_country().await;
    let reunion = SERVED.model.bounds(SERVED.territory("departement-974")).center();
    assert_eq!(Projection::at(reunion), Projection::of_department("974"));

    page.tap(country.screen_from_map(reunion)).await;

    assert_eq!(page.heading().await, "La Réunion");
}
