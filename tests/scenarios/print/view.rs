//! The view of the application on paper.

use super::pages::assert_is_a_print;
use map::{Layer, Palette, Status};
use scenarios::{MapPage, Pixel, Window};

/// The colour of a layer where a scheme is active, and no other is there.
fn active(layer: Layer) -> Pixel {
    Palette::LIGHT.scheme(layer, Status::Active).color.into()
}

#[tokio::test]
async fn what_is_printed_is_the_view_with_its_layers_and_its_answer() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.choose("Rhône").await;
    let before = page.print().await;
    page.toggle(Layer::Cpts).await;

    let paper = page.print().await;

    assert_is_a_print(&paper, "");
    let first = &paper.pages[0];
    assert!(paper.text.contains("Rhône") && paper.text.contains("imprimé le"), "{}", paper.text);
    assert!(paper.text.contains("territoire/departement-69/?couches=cls"), "{}", paper.text);
    assert!(first.share_of(active(Layer::Cls)) > 0.001, "CLS are shown");
    // The answer has samples of both.
    let [with, without] = [&before.pages[0], first].map(|it| it.share_of(active(Layer::Cpts)));
    assert!(without < with / 2.0, "CPTS are not: {without} of the page, {with} before");
    assert!(before.pages[0].text.contains("Active"), "{}", before.pages[0].text);
    assert!(!first.text.contains("Active"), "the legend has no row of theirs: {}", first.text);
}

#[tokio::test]
async fn a_status_that_is_hidden_is_not_in_the_printed_legend() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    let before = page.print().await;
    page.toggle_row(Layer::Cls, "Actif").await;

    let paper = page.print().await;

    assert_is_a_print(&before, "");
    assert_is_a_print(&paper, "");
    let rows = |text: &str| text.matches("Actif").count();
    assert!(rows(&paper.pages[0].text) < rows(&before.pages[0].text), "{}", paper.text);
    let [shown, hidden] = [&before, &paper].map(|it| it.pages[0].share_of(active(Layer::Cls)));
    // The legend and the answer keep samples of it.
    assert!(shown - hidden > 0.001, "{hidden} of the page, {shown} before");
}

#[tokio::test]
async fn the_application_on_a_dark_telephone_prints_light_lines() {
    let page = MapPage::visit_without_motion(Window::Phone).await;
    page.darken().await;
    page.choose("Rhône").await;

    let paper = page.print().await;

    assert_is_a_print(&paper, "");
    assert!(paper.text.contains("Rhône"), "{}", paper.text);
    assert!(paper.pages[0].ink() < 0.6, "most of it is paper: {}", paper.pages[0].ink());
}
