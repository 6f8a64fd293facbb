//! A change in a steward's table is on the page after the build.

use map::Layer;
use scenarios::{Cell, MapPage, SERVED, Site, Steward, Window};

#[tokio::test]
async fn a_status_that_a_steward_changes_in_a_spreadsheet_is_on_the_page_after_the_build() {
    let site = Site::copied();
    let steward = Steward::with_the_committed_tables();
    let status = Cell { table: "cls.csv", id: "cls-lyon", column: "statut" };
    steward.saves(status, "en_preparation");
    steward.checks_and_builds(&site);

    let page = MapPage::of(&site, Window::Desk).await;
    page.open().await;
    page.map_is_ready().await;
    page.choose("Rhône").await;
    let view = page.view_of("69").await;
    page.touch(SERVED.point_of("epci-200046977", &view)).await;

    assert_eq!(page.heading().await, "Métropole de Lyon");
    let answer = page.answer(Layer::Cls).await;
    let expected = "6 des 58 communes sont dans un CLS actif";
    assert!(answer.text.contains(expected), "expected « {expected} », found:\n{}", answer.text);
    let lyon: Vec<&String> =
        answer.schemes.iter().filter(|scheme| scheme.starts_with("CLS Lyon")).collect();
    let [lyon] = lyon[..] else { panic!("one contract of Lyon, found:\n{:#?}", answer.schemes) };
    assert!(lyon.to_lowercase().contains("en préparation"), "found « {lyon} »");
}
