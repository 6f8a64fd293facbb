//! Layout shift: nothing jumps while the page loads.

use scenarios::{Line, MapPage, Site, Window};

/// The most that may move, as browsers measure it: « good » is below 0.1.
const MOST: f64 = 0.05;

/// The country, a territory, a commune.
const ADDRESSES: [&str; 3] =
    ["", "territoire/epci-200046977/", "territoire/epci-200040715/#commune-38421"];

/// A poor line: the parts of the page come one after the other.
const SLOW: Line = Line::BytesPerSecond(250_000);

#[tokio::test]
async fn nothing_jumps_while_the_page_loads() {
    for window in [Window::Phone, Window::Desk] {
        for address in ADDRESSES {
            let page = MapPage::of(&Site::built(), window).await;
            page.watch_shifts().await;
            page.set_line(SLOW).await;

            page.visit_address(address).await;

            let (shift, moved) = page.layout_shift().await;
            println!("{window:?} /{address}: {shift:.4}");
            assert!(shift < MOST, "{window:?} /{address}: {shift} by {moved:#?}");
        }
    }
}
