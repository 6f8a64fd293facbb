//! The application takes over the page that was there before it: in its place, and without a flash.

use scenarios::{Line, MapPage, Site, Window};

/// A line on which the program takes a second: time for many screenshots.
const SLOW: Line = Line::BytesPerSecond(250_000);

/// The most that the layout may shift: a fifth of what counts as good.
///
/// # Source
/// web.dev, *Cumulative Layout Shift*.
const MOST_SHIFT: f64 = 0.02;

/// The difference in a channel from which on a pixel differs.
const BOUND: u8 = 32;

/// The largest shares of pixels of the map that may differ between the picture and the map, on a desk and on
/// a telephone. The picture has no borders of intercommunalities, and leaves out less than a pixel of the
/// other lines: most of what differs is the edges of lines.
const MOST_DIFFERING: [f64; 2] = [0.035, 0.075];

/// The largest share of pixels of the map that may be neither those before nor those after.
const MOST_FLASHING: f64 = 0.05;

/// A page of each kind that is taken over.
const PAGES: [&str; 5] = [
    "",
    "territoire/region-84/",
    "territoire/departement-38/",
    "territoire/epci-200040715/",
    "dispositif/cls-4cps/",
];

/// Asserts that the picture of the country is the map that comes in its place.
async fn assert_is_the_same_map(window: Window, most_differing: f64) {
    let still = MapPage::of(&Site::built(), window).await;
    still.program_never_comes().await;
    still.read_page("").await;
    let before = still.bare_screenshot().await;
    let page = MapPage::of(&Site::built(), window).await;
    page.write_no_names().await;
    page.read_page("").await;
    page.map_is_ready().await;
    let after = page.bare_screenshot().await;

    let rect = page.map().await;
    let differing = page.differing(&[before], &[&after], rect, BOUND).await[0];
    assert!(differing < most_differing, "{differing:.4} of the pixels differ");
}

/// Asserts that each page gives way without moving and without a flash.
async fn assert_gives_way(window: Window) {
    let still = MapPage::of(&Site::built(), window).await;
    still.program_never_comes().await;
    let page = MapPage::of(&Site::built(), window).await;
    page.watch_shifts().await;
    page.keep_nothing().await;
    page.set_line(SLOW).await;
    let mut failures = Vec::new();
    for path in PAGES {
        still.read_page(path).await;
        still.settle().await;
        let before = still.screenshot().await;
        let frames = page.film(path).await;
        let (shift, shifted) = page.layout_shift().await;
        let after = frames.last().unwrap();

        let rect = page.map().await;
        let shares = page.differing(&frames, &[&before, after], rect, BOUND).await;
        // The first frames are of the page before this one.
        let begun = shares.iter().position(|&share| share < MOST_FLASHING).unwrap_or(0);
        let flash = shares[begun..].iter().copied().fold(0.0, f64::max);
        assert!(frames.len() - begun > 5, "/{path}: {} frames of it", frames.len() - begun);
        if shift > MOST_SHIFT || flash > MOST_FLASHING {
            failures.push(format!(
                "/{path}: shift {shift:.4} {shifted:?}, flash {flash:.4} {shares:.3?}"
            ));
        }
    }
    assert!(failures.is_empty(), "{failures:#?}");
}

#[tokio::test]
async fn on_a_desk_the_picture_of_the_country_is_the_map_that_takes_its_place() {
    assert_is_the_same_map(Window::Desk, MOST_DIFFERING[0]).await;
}

#[tokio::test]
async fn on_a_telephone_the_picture_of_the_country_is_the_map_that_takes_its_place() {
    assert_is_the_same_map(Window::Phone, MOST_DIFFERING[1]).await;
}

#[tokio::test]
async fn on_a_desk_nothing_moves_or_flashes_when_the_application_takes_over() {
    assert_gives_way(Window::Desk).await;
}

#[tokio::test]
async fn on_a_telephone_nothing_moves_or_flashes_when_the_application_takes_over() {
    assert_gives_way(Window::Phone).await;
}
