//! The views of a selection: the tabs, the table in place of the map, the address, by keyboard and
//! finger.

use super::ISERE;
use scenarios::{Key, MapPage, Widths, Window};

#[tokio::test]
async fn the_table_takes_the_place_of_the_map_and_back_gives_it_back() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.visit_address(&format!("territoire/{ISERE}/")).await;
    let before = page.pixel_hash().await;
    page.show_tab("Liste").await;
    page.widen_list().await;
    assert!(page.table_is_wide().await);
    assert_eq!(page.shown_address().await, format!("territoire/{ISERE}/?vue=tableau"));
    assert_eq!(page.list_heading().await, "Isère");
    assert_eq!(page.chosen_tab().await, "Fiche", "the answer stays beside the table");

    page.back().await;
    assert!(!page.table_is_wide().await);
    assert_eq!(page.chosen_tab().await, "Liste");
    page.back().await;
    assert_eq!(page.chosen_tab().await, "Fiche");
    assert_eq!(page.shown_address().await, format!("territoire/{ISERE}/"));
    assert_eq!(page.pixel_hash().await, before, "the map is as it was");
}

#[tokio::test]
async fn an_address_opens_the_list_or_the_table_and_a_reload_keeps_it() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.visit_address(&format!("territoire/{ISERE}/?vue=tableau")).await;
    assert!(page.table_is_wide().await);
    assert_eq!(page.list_heading().await, "Isère");
    page.reload().await;
    assert!(page.table_is_wide().await);
    page.narrow_list().await;
    assert!(!page.table_is_wide().await);
    assert_eq!(page.shown_address().await, format!("territoire/{ISERE}/?vue=liste"));
}

#[tokio::test]
async fn order_and_rows_stay_when_the_table_takes_the_place_of_the_map() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.visit_address(&format!("territoire/{ISERE}/?vue=liste")).await;
    page.sort_list("Habitants").await;
    page.choose_rows("Ni CLS ni CPTS").await;
    let before = page.list_rows().await;
    page.widen_list().await;
    assert_eq!(page.list_rows().await, before);
}

#[tokio::test]
async fn the_keyboard_alone_opens_sorts_and_follows_the_list() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.visit_address(&format!("territoire/{ISERE}/")).await;
    page.focus_tabs().await;
    page.press_key(Key::Right).await;
    assert_eq!(page.chosen_tab().await, "Liste");
    assert_eq!(page.focus().await.name, "Liste");

    page.press_key_in_heading("Habitants", Key::Enter).await;
    assert_eq!(page.list_order().await.1, "descending");
    // From the last heading: the first row.
    page.press_key_in_heading("Part hors", ' ').await;
    let first = page.list_rows().await[0].name.clone();
    assert_eq!(page.tab().await.name.replace('\u{a0}', " "), first);
    page.press_key(Key::Enter).await;
    assert_eq!(page.list_heading().await, first);

    page.focus_tabs().await;
    page.press_key(Key::Left).await;
    assert_eq!(page.chosen_tab().await, "Fiche");
    assert_eq!(page.heading().await, first);
}

#[tokio::test]
async fn on_a_phone_the_list_fits_and_its_names_stay_in_sight() {
    let page = MapPage::visit_without_motion(Window::Phone).await;
    for address in ["?vue=liste", "territoire/departement-38/?vue=liste", "?vue=tableau"] {
        page.visit_address(address).await;
        let Widths { window, content } = page.widths().await;
        assert!(content <= window, "{address}: {content} px wide in {window}");
        assert!(!page.list_rows().await.is_empty(), "{address}");
    }
    page.visit_address("territoire/departement-38/?vue=liste").await;
    page.sort_list("Habitants").await;
    assert_eq!(page.list_rows().await[0].name, "Grenoble-Alpes-Métropole");
    page.follow_row("Grenoble-Alpes-Métropole").await;
    assert_eq!(page.list_heading().await, "Grenoble-Alpes-Métropole");
}
