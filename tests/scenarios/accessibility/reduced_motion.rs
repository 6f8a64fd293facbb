//! Reduced motion: nothing moves by itself for people who asked for that.

use map::ScreenPoint;
use scenarios::{Fling, MapPage, SERVED, Window, assert_sees};

/// The number of positions of a raster that jumps: where it was, where it is scaled until it is
/// painted, where it is painted.
const JUMP: usize = 3;

#[tokio::test]
async fn a_choice_flies_there_and_jumps_there_when_less_motion_is_asked_for() {
    let page = MapPage::visit(Window::Desk).await;
    let flown = page.positions_during(|| page.choose("Rhône")).await;
    assert!(flown > JUMP, "a flight has steps, found {flown}");

    let page = MapPage::visit_without_motion(Window::Desk).await;
    let jumped = page.positions_during(|| page.choose("Rhône")).await;
    assert!(jumped <= JUMP, "a jump has none, found {jumped}");
    assert_sees(&page, &page.view_of("69").await, "after the jump").await;
}

#[tokio::test]
async fn a_map_that_is_let_go_in_motion_stays_where_it_is() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.choose("Rhône").await;
    let view = page.view_of("69").await;

    page.fling(ScreenPoint::new(400.0, 300.0), Fling { right: 25, down: 0, moves: 8 }).await;

    assert_sees(&page, &view.panned(200.0, 0.0), "where it was let go").await;
}

#[tokio::test]
async fn the_wheel_zooms_at_once() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    let country = page.view_of_country().await;
    let lyon = SERVED.point_of("epci-200046977", &country);

    let positions = page.positions_during(|| page.turn_wheel(lyon, 2)).await;

    assert!(positions <= JUMP, "a jump has no steps, found {positions}");
}
