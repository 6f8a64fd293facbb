//! A pen: it points in the air, taps and drags on the screen.

use map::ScreenPoint;
use scenarios::{MapPage, SERVED, Window, assert_sees};

use super::BORDEAUX;

#[tokio::test]
async fn a_pen_in_the_air_shows_what_is_under_it_and_a_tap_selects_that() {
    let page = MapPage::visit(Window::Desk).await;
    let country = page.view_of_country().await;
    let bordeaux = SERVED.point_of(BORDEAUX, &country);

    page.point_with_pen(bordeaux).await;
    assert_eq!(page.name_shown().await.as_deref(), Some("Bordeaux Métropole"));
    assert!(page.layer_rects().await.hover.is_some(), "what is under the pen is outlined");
    assert_eq!(page.layer_rects().await.selection, None, "a pen in the air selects nothing");

    page.tap_with_pen(bordeaux).await;
    assert_eq!(page.heading().await, "Bordeaux Métropole");
}

#[tokio::test]
async fn a_pen_on_the_screen_drags_the_map_and_selects_nothing() {
    let page = MapPage::visit(Window::Desk).await;
    page.choose("Rhône").await;
    let view = page.view_of("69").await;

    page.drag_with_pen(ScreenPoint::new(400.0, 300.0), 120, -60).await;

    assert_sees(&page, &view.panned(120.0, -60.0), "after a drag").await;
    assert_eq!(page.heading().await, "Rhône");
}
