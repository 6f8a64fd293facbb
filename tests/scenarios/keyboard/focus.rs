//! Tab, Escape, and where the keyboard is after a button.

use map::{Color, ScreenPoint};
use scenarios::{Key, MapPage, Pixel, Window};

/// The colour of the focus on a light page: the token `--focus`.
const FOCUS: Color = Color(0x1f27_2eff);

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
async fn the_focus_of_the_map_is_seen_along_all_of_its_sides() {
    let page = MapPage::visit(Window::Desk).await;
    while page.tab().await.role != "application" {}

    let map = page.map_rect().await;
    let (middle, center) = (f64::midpoint(map.left, map.right), f64::midpoint(map.top, map.bottom));
    let sides = [
        ScreenPoint::new(map.left + 1.5, center),
        ScreenPoint::new(map.right - 1.5, center),
        ScreenPoint::new(middle, map.top + 1.5),
        ScreenPoint::new(middle, map.bottom - 1.5),
    ];

    for (side, color) in sides.iter().zip(page.colors_on_screen(&sides).await) {
        let focus = Pixel::from(FOCUS);
        assert!(color.is_close_to(focus), "{color:?} at {side:?}, expected {focus:?}");
    }
}

#[tokio::test]
async fn escape_goes_up_one_level_at_a_time_and_at_last_leaves_the_map() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.visit_address("territoire/epci-200040715/#commune-38421").await;
    page.focus_map().await;
    let mut steps = vec![shown_subject(&page).await];

    for _ in 0..4 {
        page.press_key(Key::Escape).await;
        steps.push(shown_subject(&page).await);
    }

    let up = [
        "territoire/epci-200040715/#commune-38421",
        "territoire/epci-200040715/",
        "territoire/departement-38/",
        "territoire/region-84/",
        "",
    ];
    assert_eq!(steps, up);
    assert_eq!(page.heading().await, "Ce que montre la carte");
    let layers = page.layer_rects().await;
    assert_eq!((layers.selection, layers.hover), (None, None), "nothing is left on the map");
    assert_eq!(page.focus().await.role, "application", "still on the map");

    page.press_key(Key::Escape).await;

    assert_ne!(page.focus().await.role, "application");
}

/// The address without the view.
async fn shown_subject(page: &MapPage) -> String {
    let address = page.shown_address().await;
    address.split('@').next().unwrap_or_default().trim_end_matches('#').to_owned()
}

#[tokio::test]
async fn the_button_that_closes_the_answer_gives_the_keyboard_back_to_the_map() {
    let page = MapPage::visit(Window::Desk).await;
    page.choose("Rhône").await;

    page.close_answer().await;

    assert_eq!(page.heading().await, "Ce que montre la carte");
    assert_eq!(page.focus().await.role, "application");
}
