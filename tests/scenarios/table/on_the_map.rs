//! Rows and the map: what is pointed at on one shows on the other.

use super::ISERE;
use map::Territory;
use scenarios::{MapPage, SERVED, Window};

const MATHEYSINE: &str = "CC de la Matheysine";

fn matheysine() -> Territory {
    let index = SERVED.epci.iter().position(|one| one.nom == MATHEYSINE).unwrap();
    Territory::Epci(index)
}

#[tokio::test]
async fn a_row_under_the_mouse_or_with_the_focus_is_outlined_on_the_map() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.visit_address(&format!("territoire/{ISERE}/?vue=liste")).await;
    let view = page.view_of("38").await;
    page.point_at_row(MATHEYSINE).await;
    assert!(page.are_outlined(&[middle(&view)]).await[0], "under the mouse");
    page.point_at_button("Agrandir").await;
    assert_eq!(page.layer_rects().await.hover, None, "the mouse has left the row");
    page.focus_row(MATHEYSINE).await;
    assert!(page.are_outlined(&[middle(&view)]).await[0], "with the focus");
}

#[tokio::test]
async fn the_row_of_what_is_under_the_mouse_on_the_map_is_marked_and_in_sight() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.visit_address(&format!("territoire/{ISERE}/?vue=liste")).await;
    let view = page.view_of("38").await;
    page.point_at_map(middle(&view)).await;
    assert_eq!(page.rows_marked().await, [MATHEYSINE]);
    page.point_at_button("Agrandir").await;
    assert!(page.rows_marked().await.is_empty());
}

#[tokio::test]
async fn a_row_of_a_territory_leads_to_its_list_and_back_returns() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.visit_address(&format!("territoire/{ISERE}/?vue=liste")).await;
    page.follow_row(MATHEYSINE).await;
    assert_eq!(page.list_heading().await, MATHEYSINE);
    let epci = SERVED.epci.iter().find(|one| one.nom == MATHEYSINE).unwrap();
    assert_eq!(page.list_count().await, format!("{} communes", epci.communes));
    let address = page.shown_address().await;
    assert_eq!(address, format!("territoire/epci-{}/?vue=liste", epci.code));
    page.back().await;
    assert_eq!(page.list_heading().await, "Isère");
}

#[tokio::test]
async fn a_row_of_a_commune_leads_to_its_answer() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.visit_address(&format!("territoire/{ISERE}/?vue=liste")).await;
    page.choose_listed("Communes").await;
    page.filter_names("Saint-Martin-d'Hères").await;
    page.follow_row("Saint-Martin-d’Hères").await;
    assert_eq!(page.chosen_tab().await, "Fiche");
    assert_eq!(page.heading().await, "Saint-Martin-d’Hères");
}

fn middle(view: &map::Viewport) -> map::ScreenPoint {
    view.screen_from_map(SERVED.anchor(matheysine(), view))
}
