//! Pages of other sites: with the frame alone, hidden, lazy, narrow, strict, in a sandbox.

use super::{SCRIPT, rhone};
use scenarios::FrameHeight::{AsPasted, OfWidth};
use scenarios::{
    Host, HostSetup, Key, Naming, SERVED, Window, assert_sees, wanted_height as wanted,
};

/// A column of the page, with the lines and the script.
fn column(width: f64, lines: &str) -> String {
    format!("<div style=\"width:{width}px\">{lines}</div>{SCRIPT}")
}

#[tokio::test]
async fn a_pasted_frame_shows_the_map_scrolls_nothing_and_asks_nobody_else() {
    let host = Host::visit(Window::Desk, &rhone()).await;
    let page = &host.page;
    assert!(page.overflow().await[0] <= 0.0, "the page is as wide as its window");
    page.enter_frame_with_map().await;

    let requests = page.requests().await;
    let foreign: Vec<_> = requests.iter().filter(|it| !it.starts_with(page.address())).collect();
    assert!(foreign.is_empty(), "expected requests to {} only: {foreign:#?}", page.address());
    assert_eq!(page.stored().await, Vec::<String>::new(), "cookies and storage");
    page.leave_frame().await;
    host.shows_the_map(AsPasted).await;
}

#[tokio::test]
async fn with_the_script_the_frame_gets_its_height_in_one_step() {
    for width in [320.0, 600.0, 900.0] {
        let host = Host::visit(Window::Desk, &column(width, &rhone())).await;
        host.page.until_frame_is(wanted(width)).await;
        assert_eq!(host.page.frame_heights().await, [450.0, wanted(width)], "{width} px");
        host.shows_the_map(OfWidth(width)).await;
    }
}

#[tokio::test]
async fn a_frame_that_is_resized_as_the_map_comes_shows_what_it_is_about() {
    let host = Host::visit(Window::Desk, &column(900.0, &rhone())).await;
    let page = &host.page;
    page.until_frame_is(wanted(900.0)).await;
    page.enter_frame_with_map().await;
    let view = page.framed_view_around(SERVED.territory("departement-69")).await;
    assert_sees(page, &view, "after the host has set the height").await;
    page.leave_frame().await;
    host.is_left_at_once().await;
}

#[tokio::test]
async fn a_frame_in_a_hidden_tab_has_its_height_when_the_tab_is_opened() {
    let tab = column(600.0, &rhone()).replacen("<div ", "<div hidden ", 1);
    let host = Host::visit(Window::Desk, &tab).await;
    assert_eq!(host.page.frame_heights().await, Vec::<f64>::new(), "not shown yet");

    host.page.unhide().await;

    host.shows_the_map(OfWidth(600.0)).await;
}

#[tokio::test]
async fn a_frame_in_an_accordion_has_its_height_when_that_is_opened() {
    let accordion = format!(
        "<details style=\"width:600px\"><summary>La carte</summary>{}</details>{SCRIPT}",
        rhone()
    );
    let host = Host::visit(Window::Desk, &accordion).await;
    assert_eq!(host.page.frame_heights().await, Vec::<f64>::new(), "not shown yet");

    host.page.press_on("summary").await;

    host.shows_the_map(OfWidth(600.0)).await;
}

#[tokio::test]
async fn a_page_without_encryption_shows_the_map() {
    let setup = HostSetup { naming: Naming::Names, ..HostSetup::default() };
    let host = Host::visit_with(Window::Desk, &column(600.0, &rhone()), setup).await;
    let page = &host.page;
    assert!(host.address().starts_with("http://mairie.exemple:"));
    page.enter_frame_with_map().await;
    assert!(!page.is_trusted().await, "as a page without encryption");
    page.leave_frame().await;
    host.shows_the_map(OfWidth(600.0)).await;
}

#[tokio::test]
async fn a_lazy_frame_below_the_fold_has_its_height_when_it_is_reached() {
    let below = format!("<div style=\"height:9000px\"></div>{}{SCRIPT}", rhone());
    let host = Host::visit(Window::Phone, &below).await;
    assert_eq!(host.page.frame_heights().await, [450.0], "not loaded yet");

    host.page.scroll_to_the_end().await;

    // The window less the margins of the page.
    host.shows_the_map(OfWidth(344.0)).await;
}

#[tokio::test]
async fn a_page_with_a_strict_policy_shows_the_frame() {
    let policy = "default-src 'none'; img-src data:; frame-src {site}/";
    let host = Host::visit_with_policy(Window::Desk, &rhone(), Some(policy)).await;
    let page = &host.page;
    page.enter_frame_with_map().await;
    assert!(!page.caption().await.is_empty());
    page.leave_frame().await;
    host.shows_the_map(AsPasted).await;
}

#[tokio::test]
async fn in_a_sandbox_the_map_works_and_tells_its_height() {
    let frame = rhone().replace("<iframe ", "<iframe sandbox=\"allow-scripts\" ");
    let host = Host::visit(Window::Desk, &column(600.0, &frame)).await;
    host.shows_the_map(OfWidth(600.0)).await;
}

#[tokio::test]
async fn back_leaves_the_page_at_once_after_the_map_was_used() {
    let host = Host::visit(Window::Desk, &rhone()).await;
    let page = &host.page;
    let before = page.history_length().await;
    page.enter_frame_with_map().await;
    let first = page.caption().await;
    page.focus_map().await;
    page.press_key(Key::Right).await;
    page.press_key(Key::Enter).await;
    let second = page.caption().await;
    assert_ne!(first, second, "the choice is in the caption");
    page.leave_frame().await;
    assert_eq!(page.history_length().await, before);

    host.is_left_at_once().await;
}

#[tokio::test]
async fn the_element_makes_the_same_frame() {
    let element = format!(
        "<div style=\"width:600px\"><carte-sante territoire=\"departement-69\" titre=\"Le Rhône\" \
         theme=\"dark\"><a href=\"{{site}}/\">Carte</a></carte-sante></div>{SCRIPT}"
    );
    let host = Host::visit(Window::Desk, &element).await;
    let page = &host.page;
    let is_there = page.frames_once_there().await;
    assert_eq!(is_there[0].1, "Le Rhône");
    assert!(is_there[0].0.ends_with("/embed/departement-69/?theme=dark"), "{is_there:?}");
    page.enter_frame_with_map().await;
    page.leave_frame().await;
    assert!(page.is_seen("carte-sante a").await, "the link stays");
    host.is_left_at_once().await;
}
