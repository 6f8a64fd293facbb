//! What a program can check of accessibility: every rule of axe-core, in the states that people meet.

use scenarios::{MapPage, Window};

async fn assert_no_findings(page: &MapPage, when: &str) {
    let findings = page.accessibility_findings().await;
    assert!(findings.is_empty(), "{when}: {} findings:\n{}", findings.len(), findings.join("\n"));
}

#[tokio::test]
async fn the_map_and_its_answers_break_no_rule() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    assert_no_findings(&page, "at first").await;
    page.choose("Rhône").await;
    assert_no_findings(&page, "with the answer of a department").await;
    page.unfold_legend().await;
    assert_no_findings(&page, "with the legend").await;
}

#[tokio::test]
async fn a_dark_page_breaks_no_rule() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.darken().await;
    page.choose("Isère").await;
    assert_no_findings(&page, "dark").await;
}

#[tokio::test]
async fn a_phone_breaks_no_rule() {
    let page = MapPage::visit_without_motion(Window::Phone).await;
    assert_no_findings(&page, "at first").await;
    page.choose("Rhône").await;
    assert_no_findings(&page, "with an answer").await;
    page.unfold_legend().await;
    assert_no_findings(&page, "with the legend").await;
}

#[tokio::test]
async fn territories_side_by_side_and_rows_to_tick_break_no_rule() {
    for window in [Window::Desk, Window::Phone] {
        let page = MapPage::visit_without_motion(window).await;
        page.visit_address("?comparer=epci-200046977,departement-38,epci-999999999").await;
        page.settle().await;
        assert_no_findings(&page, "a comparison").await;
        page.visit_address("territoire/departement-38/?vue=liste").await;
        page.settle().await;
        assert_no_findings(&page, "a list").await;
    }
}
