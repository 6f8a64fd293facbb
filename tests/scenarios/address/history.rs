//! Back and forward in the browser's history.

use map::{Layer, ScreenPoint};
use scenarios::{Key, MapPage, Window, assert_sees};

#[tokio::test]
async fn back_and_forward_lead_through_what_was_chosen_and_dragging_is_no_step() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    let country = page.view_of_country().await;
    let at_first = page.history_length().await;
    page.choose("Rhône").await;
    page.choose("Isère").await;
    assert_eq!(page.history_length().await, at_first + 2, "a step for each choice");
    let isere = page.view_of("38").await;
    page.drag(ScreenPoint::new(400.0, 300.0), 90, 40).await;
    assert_eq!(page.history_length().await, at_first + 2, "none for dragging");

    page.back().await;
    assert_eq!(page.heading().await, "Rhône");
    assert!(page.shown_address().await.starts_with("territoire/departement-69/"));
    assert_sees(&page, &page.view_of("69").await, "one step back").await;

    page.back().await;
    assert_eq!(page.heading().await, "Ce que montre la carte");
    assert_sees(&page, &country, "two steps back").await;

    page.forward().await;
    page.forward().await;
    assert_eq!(page.heading().await, "Isère");
    assert_sees(&page, &isere.panned(90.0, 40.0), "forward to where it was dragged").await;
    assert_eq!(page.history_length().await, at_first + 2, "going back and forth makes no step");
}

#[tokio::test]
async fn back_undoes_a_layer_and_a_filter() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.toggle(Layer::Projects).await;
    page.toggle_row(Layer::Cls, "Actif").await;

    page.back().await;
    assert!(page.shows_row(Layer::Cls, "Actif").await, "the filter is undone first");
    assert!(!page.is_on(Layer::Projects).await);

    page.back().await;
    assert!(page.is_on(Layer::Projects).await, "then the layer");
}

#[tokio::test]
async fn arrows_in_the_closed_list_of_departments_are_one_step_until_the_keyboard_leaves_it() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    let at_first = page.history_length().await;
    page.focus_selector().await;
    for _ in 0..6 {
        page.press_key(Key::Down).await;
    }
    let sixth = page.heading().await;
    assert_eq!(page.history_length().await, at_first + 1, "six arrows are one step");
    assert_ne!(sixth, "Ce que montre la carte");

    page.focus_map().await;
    page.focus_selector().await;
    page.press_key(Key::Down).await;
    assert_eq!(page.history_length().await, at_first + 2, "another visit to the list is another");

    page.back().await;
    assert_eq!(page.heading().await, sixth);
    page.back().await;
    assert_eq!(page.heading().await, "Ce que montre la carte");
}
