//! Ways to begin a comparison, to add and take away territories, and the address.

use super::TWO;
use scenarios::{MapPage, Window};

const GRENOBLE: &str = "Grenoble-Alpes-Métropole";
const LYON: &str = "Métropole de Lyon";

#[tokio::test]
async fn an_address_opens_two_territories_side_by_side_outlined_on_the_map() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.visit_address(TWO).await;
    page.settle().await;

    assert_eq!(page.compared().await, [LYON, GRENOBLE]);
    assert_eq!(page.comparison_title().await, format!("Comparer {LYON} et {GRENOBLE}"));
    assert_eq!(
        page.title().await,
        format!("Comparer {LYON} et {GRENOBLE} — Santé des territoires")
    );
    let answers = page.answers_compared().await;
    assert_eq!(answers["Habitants"].len(), 2);
    assert!(answers["Part des habitants dans un CLS actif"][1].contains('%'), "{answers:?}");
    assert!(answers["CPTS"].iter().all(|text| !text.starts_with('0')), "no list: {answers:?}");
    assert!(page.layer_rects().await.selection.is_some(), "both are outlined");
    assert_eq!(page.shown_address().await, TWO);
    assert_eq!(page.console_errors().await, Vec::<String>::new());
}

#[tokio::test]
async fn an_answer_is_compared_a_territory_added_one_taken_away_and_back_returns() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.visit_address("territoire/epci-200040715/").await;
    page.press_button("Comparer à un autre territoire").await;
    assert_eq!(page.compared().await, [GRENOBLE]);
    assert_eq!(page.comparison_cautions().await, ["Ajoutez un deuxième territoire."]);

    page.add_compared("Métropole de Lyon", LYON).await;
    assert_eq!(page.compared().await, [GRENOBLE, LYON]);
    let both = "territoire/epci-200040715/?comparer=epci-200040715,epci-200046977";
    assert_eq!(page.shown_address().await, both);
    page.add_compared("Isère", "Isère").await;
    let cautions = page.comparison_cautions().await;
    assert!(cautions[0].starts_with("Ces territoires ne sont pas du même niveau"), "{cautions:?}");

    page.remove_compared("Isère").await;
    assert_eq!(page.shown_address().await, both);
    page.back().await;
    assert_eq!(page.compared().await, [GRENOBLE, LYON, "Isère"]);
    page.press_button("Fermer la comparaison").await;
    assert!(!page.compares().await);
    assert_eq!(page.heading().await, GRENOBLE);
    assert_eq!(page.shown_address().await, "territoire/epci-200040715/");
    assert!(page.title().await.starts_with("Grenoble-Alpes-Métropole"));
}

#[tokio::test]
async fn rows_of_a_list_are_ticked_and_compared() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.visit_address("territoire/departement-38/?vue=liste").await;
    page.tick_row("CC Bièvre Isère").await;
    page.tick_row(GRENOBLE).await;
    page.press_button("Comparer (2)").await;
    assert_eq!(page.compared().await.len(), 2);
    page.follow_compared(GRENOBLE).await;
    assert!(!page.compares().await);
    assert_eq!(page.list_heading().await, GRENOBLE, "its list, as the address had one");
    page.back().await;
    assert!(page.compares().await);
}

#[tokio::test]
async fn communes_of_other_departments_are_compared_and_what_is_no_more_is_said() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.visit_address("?comparer=commune-38421,commune-07019,epci-999999999").await;
    page.settle().await;
    assert_eq!(page.compared().await, ["Saint-Martin-d’Hères", "Aubenas"]);
    let cautions = page.comparison_cautions().await;
    assert!(cautions[0].starts_with("« epci-999999999 » n’est le code"), "{cautions:?}");
    let answers = page.answers_compared().await;
    assert!(answers["CPTS"][0].contains("CPTS Sud-Est grenoblois"), "{answers:?}");
}
