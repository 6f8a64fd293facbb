//! « Autour de moi »: the commune where the device is.

use scenarios::{MapPage, Site, Window};

/// A page that may ask for a position, and a device that knows it.
async fn at(lon_lat: (f64, f64), window: Window) -> MapPage {
    let page = MapPage::of(&Site::built(), window).await;
    page.reduce_motion().await;
    page.grant_position(lon_lat).await;
    page.open().await;
    page.map_is_ready().await;
    page
}

#[tokio::test]
async fn the_commune_where_the_device_is_is_found_at_once() {
    for window in [Window::Desk, Window::Phone] {
        let page = at((5.7672, 45.1668), window).await;

        page.press_button("Autour de moi\u{a0}: trouver ma commune par ma position").await;
        page.settle().await;

        assert_eq!(page.heading().await, "Saint-Martin-d’Hères", "{window:?}");
        assert_eq!(page.shown_address().await, "territoire/epci-200040715/#commune-38421");
        assert_eq!(page.focus().await.name, "Fiche du territoire");
    }
}

#[tokio::test]
async fn a_place_overseas_is_found_in_its_inset() {
    let page = at((55.4504, -20.8789), Window::Desk).await;

    page.press_button("Autour de moi\u{a0}: trouver ma commune par ma position").await;
    page.settle().await;

    assert_eq!(page.heading().await, "Saint-Denis");
}

#[tokio::test]
async fn who_is_elsewhere_is_told_so_and_who_refuses_too() {
    let page = at((2.0, 41.4), Window::Desk).await;
    page.press_button("Autour de moi\u{a0}: trouver ma commune par ma position").await;
    let why = page.position_reason().await;
    assert!(why.starts_with("Votre position n’est pas sur la carte : elle montre"), "{why}");
    assert_eq!(page.heading().await, "Ce que montre la carte");

    page.refuse_position().await;
    page.press_button("Autour de moi\u{a0}: trouver ma commune par ma position").await;
    let why = page.position_reason().await;
    assert!(why.starts_with("Votre navigateur n’a pas donné votre position."), "{why}");
}

#[tokio::test]
async fn nothing_asks_for_a_position_unless_the_button_is_pressed() {
    let page = MapPage::of(&Site::built(), Window::Phone).await;
    page.count_position_requests().await;
    page.open().await;
    page.map_is_ready().await;
    page.seek("Aubenas").await;
    page.choose_result("Aubenas").await;
    assert_eq!(page.position_requests().await, 0);
}
