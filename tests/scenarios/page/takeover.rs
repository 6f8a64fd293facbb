//! The application takes over the page that was there before it, in the same place.

use map::MapPoint;
use scenarios::{MapPage, Rect, SERVED, Site, Window};

/// The most that the layout may shift: a fifth of what counts as good.
///
/// # Source
/// web.dev, *Cumulative Layout Shift*.
const MOST_SHIFT: f64 = 0.02;

/// The largest distance between an edge of a territory in the picture and on the map, CSS pixels: the
/// picture leaves out less than a pixel, and half the outline counts.
const MOST_APART: f64 = 5.0;

/// A page of each level.
const TERRITORIES: [&str; 3] = ["region-84", "departement-38", "epci-200040715"];

async fn assert_takes_over_in_place(window: Window) {
    let still = MapPage::of(&Site::built(), window).await;
    still.program_never_comes().await;
    let page = MapPage::of(&Site::built(), window).await;
    page.watch_shifts().await;
    for key in TERRITORIES {
        let path = format!("territoire/{key}/");
        still.read_page(&path).await;
        let drawn = still.outlined_in_picture().await;
        page.read_page(&path).await;
        page.map_is_ready().await;
        let (shift, shifted) = page.layout_shift().await;

        assert!(shift <= MOST_SHIFT, "{key}: the layout shifts by {shift}: {shifted:#?}");
        let expected = on_screen(&page, key).await;
        let edges = |it: Rect| [it.left, it.top, it.right, it.bottom];
        for (drawn, expected) in edges(drawn).into_iter().zip(edges(expected)) {
            let apart = (drawn - expected).abs();
            assert!(apart <= MOST_APART, "{key}: {drawn} in the picture, {expected} on the map");
        }
    }
}

/// The rectangle of a territory in the view that its address leads to, CSS pixels of the window.
async fn on_screen(page: &MapPage, key: &str) -> Rect {
    let territory = SERVED.territory(key);
    let (view, map) = (page.view_around(territory).await, page.map_rect().await);
    let bounds = SERVED.model.bounds(territory);
    let upper_left = view.screen_from_map(MapPoint::new(bounds.min.x, bounds.max.y));
    let lower_right = view.screen_from_map(MapPoint::new(bounds.max.x, bounds.min.y));
    Rect {
        left: map.left + upper_left.x,
        top: map.top + upper_left.y,
        right: map.left + lower_right.x,
        bottom: map.top + lower_right.y,
    }
}

#[tokio::test]
async fn on_a_desk_nothing_moves_when_the_application_takes_over() {
    assert_takes_over_in_place(Window::Desk).await;
}

#[tokio::test]
async fn on_a_telephone_nothing_moves_when_the_application_takes_over() {
    assert_takes_over_in_place(Window::Phone).await;
}
