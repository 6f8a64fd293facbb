//! The order and the rows of a list in the address.

use super::ISERE;
use scenarios::{MapPage, Site, Window};

#[tokio::test]
async fn order_and_rows_are_in_the_address_without_a_step_back_and_a_reload_keeps_them() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.visit_address(&format!("territoire/{ISERE}/?vue=liste")).await;
    let before = page.history_length().await;
    page.sort_list("Habitants").await;
    page.sort_list("Habitants").await;
    page.choose_rows("Ni CLS ni CPTS").await;
    page.filter_names("cc").await;

    let address = format!(
        "territoire/{ISERE}/?vue=liste&tri=habitants:croissant&filtre=ni-cls-ni-cpts&nom=cc"
    );
    assert_eq!(page.shown_address().await, address);
    assert_eq!(page.history_length().await, before, "no entry of the history");
    let rows = page.list_rows().await;
    assert!(!rows.is_empty());
    page.reload().await;
    page.settle().await;
    assert_eq!(page.list_rows().await, rows);
    assert_eq!(page.list_order().await, ("Habitants".to_owned(), "ascending".to_owned()));
    assert_eq!(page.shown_address().await, address);
}

#[tokio::test]
async fn an_address_lists_communes_by_a_share_and_back_returns_to_its_order() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    let address = format!(
        "territoire/{ISERE}/?vue=tableau&lister=communes&tri=habitants:decroissant&filtre=cls:actif"
    );
    page.visit_address(&address).await;
    page.settle().await;
    assert!(page.list_count().await.contains("des 512 communes"), "{}", page.list_count().await);
    assert_eq!(page.list_rows().await[0].name, "Grenoble");
    assert_eq!(page.shown_address().await, address, "what was asked for is kept");

    page.follow_row("Grenoble").await;
    page.back().await;
    assert_eq!(page.list_order().await, ("Habitants".to_owned(), "descending".to_owned()));
    assert_eq!(page.shown_address().await, address);
}

#[tokio::test]
async fn the_link_and_the_csv_are_those_of_the_rows_that_are_shown() {
    let page = MapPage::of(&Site::built(), Window::Desk).await;
    page.keep_saved_files().await;
    page.reduce_motion().await;
    page.visit_address(&format!("territoire/{ISERE}/?vue=liste&nom=gr%C3%A9")).await;
    page.settle().await;
    let rows = page.list_rows().await;
    assert!(!rows.is_empty() && rows.len() < 5, "{rows:?}");
    page.take("Copier le lien").await;
    page.press_key('/').await;
    page.paste().await;
    assert!(page.sought().await.ends_with("?vue=liste&nom=gr%C3%A9"), "{}", page.sought().await);
    page.press_key(scenarios::Key::Escape).await;

    page.take_from("CSV, au choix", "CSV simple").await;
    let file = page.saved_file().await;
    assert_eq!(file.text.lines().count(), rows.len() + 1);
}
