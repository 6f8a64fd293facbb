//! Dragging, the wheel, two fingers on a track pad.

use map::{GestureHandling, ScreenPoint, ViewChange, WheelKind, wheel_change};
use scenarios::{MapPage, SERVED, Window, assert_sees};

#[tokio::test]
async fn dragging_moves_the_map_with_the_pointer_and_selects_nothing() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.choose("Rhône").await;
    let (name, from) = outermost(&page).await;
    assert!(page.is_named(from, name).await, "{name} is where it should be");
    let before = page.pixel_hash().await;

    page.drag(from, -40, 60).await;

    assert_eq!(page.heading().await, "Rhône", "what is selected");
    assert_ne!(page.pixel_hash().await, before, "the map has moved");
    let to = ScreenPoint::new(from.x - 40.0, from.y + 60.0);
    assert!(page.is_named(to, name).await, "what was held is under the pointer");
}

#[tokio::test]
async fn the_wheel_zooms_about_the_pointer() {
    let page = MapPage::visit(Window::Desk).await;
    page.choose("Rhône").await;
    let (name, at) = outermost(&page).await;
    assert!(page.is_named(at, name).await, "{name} is where it should be");

    for notches in [2, -3] {
        let before = page.pixel_hash().await;
        page.turn_wheel(at, notches).await;
        assert_ne!(page.pixel_hash().await, before, "the map after {notches} notches");
        let is_named = page.is_named(at, name).await;
        assert!(is_named, "under the pointer after {notches} notches");
    }
}

#[tokio::test]
async fn two_fingers_that_part_on_a_track_pad_zoom_the_map_and_not_the_page() {
    let page = MapPage::visit(Window::Desk).await;
    page.choose("Rhône").await;
    let view = page.view_of("69").await;
    let at = ScreenPoint::new(400.0, 300.0);
    let turns_px = [4.0, 12.0, 20.0, 14.0, 6.0];

    page.part_fingers_on_pad(at, &turns_px).await;

    let factor: f64 = turns_px.iter().map(|&turn| zoom_of(turn, at)).product();
    assert!(factor > 1.5, "a movement that can be seen, found {factor}");
    assert_sees(&page, &view.zoomed(factor, at), "after the fingers parted").await;
    assert_eq!(page.widths().await.window, 1280.0, "the page is as large as it was");
}

/// The factor by which two fingers zoom that part by so many pixels.
fn zoom_of(turn_px: f64, at: ScreenPoint) -> f64 {
    match wheel_change(-turn_px, WheelKind::Pinch, at, GestureHandling::Greedy) {
        ViewChange::Zoom { factor, .. } => factor,
        other => panic!("a zoom, found {other:?}"),
    }
}

/// The intercommunality of Rhône that is farthest from the middle of the map, which a zoom about
/// the middle would push away, and where it is: a whole pixel, as mice count.
async fn outermost(page: &MapPage) -> (&'static str, ScreenPoint) {
    let view = page.view_of("69").await;
    let points = SERVED.epci_of("69").map(|epci| {
        let at = view.screen_from_map(SERVED.anchor(epci, &view));
        (SERVED.model.name(epci), ScreenPoint::new(at.x.round(), at.y.round()))
    });
    let (x, y) = (view.size.0 / 2.0, view.size.1 / 2.0);
    let distance = |at: ScreenPoint| (at.x - x).hypot(at.y - y);
    points.max_by(|one, other| distance(one.1).total_cmp(&distance(other.1))).unwrap()
}
