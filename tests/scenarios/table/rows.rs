//! The rows of a list: their order, conditions on them, a part of their names.

use super::ISERE;
use map::SchemeCount;
use map::table::{Cell, Listed, Table};
use scenarios::{MapPage, SERVED, Window};

/// The intercommunalities of Isère, from the served files.
fn epci_of_isere() -> Table {
    let isere = Some(SERVED.territory(ISERE));
    Table::new(&SERVED.records, &SERVED.shares.white_zones, isere, Listed::Epci)
}

#[tokio::test]
async fn the_list_of_a_department_has_its_intercommunalities_with_their_figures() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.visit_address(&format!("territoire/{ISERE}/")).await;
    page.show_tab("Liste").await;

    let expected = epci_of_isere();
    assert_eq!(page.list_heading().await, "Isère");
    assert_eq!(page.list_count().await, format!("{} intercommunalités", expected.rows.len()));
    assert_eq!(page.list_row_count().await, expected.rows.len() + 1);
    let rows = page.list_rows().await;
    let names: Vec<String> = rows.iter().map(|row| row.name.clone()).collect();
    let all: Vec<String> = expected.rows.iter().map(|row| scenarios::plain(&row.name)).collect();
    assert_eq!(names.iter().map(|it| it.replace('’', "'")).collect::<Vec<_>>(), all);
    let grenoble = rows.iter().find(|row| row.name == "Grenoble-Alpes-Métropole").unwrap();
    assert_eq!(grenoble.cells.len(), 7);
    assert!(grenoble.cells[1].parse::<u32>().is_ok(), "CLS of a list: {grenoble:?}");
}

#[tokio::test]
async fn a_heading_sorts_its_column_and_a_second_click_turns_it_round() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.visit_address(&format!("territoire/{ISERE}/")).await;
    page.show_tab("Liste").await;
    assert_eq!(page.list_order().await, ("Nom".to_owned(), "ascending".to_owned()));

    page.sort_list("Habitants").await;
    assert_eq!(page.list_order().await, ("Habitants".to_owned(), "descending".to_owned()));
    assert_eq!(page.list_rows().await[0].name, "Grenoble-Alpes-Métropole");
    let people = |cell: &str| cell.replace(' ', "").parse::<u32>().unwrap();
    let shown: Vec<u32> = page.list_rows().await.iter().map(|row| people(&row.cells[0])).collect();
    assert!(shown.iter().rev().is_sorted(), "{shown:?}");

    page.sort_list("Habitants").await;
    assert_eq!(page.list_order().await, ("Habitants".to_owned(), "ascending".to_owned()));
    let shown: Vec<u32> = page.list_rows().await.iter().map(|row| people(&row.cells[0])).collect();
    assert!(shown.is_sorted(), "{shown:?}");
}

#[tokio::test]
async fn what_is_not_documented_comes_last_in_both_directions() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.show_tab("Liste").await;
    let is_unknown = |cell: &str| matches!(cell, "n. d." | "n. c." | "?");
    for _ in 0..2 {
        page.sort_list("Part en CLS").await;
        let mut shares: Vec<bool> = Vec::new();
        for top in [0, 100_000] {
            page.scroll_rows(top).await;
            let rows = page.list_rows().await;
            shares.extend(rows.iter().map(|row| is_unknown(&row.cells[4])));
        }
        assert!(shares.is_sorted(), "known before unknown: {shares:?}");
        assert!(shares.contains(&true) && shares.contains(&false), "{shares:?}");
    }
}

#[tokio::test]
async fn the_intercommunalities_of_a_department_with_neither_cls_nor_cpts_are_found() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.visit_address(&format!("territoire/{ISERE}/")).await;
    page.show_tab("Liste").await;
    page.choose_rows("Ni CLS ni CPTS").await;

    let none = |cell: &Cell| matches!(cell, Cell::Schemes(count) if is_none(*count));
    let expected: Vec<String> = epci_of_isere()
        .rows
        .iter()
        .filter(|row| none(&row.cells[1]) && none(&row.cells[2]))
        .map(|row| row.name.replace('\'', "’"))
        .collect();
    assert!(!expected.is_empty());
    let shown: Vec<String> = page.list_rows().await.into_iter().map(|row| row.name).collect();
    assert_eq!(shown, expected);
    let count = page.list_count().await;
    assert!(count.starts_with(&format!("{} des ", expected.len())), "{count}");
    let notes = page.list_notes().await.join(" ");
    assert!(notes.contains("une absence n’y dit rien"), "{notes}");
}

fn is_none(count: SchemeCount) -> bool {
    count.is_none_known()
}

#[tokio::test]
async fn a_part_of_a_name_filters_the_rows_in_any_spelling() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.visit_address(&format!("territoire/{ISERE}/")).await;
    page.show_tab("Liste").await;
    page.filter_names("METROPOLE").await;
    let rows = page.list_rows().await;
    assert_eq!(rows.len(), 1, "{rows:?}");
    assert_eq!(rows[0].name, "Grenoble-Alpes-Métropole");
}

#[tokio::test]
async fn the_schemes_of_a_department_are_listed_with_their_status() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.visit_address(&format!("territoire/{ISERE}/")).await;
    page.show_tab("Liste").await;
    page.choose_listed("Dispositifs").await;
    page.choose_rows("CLS actif").await;
    let isere = SERVED.territory(ISERE);
    let active = SERVED.records.covering(map::Layer::Cls, isere).into_iter();
    let active = active.filter(|one| one.scheme.statut == map::Status::Active).count();
    assert_eq!(page.list_row_count().await, active + 1, "with the headings");
    let rows = page.list_rows().await;
    assert!(
        !rows.is_empty() && rows.iter().all(|row| row.cells[..2] == ["CLS", "actif"]),
        "{rows:?}"
    );
}

#[tokio::test]
async fn the_white_zone_of_a_department_without_two_lists_is_no_answer() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.visit_address(&format!("territoire/{ISERE}/")).await;
    page.show_tab("Liste").await;
    let notes = page.list_notes().await.join(" ");
    assert!(notes.contains("Zone blanche : au plus"), "{notes}");
    assert!(notes.contains("sans liste entière des CPTS"), "{notes}");
}
