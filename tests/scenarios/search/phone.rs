//! The search box on a telephone of 360 × 740.

use scenarios::{MapPage, Window};

/// The smallest height of a row for a thumb, CSS pixels.
const ROW: f64 = 44.0;

/// The width of the window, CSS pixels.
const WIDTH: f64 = 360.0;

#[tokio::test]
async fn on_a_phone_the_box_is_above_the_map_and_its_rows_fit_a_thumb() {
    let page = MapPage::visit_without_motion(Window::Phone).await;
    let [search, map] = page.search_and_map().await;
    assert!(search.bottom <= map.top, "the box {search:?} lies over the map {map:?}");
    assert!(search.right - search.left > WIDTH / 2.0, "{search:?}");
    assert!(search.shorter_side() >= ROW, "{search:?}");

    page.seek("saint denis").await;

    let results = page.results().await;
    assert!(results.len() > 3, "{results:#?}");
    assert!(results.iter().all(|one| one.height >= ROW), "{results:#?}");
    assert!(page.widths().await.content <= WIDTH, "nothing to scroll sideways");
    assert_eq!(page.search_and_map().await, [search, map], "the page did not move");

    page.choose_result("Saint-Denis").await;

    assert_eq!(page.heading().await, "Saint-Denis");
    assert_ne!(page.focus().await.role, "combobox", "the keyboard goes");
}
