//! The box of the legend: it fits, it covers nothing that is needed, and it is easily closed.

use map::ScreenPoint;
use scenarios::{MapPage, Screen, Window};

/// Windows in which the map has little width beside the panel, or little height.
const SMALL: [(u32, u32); 4] = [(1_000, 700), (900, 700), (800, 600), (900, 480)];

#[tokio::test]
async fn the_legend_is_seen_whole_on_a_computer() {
    let page = MapPage::visit(Window::Desk).await;

    assert!(page.legend_is_open().await, "open at first");
    assert_eq!(page.legend_hidden_height().await, 0.0, "nothing of it is scrolled away");
}

#[tokio::test]
async fn in_a_small_window_the_legend_is_beside_the_list_and_in_the_map() {
    let page = MapPage::visit(Window::Desk).await;
    for (width, height) in SMALL {
        page.move_to_screen(Screen { ratio: 1.0, width, height }).await;
        page.unfold_legend().await;

        let map = page.size().await;
        let [legend, list, buttons] = page.legend_list_and_buttons().await;
        let window = format!("{width} × {height}: {legend:?}");
        assert!(!legend.overlaps(list), "{window} covers the list {list:?}");
        assert!(!legend.overlaps(buttons), "{window} covers the buttons {buttons:?}");
        assert!(legend.is_inside(map.0, map.1), "{window} leaves the map {map:?}");
    }
}

#[tokio::test]
async fn the_wheel_over_the_legend_does_not_scroll_the_page() {
    let page = MapPage::visit(Window::Desk).await;
    page.move_to_screen(Screen { ratio: 1.0, width: 1_280, height: 560 }).await;
    let [legend, ..] = page.legend_list_and_buttons().await;
    let over = ScreenPoint::new(f64::midpoint(legend.left, legend.right), legend.top + 120.0);

    page.turn_wheel(over, -30).await;

    assert!(page.legend_scroll().await > 0.0, "the legend has scrolled");
    assert_eq!(page.page_scroll().await, 0.0, "and the page has not");
}
