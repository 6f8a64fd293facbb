//! The layout on a telephone of 360 × 740.

use map::Layer;
use scenarios::{Control, MapPage, SERVED, Widths, Window};

/// The size of the window, CSS pixels.
const WINDOW: (f64, f64) = (360.0, 740.0);

/// The smallest side of a control, in CSS pixels (WCAG 2.2, 2.5.8).
const TARGET: f64 = 24.0;

#[tokio::test]
async fn on_a_phone_everything_is_in_the_window_and_large_enough_for_a_finger() {
    let page = MapPage::visit(Window::Phone).await;

    let Widths { window, content } = page.widths().await;
    assert!(window <= WINDOW.0, "the page is {window} px wide, the telephone {}", WINDOW.0);
    assert!(content <= window, "the content is {content} px wide, the page {window}");
    for Control { name, rect } in page.controls().await {
        assert!(rect.is_inside(WINDOW.0, WINDOW.1), "{name} is out of the window: {rect:?}");
        assert!(rect.shorter_side() >= TARGET, "{name} is too small for a finger: {rect:?}");
    }
}

#[tokio::test]
async fn on_a_phone_a_tap_shows_the_answer_below_the_map() {
    let page = MapPage::visit(Window::Phone).await;
    page.choose("Gironde").await;

    page.touch(SERVED.point_of("epci-243300316", &page.view_of("33").await)).await;

    assert_eq!(page.heading().await, "Bordeaux Métropole");
    let map = page.map().await;
    let [panel, heading] = page.panel_and_heading().await;
    // The rounded top of the panel lies over the foot of the map.
    assert!(panel.top >= map.bottom - TARGET, "the panel {panel:?} covers the map {map:?}");
    assert!(heading.is_inside(WINDOW.0, WINDOW.1), "the name is out of the window: {heading:?}");
    let Widths { window, content } = page.widths().await;
    assert!(content <= window, "with an answer the content is {content} px wide");
}

#[tokio::test]
async fn on_a_phone_the_legend_opens_and_its_switches_work() {
    let page = MapPage::visit(Window::Phone).await;
    assert!(!page.legend_is_open().await, "the legend is folded at first");

    page.fold_legend().await;

    assert!(page.legend_is_open().await, "the legend is open");
    // From here on scrolling to a switch changes no more of the map's room.
    page.press_handle().await;
    for layer in Layer::ALL {
        let before = page.pixel_hash().await;
        page.toggle(layer).await;
        assert!(!page.is_on(layer).await, "{layer:?} was switched off");
        assert_ne!(page.pixel_hash().await, before, "the map without {layer:?}");
        page.toggle(layer).await;
        assert_eq!(page.pixel_hash().await, before, "the map with {layer:?} again");
    }
}
