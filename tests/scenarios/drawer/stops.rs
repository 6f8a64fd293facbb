//! The three stops of the drawer.

use scenarios::{Key, MapPage, Window};

/// The height of the telephone, CSS pixels.
const HEIGHT: f64 = 740.0;

/// The height of the banner above the map and a full drawer.
const BANNER: f64 = 54.0;

/// How far from its stop a drawer may rest: rounding.
const NEAR: f64 = 2.0;

/// The stops from the lowest on, by the top of the drawer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stop {
    Strip,
    Half,
    Full,
}

#[tokio::test]
async fn the_strip_shows_the_name_the_signs_and_the_sentence_below_the_map() {
    let page = MapPage::visit_without_motion(Window::Phone).await;
    page.choose("Rhône").await;

    let [_, heading] = page.panel_and_heading().await;
    let [signs, sentence] = page.signs_and_sentence().await;

    assert_eq!(stop(&page).await, Stop::Strip);
    assert!(heading.bottom <= signs.top && signs.bottom <= sentence.top, "{heading:?} {signs:?}");
    assert!(signs.bottom <= HEIGHT, "the signs are out of the window: {signs:?}");
    assert!(sentence.top + 48.0 <= HEIGHT, "two lines of the sentence: {sentence:?}");
    assert!(!page.drawer_is_expanded().await && !page.offers_way_back().await);
}

#[tokio::test]
async fn the_handle_leads_from_stop_to_stop_and_says_where_the_drawer_is() {
    let page = MapPage::visit_without_motion(Window::Phone).await;
    page.choose("Rhône").await;

    for (expected, words) in [
        (Stop::Half, "Fiche à mi-hauteur"),
        (Stop::Full, "Fiche en entier"),
        (Stop::Strip, "Fiche réduite : la carte est en entier"),
    ] {
        page.press_handle().await;

        assert_eq!(stop(&page).await, expected);
        assert_eq!(page.live_text().await, words);
        assert_eq!(page.drawer_is_expanded().await, expected != Stop::Strip);
        assert_eq!(page.offers_way_back().await, expected != Stop::Strip);
    }
    assert_eq!(page.heading().await, "Rhône");
}

#[tokio::test]
async fn arrows_on_the_handle_pull_the_drawer_up_and_down() {
    let page = MapPage::visit_without_motion(Window::Phone).await;
    page.choose("Rhône").await;
    page.focus_handle().await;

    for (key, expected) in [
        (Key::Up, Stop::Half),
        (Key::Up, Stop::Full),
        (Key::Up, Stop::Full),
        (Key::Down, Stop::Half),
        (Key::Down, Stop::Strip),
    ] {
        page.press_key(key).await;
        page.settle_scroll().await;
        assert_eq!(stop(&page).await, expected, "after an arrow");
    }
}

#[tokio::test]
async fn a_finger_pulls_the_drawer_up_and_the_way_back_leads_to_the_map() {
    let page = MapPage::visit_without_motion(Window::Phone).await;
    page.choose("Rhône").await;
    let map = page.map().await;

    page.pull_drawer(150.0).await;
    assert_eq!(stop(&page).await, Stop::Half, "pulled most of the way");
    page.pull_drawer(260.0).await;
    assert_eq!(stop(&page).await, Stop::Full, "pulled on");
    assert_eq!(page.map().await.top, map.top, "the map stays where it is");
    assert!(page.offers_way_back().await);

    page.back_from_drawer().await;

    assert_eq!(stop(&page).await, Stop::Strip);
    assert_eq!(page.heading().await, "Rhône", "the answer stays");
}

#[tokio::test]
async fn another_answer_begins_at_its_head() {
    let page = MapPage::visit_without_motion(Window::Phone).await;
    page.visit_address("territoire/epci-200046977/").await;
    page.follow_link("CLS Vénissieux").await;
    page.settle_scroll().await;

    let [_, heading] = page.panel_and_heading().await;

    assert_eq!(page.heading().await, "CLS Vénissieux");
    assert!(heading.top >= BANNER && heading.bottom <= HEIGHT, "{heading:?}");
}

/// The stop at which the drawer rests.
async fn stop(page: &MapPage) -> Stop {
    let [panel, _] = page.panel_and_heading().await;
    let is_near = |top: f64| (panel.top - top).abs() <= NEAR;
    if is_near(BANNER) {
        Stop::Full
    } else if is_near(HEIGHT / 2.0) {
        Stop::Half
    } else {
        let strip = HEIGHT - panel.top;
        assert!((80.0..=200.0).contains(&strip), "at no stop: {panel:?}");
        Stop::Strip
    }
}
