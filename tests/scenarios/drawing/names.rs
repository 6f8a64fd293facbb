//! The names on the map, with the letters of a real browser. Elsewhere scenarios have none.

use map::ScreenPoint;
use scenarios::{MapPage, Rect, Window, WrittenName};
use std::collections::BTreeSet;

/// Grenoble and the communes around it.
const GRENOBLE: &str = "#@45.17,5.75,25";

/// Cities that are named as towns of a prefecture and lie in a detail with communes.
const CITIES: [(&str, &str); 2] = [("Nice", "#@43.73,7.25,45"), ("Marseille", "#@43.32,5.42,70")];

#[tokio::test]
async fn a_large_town_is_named_before_a_village_and_none_is_named_twice() {
    let page = MapPage::visit_with_names(Window::Desk).await;

    page.visit_address(GRENOBLE).await;

    // A name is written once for each part of the picture that it touches, always in its own font.
    let written = page.names_written().await;
    let fonts = |name: &str| -> BTreeSet<&str> {
        let own = written.iter().filter(|(text, _)| text == name);
        own.map(|(_, font)| font.as_str()).collect()
    };
    assert_eq!(fonts("Saint-Martin-d’Hères").len(), 1, "{written:?}");
    assert_eq!(fonts("Grenoble").len(), 1, "as the town of a prefecture, not as a commune too");
    let shown = page.names_on_map().await;
    for name in ["Grenoble", "Saint-Martin-d’Hères", "Échirolles", "Fontaine"] {
        assert_eq!(count(&shown, name), 1, "{name} in {shown:?}");
    }
    for (name, address) in CITIES {
        page.visit_address(address).await;
        let shown = page.names_on_map().await;
        assert_eq!(count(&shown, name), 1, "{name} in {shown:?}");
    }
}

#[tokio::test]
async fn no_name_lies_under_a_box_of_the_page_or_across_the_edge_of_the_map_at_rest() {
    let page = MapPage::visit_with_names(Window::Desk).await;
    for address in ["", "#@45.4,5.2,600", GRENOBLE, CITIES[0].1, CITIES[1].1] {
        page.visit_address(address).await;
        assert_are_clear(&page, &format!("at « {address} »")).await;
    }
    let before = page.names_on_map().await;

    page.drag(ScreenPoint::new(400.0, 500.0), 130, -70).await;
    assert_are_clear(&page, "after a drag").await;

    page.fold_legend().await;
    let shown = page.names_on_map().await;
    assert!(shown.len() > 5 && shown != before, "names come where the legend was: {shown:?}");
    assert_are_clear(&page, "with the legend closed").await;
    page.fold_legend().await;
    assert_are_clear(&page, "with the legend open again").await;
}

#[tokio::test]
async fn a_name_that_a_box_covered_comes_back_when_the_map_is_dragged_from_under_it() {
    let page = MapPage::visit_with_names(Window::Desk).await;
    page.visit_address(GRENOBLE).await;
    let seen = |names: &[WrittenName]| count(names, "Grenoble");
    assert_eq!(seen(&page.names_on_map().await), 1);
    let legend = page.boxes_over_map().await[0];
    let names = page.names_on_map().await;
    let town = names.iter().find(|name| name.text == "Grenoble").unwrap().rect;
    // In two steps: the town is not beyond the edge of the picture.
    let half = ((legend.left + 60.0 - town.left) / 2.0) as i64;

    page.drag(ScreenPoint::new(200.0, 500.0), half, 0).await;
    page.drag(ScreenPoint::new(200.0, 500.0), half, 0).await;
    assert_eq!(seen(&page.names_on_map().await), 0, "under the legend");

    page.drag(ScreenPoint::new(200.0 + half as f64, 500.0), -half, 0).await;
    assert_eq!(seen(&page.names_on_map().await), 1, "clear of it again");
}

#[tokio::test]
async fn the_name_of_what_is_selected_lies_above_its_outline() {
    let page = MapPage::visit_with_names(Window::Desk).await;
    page.visit_address(CITIES[0].1).await;
    let before = page.names_written().await.len();

    page.touch(ScreenPoint::new(300.0, 300.0)).await;

    assert!(page.layer_rects().await.selection.is_some(), "something is selected");
    let written = page.names_written().await.split_off(before);
    assert!(
        written.iter().any(|(text, _)| text == "Nice"),
        "once more, after the line: {written:?}"
    );
}

#[tokio::test]
async fn the_boxes_of_the_departments_overseas_are_named_on_a_phone() {
    let page = MapPage::visit_with_names(Window::Phone).await;

    let shown = page.names_on_map().await;

    for name in ["Guadeloupe", "Martinique", "Guyane", "La Réunion", "Mayotte"] {
        assert_eq!(count(&shown, name), 1, "{name} in {shown:?}");
    }
}

fn count(names: &[WrittenName], text: &str) -> usize {
    names.iter().filter(|name| name.text == text).count()
}

/// Asserts that no name lies under a box or across the edge of the map.
async fn assert_are_clear(page: &MapPage, when: &str) {
    let boxes = page.boxes_over_map().await;
    let (width, height) = page.size().await;
    let screen = Rect { left: 0.0, top: 0.0, right: width, bottom: height };
    let is_wrong = |name: &WrittenName| {
        // Numbers are those of discs and scale bars.
        let is_name = name.text.chars().next().is_some_and(char::is_alphabetic);
        let is_cut = name.rect.overlaps(screen) && !name.rect.is_inside(width, height);
        is_name && (is_cut || boxes.iter().any(|one| one.overlaps(name.rect)))
    };
    let wrong: Vec<_> = page.names_on_map().await.into_iter().filter(is_wrong).collect();
    assert!(wrong.is_empty(), "{when}: {wrong:?} with boxes {boxes:?}");
}
