//! The application takes over the page that was there before it, in the same place.

use scenarios::{MapPage, Site, Window};

/// The most that the layout may shift: a fifth of what counts as good.
///
/// # Source
/// web.dev, *Cumulative Layout Shift*.
const MOST_SHIFT: f64 = 0.02;

/// The difference in a channel from which on a pixel differs.
const BOUND: u8 = 32;

/// The largest share of pixels that may differ.
const MOST_DIFFERING: f64 = 0.01;

const PAGES: [&str; 5] = [
    "",
    "territoire/region-84/",
    "territoire/departement-38/",
    "territoire/epci-200040715/",
    "dispositif/cls-4cps/",
];

async fn assert_takes_over_in_place(window: Window) {
    let still = MapPage::of(&Site::built(), window).await;
    still.watch_takeover().await;
    still.program_never_comes().await;
    let page = MapPage::of(&Site::built(), window).await;
    page.watch_takeover().await;
    let mut failures = Vec::new();
    for path in PAGES {
        still.read_page(path).await;
        let before = still.picture().await;
        page.read_page(path).await;
        page.map_is_ready().await;
        let (shift, shifted) = page.layout_shift().await;
        let after = page.picture().await;
        let differing = page.differing([&before, &after], BOUND).await;
        println!("{window:?} /{path}: shift {shift:.4}, differing {differing:.4}");
        if shift > MOST_SHIFT || differing > MOST_DIFFERING {
            failures
                .push(format!("/{path}: shift {shift:.4} {shifted:?}, differing {differing:.4}"));
        }
    }
    assert!(failures.is_empty(), "{failures:#?}");
}

#[tokio::test]
async fn on_a_desk_nothing_moves_when_the_application_takes_over() {
    assert_takes_over_in_place(Window::Desk).await;
}

#[tokio::test]
async fn on_a_telephone_nothing_moves_when_the_application_takes_over() {
    assert_takes_over_in_place(Window::Phone).await;
}
