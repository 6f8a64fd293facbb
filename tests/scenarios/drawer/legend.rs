//! The legend of a telephone, in the place of the answer.

use map::{Layer, ScreenPoint};
use scenarios::{MapPage, SERVED, Window};

#[tokio::test]
async fn the_legend_opens_in_the_drawer_and_leaves_the_map_free() {
    let page = MapPage::visit_without_motion(Window::Phone).await;
    page.choose("Rhône").await;
    let (width, _) = page.size().await;

    page.press("Légende").await;
    page.settle_scroll().await;

    assert!(page.legend_is_open().await);
    let [panel, _] = page.panel_and_heading().await;
    let map = page.map().await;
    let free = panel.top - map.top;
    assert!(free > 200.0, "the map above the drawer: {free}");
    let middle = ScreenPoint::new(width / 2.0, free / 2.0);
    assert_eq!(page.indices_covered(&[middle]).await, Vec::<usize>::new());
    let before = page.pixel_hash().await;
    page.toggle(Layer::Cls).await;
    assert_ne!(page.pixel_hash().await, before, "the map without CLS");

    page.press("Fiche").await;

    assert!(!page.legend_is_open().await);
    assert_eq!(page.heading().await, "Rhône");
}

#[tokio::test]
async fn a_tap_on_the_map_beside_an_open_legend_chooses_and_shows_the_answer() {
    let page = MapPage::visit_without_motion(Window::Phone).await;
    page.press("Légende").await;
    page.settle_scroll().await;
    assert!(page.legend_is_open().await);

    page.tap(SERVED.point_of("departement-52", &page.view_of_country().await)).await;

    assert!(!page.legend_is_open().await);
    assert_ne!(page.heading().await, "Ce que montre la carte", "what was tapped is chosen");
}
