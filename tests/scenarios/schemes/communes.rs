//! Addresses that name a commune, and not its intercommunality.

use scenarios::{MapPage, Window};

use super::LYON;

#[tokio::test]
async fn a_commune_that_an_address_names_alone_is_placed_in_its_intercommunality_without_a_step() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    for address in ["#commune-69259", "territoire/departement-69/#commune-69259"] {
        page.visit_address(address).await;

        assert_eq!(page.heading().await, "Métropole de Lyon", "{address}");
        let shown = page.shown_address().await;
        assert_eq!(shown, format!("territoire/{LYON}/#commune-69259"), "{address}");
    }
    page.visit_address("").await;
    let entries = page.history_length().await;
    page.visit_fragment("commune-69259").await;
    assert_eq!(page.heading().await, "Métropole de Lyon");
    assert_eq!(page.history_length().await, entries + 1, "the step of the person alone");
}
