//! No third party, no cookie, no storage, no error in the console.

use map::Layer;
use scenarios::{MapPage, SERVED, Window};

#[tokio::test]
async fn a_whole_visit_asks_no_third_party_keeps_nothing_and_logs_no_error() {
    let page = MapPage::visit(Window::Desk).await;
    page.choose("Rhône").await;
    let view = page.view_of("69").await;
    let lyon = SERVED.point_of("epci-200046977", &view);
    page.touch(lyon).await;
    page.turn_wheel(lyon, 2).await;
    page.drag(lyon, 80, 40).await;
    page.toggle(Layer::Cpts).await;
    page.press("Toute la France").await;

    let requests = page.requests().await;
    assert!(requests.len() > 7, "at least the page and its data: {requests:#?}");
    let is_ours = |request: &&String| request.starts_with(page.address());
    let foreign: Vec<_> = requests.iter().filter(|request| !is_ours(request)).collect();
    assert!(foreign.is_empty(), "expected requests to {} only: {foreign:#?}", page.address());
    assert_eq!(page.stored().await, Vec::<String>::new(), "cookies and storage");
    assert_eq!(page.console_errors().await, Vec::<String>::new(), "errors of the console");
}
