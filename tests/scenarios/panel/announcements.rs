//! The answer in one sentence, for screen readers.

use scenarios::{MapPage, Window};

#[tokio::test]
async fn what_is_not_documented_is_not_announced_as_zero() {
    let page = MapPage::visit(Window::Desk).await;

    page.choose("Rhône").await;
    assert_eq!(page.announcement().await, "Rhône : 11 CLS, au moins 10 CPTS, 6 projets.");

    page.choose("Guadeloupe").await;
    assert_eq!(
        page.announcement().await,
        "Guadeloupe : CLS non documentés, CPTS non documentées, projets non documentés."
    );
}
