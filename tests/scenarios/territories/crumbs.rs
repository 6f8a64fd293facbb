//! The crumbs: the way from the country to a commune, down by their lists and up by their links.

use scenarios::{MapPage, Window};

#[tokio::test]
async fn lists_lead_down_to_a_commune_and_links_up_again() {
    for window in [Window::Desk, Window::Phone] {
        let page = MapPage::visit_without_motion(window).await;
        assert_eq!(page.crumbs().await, ["France"]);
        let way = [
            ("Région", "Auvergne-Rhône-Alpes", "Auvergne-Rhône-Alpes"),
            ("Département", "Isère (38)", "Isère"),
            ("Intercommunalité", "Grenoble-Alpes-Métropole", "Grenoble-Alpes-Métropole"),
            ("Commune", "Saint-Martin-d’Hères", "Saint-Martin-d’Hères"),
        ];
        let mut expected = vec!["France"];
        for (list, label, name) in way {
            page.choose_in(list, label).await;
            expected.push(name);
            assert_eq!(page.heading().await, name, "{window:?}");
            assert_eq!(page.crumbs().await, expected, "{window:?}");
        }

        page.follow_crumb("Grenoble-Alpes-Métropole").await;
        assert_eq!(page.heading().await, "Grenoble-Alpes-Métropole", "{window:?}");
        page.choose_in("Intercommunalité", "Tout le département").await;
        assert_eq!(page.crumbs().await, ["France", "Auvergne-Rhône-Alpes", "Isère"], "{window:?}");
    }
}

#[tokio::test]
async fn a_contract_has_the_way_to_where_it_lies() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.visit_address("territoire/epci-200046977/").await;
    page.follow_link("CLS Vénissieux").await;

    let crumbs = page.crumbs().await;

    assert_eq!(page.heading().await, "CLS Vénissieux");
    assert_eq!(crumbs[..3], ["France", "Auvergne-Rhône-Alpes", "Rhône"], "{crumbs:?}");
    page.follow_crumb("France").await;
    assert_eq!(page.crumbs().await, ["France"]);
}
