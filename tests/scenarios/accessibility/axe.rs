//! What a program can check of accessibility: every rule of axe-core, in the states that people meet.

use scenarios::{MapPage, Window};

async fn assert_no_faults(page: &MapPage, when: &str) {
    let faults = page.accessibility_faults().await;
    assert!(faults.is_empty(), "{when}: {} faults:\n{}", faults.len(), faults.join("\n"));
}

#[tokio::test]
async fn the_map_and_its_answers_have_no_fault() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    assert_no_faults(&page, "at first").await;
    page.choose("Rhône").await;
    assert_no_faults(&page, "with the answer of a department").await;
    page.unfold_legend().await;
    assert_no_faults(&page, "with the legend").await;
}

#[tokio::test]
async fn a_dark_page_has_no_fault() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.darken().await;
    page.choose("Isère").await;
    assert_no_faults(&page, "dark").await;
}

#[tokio::test]
async fn a_phone_shows_no_fault() {
    let page = MapPage::visit_without_motion(Window::Phone).await;
    assert_no_faults(&page, "at first").await;
    page.choose("Rhône").await;
    assert_no_faults(&page, "with an answer").await;
}
