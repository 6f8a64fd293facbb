//! Visits of articles in Wagtail.

use scenarios::{Key, Window};

use crate::published::{is_left_at_once, lines, shows_the_map, visit, visitor};
use crate::wagtail::Wagtail;

#[tokio::test]
async fn the_lines_in_a_block_of_html_show_the_map() {
    let wagtail = Wagtail::with(&lines());
    for window in [Window::Desk, Window::Phone] {
        let page = visitor(window).await;
        visit(&page, &wagtail.address(""), &wagtail.address("carte/")).await;
        shows_the_map(&page, &[450.0]).await;
        assert!(page.is_seen("p a[href$='/territoire/departement-69/']").await, "the link");
        is_left_at_once(&page, &wagtail.address("")).await;
    }
}

#[tokio::test]
async fn back_leaves_the_page_at_once_after_the_map_was_used() {
    let wagtail = Wagtail::with(&lines());
    let page = visitor(Window::Desk).await;
    visit(&page, &wagtail.address(""), &wagtail.address("carte/")).await;
    page.enter_frame_with_map().await;
    page.focus_map().await;
    page.press_key(Key::Right).await;
    page.press_key(Key::Enter).await;
    page.leave_frame().await;

    is_left_at_once(&page, &wagtail.address("")).await;
}
