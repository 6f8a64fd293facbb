//! The Content-Security-Policy: the page keeps to it, and foreign scripts do not run.

use map::Layer;
use scenarios::{MapPage, Site, Window};

#[tokio::test]
async fn the_page_does_nothing_that_its_policy_forbids() {
    let page = MapPage::of(&Site::built(), Window::Desk).await;
    page.watch_policy().await;
    page.open().await;
    page.map_is_ready().await;
    page.choose("Rhône").await;
    page.toggle(Layer::Cpts).await;
    page.press("Toute la France").await;

    assert_eq!(page.stopped().await, Vec::<String>::new());
}

#[tokio::test]
async fn a_script_that_the_site_was_not_built_with_does_not_run() {
    let page = MapPage::of(&Site::built(), Window::Desk).await;
    page.watch_policy().await;
    page.open().await;
    page.map_is_ready().await;

    assert!(!page.runs_a_foreign_script().await);
    let stopped = page.stopped().await;
    assert!(stopped.len() == 1 && stopped[0].starts_with("script-src"), "{stopped:?}");
}
