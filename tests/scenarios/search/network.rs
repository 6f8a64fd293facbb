//! The files of the search box: when they come, how large they are, and what happens without them.

use scenarios::{Line, MapPage, Site, Window};
use std::fs;

/// The most bytes of data before the first suggestion.
const FIRST_SUGGESTION: usize = 15_000;

/// The bytes after brotli of the files of the site that the page has asked for, and whose addresses have
/// `part`.
async fn bytes_asked_for(page: &MapPage, part: &str) -> usize {
    let size = |request: &String| {
        let path = request.strip_prefix(page.address()).unwrap_or(request);
        fs::metadata(Site::built().root().join(format!("{path}.br"))).unwrap().len() as usize
    };
    let requests = page.requests().await;
    requests.iter().filter(|request| request.contains(part)).map(size).sum()
}

#[tokio::test]
async fn nothing_of_the_search_is_fetched_before_its_first_use_and_the_page_does_not_move_then() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    assert_eq!(bytes_asked_for(&page, "recherche").await, 0);
    let before = page.search_and_map().await;

    page.seek("bron").await;

    let part = bytes_asked_for(&page, "snippets/recherche").await;
    let [towns, all] = [
        bytes_asked_for(&page, "recherche-villes").await,
        bytes_asked_for(&page, "recherche.").await,
    ];
    println!("after brotli: program {part} bytes, towns {towns}, with all communes {all}");
    assert!(part > 0 && towns > 0, "{part} {towns}");
    assert_eq!(page.search_and_map().await, before, "the page did not move");
}

#[tokio::test]
async fn towns_are_found_before_the_other_communes_and_a_missing_file_is_said_and_asked_for_again()
{
    let site = Site::copied();
    let missing = site.without("data/recherche.");
    let page = MapPage::visit_site_without_motion(&site, Window::Desk).await;

    let found = page.found("grenoble").await;
    assert!(found[0].starts_with("Grenoble | 38000"), "{found:#?}");
    let towns = bytes_asked_for(&page, "recherche-villes").await;
    assert!(towns <= FIRST_SUGGESTION, "{towns} bytes before the first suggestion");
    let alert = page.alert().await;
    assert!(alert.starts_with("Recherche indisponible."), "{alert}");
    assert!(alert.contains("pour avoir la liste des communes"), "{alert}");

    page.are_served(&missing.put_back());
    page.press("Réessayer").await;

    assert!(!page.has_alert().await, "the alert goes when the communes come");
    let found = page.found("vallon pont d arc").await;
    assert!(found[0].starts_with("Vallon-Pont-d’Arc | 07150"), "{found:#?}");
}

#[tokio::test]
async fn a_program_that_cannot_be_had_is_said_and_asked_for_again() {
    let site = Site::copied();
    let missing = site.without("snippets/recherche.");
    let page = MapPage::visit_site_without_motion(&site, Window::Desk).await;

    page.seek("gren").await;
    let alert = page.alert().await;
    assert!(alert.starts_with("Recherche indisponible."), "{alert}");

    page.are_served(&missing.put_back());
    page.press("Réessayer").await;

    assert!(!page.has_alert().await);
    let found = page.found("grenoble").await;
    assert!(found[0].starts_with("Grenoble |"), "{found:#?}");
}

#[tokio::test]
async fn after_its_first_use_the_search_needs_no_line() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.seek("bron").await;

    page.set_line(Line::Cut).await;

    let found = page.found("bassin d aubenas").await;
    assert!(found[0].ends_with("Intercommunalité · Ardèche"), "{found:#?}");
    let name = found[0].split(" | ").next().unwrap_or_default();
    page.choose_result(name).await;
    assert_eq!(page.heading().await, name);
}
