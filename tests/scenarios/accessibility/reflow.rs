//! Reflow: windows of 320 CSS pixels, and pages enlarged or spaced by people who see less (WCAG 2.2, 1.4.4,
//! 1.4.10 and 1.4.12).

use map::Layer;
use scenarios::{MapPage, ReachedControl, Rect, Screen, Widths, Window};

/// The smallest side of a control, in CSS pixels (WCAG 2.2, 2.5.8).
const TARGET: f64 = 24.0;

#[tokio::test]
async fn nothing_is_lost_in_a_window_of_320_pixels() {
    assert_all_is_there(Screen { ratio: 1.0, width: 320, height: 640 }).await;
}

#[tokio::test]
async fn nothing_is_lost_where_the_page_is_twice_as_large() {
    assert_all_is_there(Screen { ratio: 2.0, width: 640, height: 400 }).await;
}

#[tokio::test]
async fn nothing_is_lost_where_the_page_is_four_times_as_large() {
    assert_all_is_there(Screen { ratio: 4.0, width: 320, height: 256 }).await;
}

#[tokio::test]
async fn nothing_is_lost_where_letters_and_lines_are_spaced() {
    let screen = Screen { ratio: 1.0, width: 360, height: 640 };
    let page = MapPage::visit(Window::Phone).await;
    page.move_to_screen(screen).await;
    page.space_text().await;
    assert_fits(&page, screen, "at first").await;
    page.choose("Rhône").await;
    assert_fits(&page, screen, "with an answer").await;
}

/// Asserts that the page is never scrolled sideways, and that each control can be brought into the
/// window, where nothing lies over it.
async fn assert_all_is_there(screen: Screen) {
    let page = MapPage::visit(Window::Desk).await;
    page.move_to_screen(screen).await;
    assert_fits(&page, screen, "at first").await;
    page.choose("Rhône").await;
    assert_fits(&page, screen, "with an answer").await;
    page.unfold_legend().await;
    for layer in Layer::ALL {
        page.toggle(layer).await;
        assert!(!page.is_on(layer).await, "{layer:?} can be reached");
        page.toggle(layer).await;
    }
    // A drawer that is pulled up covers the map until it is laid down.
    page.lay_drawer_down().await;
    assert_fits(&page, screen, "with the legend").await;
}

async fn assert_fits(page: &MapPage, screen: Screen, when: &str) {
    let (width, height) = (f64::from(screen.width), f64::from(screen.height));
    let Widths { window, content } = page.widths().await;
    assert_eq!(window, width, "{when}: the window");
    assert!(content <= width, "{when}: the content is {content} px wide, the window {width}");
    for ReachedControl { name, rect } in page.controls_brought_into_sight().await {
        let rect: Rect = rect.unwrap_or_else(|| panic!("{when}: something lies over {name}"));
        assert!(rect.is_inside(width, height), "{when}: {name} is out of the window: {rect:?}");
        assert!(rect.shorter_side() >= TARGET, "{when}: {name} is too small: {rect:?}");
    }
}
