//! Room: the selected territory stays in sight above the drawer, and the answer on any screen.

use scenarios::{MapPage, Screen, Window};

#[tokio::test]
async fn half_way_up_the_selected_territory_stays_in_sight_and_comes_back_with_the_map() {
    let page = MapPage::visit_without_motion(Window::Phone).await;
    page.choose("Rhône").await;
    let address = page.shown_address().await;
    let before = page.layer_rects().await.selection.unwrap();

    page.press_handle().await;

    let [panel, _] = page.panel_and_heading().await;
    let free = panel.top - page.map().await.top;
    let half = page.layer_rects().await.selection.unwrap();
    assert!(before.bottom > free, "the drawer would cover it: {before:?} above {free}");
    assert!(half.top >= 0.0 && half.bottom <= free, "{half:?} above {free}");

    page.back_from_drawer().await;

    assert_eq!(page.layer_rects().await.selection.unwrap(), before);
    assert_eq!(page.shown_address().await, address, "the view is the usual one all the time");
}

#[tokio::test]
async fn on_its_side_and_on_an_enlarged_page_the_answer_is_in_sight() {
    for (width, height) in [(740, 360), (640, 320), (320, 256), (360, 740), (768, 1024), (900, 400)]
    {
        let page = MapPage::visit_without_motion(Window::Desk).await;
        page.move_to_screen(Screen { ratio: 1.0, width, height }).await;

        page.choose("Rhône").await;

        let [_, heading] = page.panel_and_heading().await;
        let [signs, _] = page.signs_and_sentence().await;
        let map = page.map().await;
        let (width, height) = (f64::from(width), f64::from(height));
        assert!(heading.is_inside(width, height), "{width} × {height}: {heading:?}");
        assert!(signs.top < height, "{width} × {height}: {signs:?}");
        assert!(map.bottom - map.top >= 60.0, "{width} × {height}: the map {map:?}");
    }
}
