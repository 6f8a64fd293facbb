//! Addresses that name a commune, and not its intercommunality.

use scenarios::{MapPage, Window};

use super::LYON;

#[tokio::test]
async fn a_commune_that_an_address_names_alone_is_placed_in_its_intercommunality_without_a_step() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    for address in ["#commune-69259", "territoire/departement-69/#commune-69259"] {
        page.visit_address(address).await;

        assert_eq!(page.heading().await, "Vénissieux", "{address}");
        let shown = page.shown_address().await;
        assert_eq!(shown, format!("territoire/{LYON}/#commune-69259"), "{address}");
    }
    page.visit_address("").await;
    let entries = page.history_length().await;
    page.visit_fragment("commune-69259").await;
    assert_eq!(page.heading().await, "Vénissieux");
    assert_eq!(page.history_length().await, entries + 1, "the step of the person alone");
}

#[tokio::test]
async fn an_address_of_a_commune_as_a_page_leads_to_its_row() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.read_page("territoire/commune-69259/").await;
    page.map_is_ready().await;

    assert_eq!(page.heading().await, "Vénissieux");
    assert_eq!(page.shown_address().await, format!("territoire/{LYON}/#commune-69259"));
}
