//! The site as it is published: at the address that stands in its files.

use scenarios::{MapPage, Server, Site, Window, lines_to_copy};

/// The folder of the page that is pasted.
const PAGE: &str = "territoire/departement-69";

/// The address with which `make hosts` assembled the site.
pub fn site_address() -> String {
    std::env::var("HOSTED_SITE_URL").unwrap_or_else(|_| "http://127.0.0.1:8473".into())
}

/// A browser, and the site that is served at its address.
pub async fn visitor(window: Window) -> MapPage {
    let site = Site::built();
    let address = site_address();
    let server = Server::listening(site.root(), address.trim_start_matches("http://"));
    let page = MapPage::served_by(server.into(), &site, window).await;
    page.watch_frame_height().await;
    page.reduce_motion().await;
    page
}

/// The address of the page of the Rhône.
pub fn rhone() -> String {
    format!("{}/{PAGE}/", site_address())
}

/// The lines that this page gives to copy.
pub fn lines() -> String {
    lines_to_copy(PAGE)
}

/// Looks at the first frame: its map is there, nothing scrolls in it or beside it, and its height is right
/// within 2 pixels after one resize at most.
pub async fn shows_the_map(page: &MapPage, heights: &[f64]) {
    let wanted = *heights.last().unwrap();
    page.until_frame_is(wanted).await;
    page.enter_frame_with_map().await;
    assert_eq!(page.overflow().await, [0.0, 0.0], "nothing scrolls in the frame");
    page.leave_frame().await;
    assert!(page.overflow().await[0] <= 0.0, "the page is as wide as its window");
    assert_eq!(page.frame_heights().await.len(), heights.len(), "{:?}", page.frame_heights().await);
}

/// Opens a page of a site after another, so that there is a way back.
pub async fn visit(page: &MapPage, before: &str, address: &str) {
    for address in [before, address] {
        page.go_to(address).await;
    }
}

/// Goes back to the page before, in one step. The console has no error.
pub async fn is_left_at_once(page: &MapPage, before: &str) {
    assert_eq!(page.console_errors().await, Vec::<String>::new(), "errors of the console");
    leads_back(page, before).await;
}

/// Goes back to the page before, in one step. The console has no error of the map; the page may have its own.
pub async fn is_left_at_once_by_an_editor(page: &MapPage, before: &str) {
    let site = site_address();
    let ours: Vec<String> =
        page.console_errors().await.into_iter().filter(|error| error.contains(&site)).collect();
    assert_eq!(ours, Vec::<String>::new(), "errors of the map");
    leads_back(page, before).await;
}

async fn leads_back(page: &MapPage, before: &str) {
    page.go_back().await;
    assert_eq!(page.requests().await[0], before, "one step back");
}
