//! The map is painted up to its edges in every frame of a fast drag or zoom.

use map::ScreenPoint;
use scenarios::{EdgesSeen, Fling, MapPage, Window};

#[tokio::test]
async fn a_long_and_fast_drag_never_shows_an_edge_that_is_not_painted() {
    let page = MapPage::visit(Window::Desk).await;
    page.choose("Rhône").await;
    let from = ScreenPoint::new(420.0, 300.0);

    for (right, down, name) in
        [(60, 0, "to the right"), (-60, 0, "to the left"), (-37, 48, "aslant")]
    {
        let fling = Fling { right, down, moves: 50 };
        let EdgesSeen { frames, bare } = page.fling(from, fling).await;
        assert!(frames > 10, "{name}: only {frames} frames were checked");
        assert!(bare.is_empty(), "{name}: not painted in some frame of {frames}: {bare:?}");
    }
}

#[tokio::test]
async fn a_fast_zoom_out_never_shows_an_edge_that_is_not_painted() {
    let page = MapPage::visit(Window::Desk).await;
    page.choose("Rhône").await;
    page.watch_edges().await;

    for _ in 0..3 {
        page.turn_wheel(ScreenPoint::new(300.0, 200.0), -3).await;
    }

    let EdgesSeen { frames, bare } = page.edges_seen().await;
    assert!(frames > 10, "only {frames} frames were checked");
    assert!(bare.is_empty(), "not painted in some frame of {frames}: {bare:?}");
}
