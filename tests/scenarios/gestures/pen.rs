//! A pen: it points in the air, taps and drags on the screen.

use map::ScreenPoint;
use scenarios::{MapPage, SERVED, Window, assert_sees};

use super::LYON;

#[tokio::test]
async fn a_pen_in_the_air_shows_what_is_under_it_and_a_tap_selects_that() {
    let page = MapPage::visit(Window::Desk).await;
    let country = page.view_of_country().await;
    let lyon = SERVED.point_of(LYON, &country);

    page.point_with_pen(lyon).await;
    assert_eq!(page.name_shown().await.as_deref(), Some("Métropole de Lyon"));
    assert!(page.layer_rects().await.hover.is_some(), "what is under the pen is outlined");
    assert_eq!(page.layer_rects().await.selection, None, "a pen in the air selects nothing");

    page.tap_with_pen(lyon).await;
    assert_eq!(page.heading().await, "Métropole de Lyon");
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
