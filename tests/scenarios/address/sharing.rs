//! A shared address opens the view that it was copied from.

use map::{Layer, ScreenPoint};
use scenarios::{MapPage, SERVED, Window, assert_sees};

#[tokio::test]
async fn a_shared_address_opens_what_was_seen() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.choose("Rhône").await;
    page.toggle(Layer::Cpts).await;
    page.toggle_row(Layer::Cls, "Actif").await;
    let view = page.view_of("69").await;
    let view = page.approach(view, ScreenPoint::new(300.0, 250.0), 1).await;
    let address = page.shown_address().await;

    let other = MapPage::visit_without_motion(Window::Desk).await;
    other.visit_address(&address).await;

    assert_eq!(other.heading().await, "Rhône");
    let layers = [Layer::Cls, Layer::Cpts, Layer::Projects];
    let mut shown = Vec::new();
    for layer in layers {
        shown.push(other.is_on(layer).await);
    }
    assert_eq!(shown, [true, false, true], "layers");
    assert!(!other.shows_row(Layer::Cls, "Actif").await, "what was hidden");
    assert!(other.shows_row(Layer::Cls, "En préparation").await, "what was not");
    assert_sees(&other, &view, "the shared view").await;
    assert_eq!(other.shown_address().await, address, "it stays as it is");
}

#[tokio::test]
async fn what_an_address_says_that_is_not_known_is_ignored() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    let country = page.view_of_country().await;

    page.visit_address("?couches=cls,espace&statut=actif,ouvert&vue=globe&utm_source=x#@nord,1,2")
        .await;

    assert!(page.is_on(Layer::Cls).await && !page.is_on(Layer::Projects).await, "what is known");
    assert!(page.shows_row(Layer::Cls, "Actif").await);
    assert!(!page.shows_row(Layer::Cls, "En préparation").await);
    assert_eq!(page.heading().await, "Ce que montre la carte");
    assert_sees(&page, &country, "a view that is none").await;
    assert_eq!(page.console_errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn the_page_of_a_territory_opens_with_its_answer_its_name_and_its_view() {
    let page = MapPage::visit_without_motion(Window::Desk).await;

    page.visit_address("territoire/epci-200046977/").await;

    let title =
        "Métropole de Lyon : contrats locaux de santé, CPTS et projets — Santé des territoires";
    assert_eq!(page.title().await, title);
    assert_eq!(page.heading().await, "Métropole de Lyon");
    let view = page.view_around(SERVED.territory("epci-200046977")).await;
    assert_sees(&page, &view, "the page of a territory").await;
    assert_eq!(page.shown_address().await, "territoire/epci-200046977/");
    assert_eq!(page.console_errors().await, Vec::<String>::new());
}
