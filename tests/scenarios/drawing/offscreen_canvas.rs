//! A browser without `OffscreenCanvas` shows the same map.

use map::ScreenPoint;
use scenarios::{MapPage, Pixel, Site, Window};

/// A drag to the right, far enough for a part of the picture to be painted.
const DRAG: (i64, i64) = (220, 40);

#[tokio::test]
async fn where_nothing_is_painted_out_of_sight_the_map_is_the_same() {
    let of_today = MapPage::visit_without_motion(Window::Desk).await;
    let of_before = MapPage::of(&Site::built(), Window::Desk).await;
    of_before.paint_in_sight().await;
    of_before.reduce_motion().await;
    of_before.open().await;
    of_before.map_is_ready().await;

    let [today, before] = [seen(&of_today).await, seen(&of_before).await];

    assert!(today[0] != today[1], "the drag leads elsewhere");
    assert!(today == before, "the pictures are not the same");
}

/// The colours of a grid of points at rest, and after a drag.
async fn seen(page: &MapPage) -> [Vec<Pixel>; 2] {
    page.choose("Rhône").await;
    let chosen = page.colors_at(&grid()).await;
    page.drag(ScreenPoint::new(200.0, 400.0), DRAG.0, DRAG.1).await;
    page.settle().await;
    [chosen, page.colors_at(&grid()).await]
}

fn grid() -> Vec<ScreenPoint> {
    let point = |n: u32| ScreenPoint::new(5.0 + f64::from(n % 60) * 14.0, f64::from(n / 60) * 18.0);
    (0..60 * 40).map(point).collect()
}
