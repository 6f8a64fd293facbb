//! Cooperative gestures: in a frame of another page, that page keeps its scroll.

use map::{ScreenPoint, Territory, ZOOM_STEP};
use scenarios::{MapPage, Modifier, SERVED, Site, Window, assert_sees};

/// The page of a town hall, longer than the window.
const HOST: &str = r#"<!doctype html>
<html lang="fr">
<head><title>Mairie</title><meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body>
<p><iframe src="./territoire/departement-69/" title="Santé des territoires" width="340" height="560"></iframe></p>
<p><canvas width="10" height="4000"></canvas></p>
</body>
</html>"#;

/// A point of the map that nothing lies over.
const MIDDLE: ScreenPoint = ScreenPoint { x: 170.0, y: 170.0 };

#[tokio::test]
async fn the_wheel_scrolls_the_page_around_the_frame_and_a_hint_says_what_to_hold() {
    let page = visit(Window::Desk).await;
    let before = page.pixel_hash().await;
    assert_eq!(page.hint().await, None, "no hint before it is needed");

    page.watch_scroll().await;
    page.turn_wheel_in_frame(MIDDLE, -1, Modifier::None).await;

    assert!(page.until_scrolled().await > 0.0, "the page has scrolled");
    let hint = page.hint().await;
    assert_eq!(hint.as_deref(), Some("Ctrl (ou ⌘) + molette pour agrandir la carte"));
    assert_eq!(page.pixel_hash().await, before, "the map after the wheel alone");
}

#[tokio::test]
async fn the_wheel_with_ctrl_or_command_zooms_the_map_and_leaves_the_page_where_it_is() {
    for held in [Modifier::Ctrl, Modifier::Meta] {
        let page = visit(Window::Desk).await;
        let view = page.framed_view_around(rhone()).await;

        page.turn_wheel_in_frame(MIDDLE, 1, held).await;

        assert_sees(&page, &view.zoomed(ZOOM_STEP, MIDDLE), &format!("with {held:?}")).await;
        assert_eq!(page.scrolled().await, 0.0, "the page has not scrolled, with {held:?}");
        assert_eq!(page.hint().await, None, "with {held:?}");
    }
}

#[tokio::test]
async fn one_finger_scrolls_the_page_around_the_frame_and_a_hint_asks_for_two() {
    let page = visit(Window::Phone).await;
    let before = page.pixel_hash().await;

    page.watch_scroll().await;
    page.drag_with_finger(MIDDLE, ScreenPoint::new(MIDDLE.x, MIDDLE.y - 120.0)).await;

    assert!(page.until_scrolled().await > 0.0, "the page has scrolled");
    assert_eq!(page.hint().await.as_deref(), Some("Deux doigts pour déplacer la carte"));
    assert_eq!(page.pixel_hash().await, before, "the map after one finger");
}

#[tokio::test]
async fn two_fingers_move_the_map_in_a_frame() {
    let page = visit(Window::Phone).await;
    let view = page.framed_view_around(rhone()).await;
    let [one, other] = [-40.0, 40.0].map(|x| ScreenPoint::new(MIDDLE.x + x, MIDDLE.y));
    let down = |at: ScreenPoint| ScreenPoint::new(at.x, at.y + 50.0);

    page.pinch([one, other], [down(one), down(other)]).await;

    assert_sees(&page, &view.panned(0.0, 50.0), "after two fingers").await;
    assert_eq!(page.scrolled().await, 0.0, "the page has not scrolled");
}

/// The framed map, moving at once.
async fn visit(window: Window) -> MapPage {
    let site = Site::copied();
    site.write("mairie.html", HOST);
    let page = MapPage::of(&site, window).await;
    page.reduce_motion().await;
    page.visit_frame("mairie.html").await;
    page
}

fn rhone() -> Territory {
    SERVED.territory("departement-69")
}
