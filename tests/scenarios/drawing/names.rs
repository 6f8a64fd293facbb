//! The names on the map, with the letters of a real browser. Elsewhere scenarios have none.

use scenarios::{MapPage, Window};
use std::collections::BTreeSet;

/// Grenoble and the communes around it.
const GRENOBLE: &str = "#@45.17,5.75,25";

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
}
