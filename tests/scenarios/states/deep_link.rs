//! The page of a territory: its sentence does not wait for the map.

use scenarios::{MapPage, Site, Window, plain};
use std::fs;

/// The page of a territory, below the root.
const PAGE: &str = "territoire/epci-200046977/";

#[tokio::test]
async fn the_sentence_of_a_page_is_there_before_its_map() {
    let file = Site::built().root().join(PAGE).join("index.html");
    let html = fs::read_to_string(file).unwrap();
    let (_, rest) = html.split_once("name=\"description\" content=\"").unwrap();
    let sentence = plain(rest.split_once('"').unwrap().0);
    for window in [Window::Phone, Window::Desk] {
        let page = MapPage::of(&Site::built(), window).await;
        page.hang(&["data/carte.", "data/fiches."]).await;
        page.open_page(PAGE).await;

        assert_eq!(page.heading().await, "Métropole de Lyon");
        let text = page.panel_text().await;
        assert!(text.contains(&sentence), "expected « {sentence} », found:\n{text}");
        let [_, heading] = page.panel_and_heading().await;
        assert!(heading.bottom <= 740.0, "in sight: {heading:?}");
    }
}
