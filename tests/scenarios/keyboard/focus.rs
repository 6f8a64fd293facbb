//! Tab, Escape, and where the keyboard is after a button.

use scenarios::{Key, MapPage, SERVED, Window};

/// The largest number of stops before the map.
const BEFORE_THE_MAP: usize = 3;

#[tokio::test]
async fn the_map_is_one_stop_of_the_keyboard_and_plus_and_minus_change_the_view() {
    let page = MapPage::visit(Window::Desk).await;

    let mut stops = vec![page.tab().await];
    while stops[stops.len() - 1].role != "application" {
        assert!(stops.len() <= BEFORE_THE_MAP, "no map among the first stops: {stops:?}");
        stops.push(page.tab().await);
    }
    assert!(stops[stops.len() - 1].name.starts_with("Carte"), "a map has a name: {stops:?}");

    let country = page.pixel_hash().await;
    page.press_key('+').await;
    let closer = page.pixel_hash().await;
    assert_ne!(closer, country, "plus zooms in");
    page.press_key('-').await;
    assert_eq!(page.pixel_hash().await, country, "minus zooms out to where it was");

    let next = page.tab().await;
    assert_ne!(next.role, "application", "Tab leaves the map");
}

#[tokio::test]
async fn escape_closes_the_answer() {
    let page = MapPage::visit(Window::Desk).await;
    page.choose("Rhône").await;
    page.touch(SERVED.point_of("epci-200046977", &page.view_of("69").await)).await;
    assert_eq!(page.heading().await, "Métropole de Lyon");

    page.press_key(Key::Escape).await;

    assert_eq!(page.heading().await, "Ce que montre la carte");
}

#[tokio::test]
async fn the_button_that_closes_the_answer_gives_the_keyboard_back_to_the_map() {
    let page = MapPage::visit(Window::Desk).await;
    page.choose("Rhône").await;

    page.close_answer().await;

    assert_eq!(page.heading().await, "Ce que montre la carte");
    assert_eq!(page.focus().await.role, "application");
}
