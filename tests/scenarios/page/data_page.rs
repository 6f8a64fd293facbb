//! The « Données » page.

use scenarios::{MapPage, SERVED, Window};
use std::collections::BTreeSet;

#[tokio::test]
async fn the_data_page_offers_every_file_with_its_sources_and_leads_back_to_the_map() {
    let page = MapPage::visit(Window::Desk).await;

    page.open_downloads().await;

    assert!(!page.shows_the_map().await, "the page takes the place of the map");
    let downloads = page.downloads().await;
    let offered: BTreeSet<String> = downloads.iter().map(|file| file.url.clone()).collect();
    let files = SERVED.manifest.fichiers.iter();
    let files = files.filter(|(name, _)| !name.ends_with(".schema") && !is_for_the_page(name));
    // A layer is offered under the name that stays the same.
    let is_under_a_stable_name =
        |name: &str| SERVED.manifest.fichiers.contains_key(&format!("export/{name}.geojson"));
    let files = files.filter(|(name, _)| !is_under_a_stable_name(name));
    let address = |url: &String| format!("{}data/{url}", page.address());
    let expected: BTreeSet<String> = files.map(|(_, file)| address(&file.url)).collect();
    assert_eq!(offered, expected);
    for file in &downloads {
        assert_eq!(file.status, 200, "{file:?}");
    }
    let cls = downloads.iter().find(|file| file.url.contains("export/cls.csv")).unwrap();
    assert!(cls.row.contains("ARS Auvergne-Rhône-Alpes, non daté, relevé en mars 2026"), "{cls:?}");

    page.back_to_the_map().await;

    assert!(page.shows_the_map().await);
}

#[tokio::test]
async fn the_rows_of_the_data_page_are_made_when_it_is_shown_and_then_stay() {
    let page = MapPage::visit(Window::Desk).await;
    assert_eq!(page.downloads().await.len(), 0, "most visits never see them");

    page.open_downloads().await;
    let made = page.downloads().await.len();
    page.back_to_the_map().await;

    assert!(made > 100, "{made}");
    assert_eq!(page.downloads().await.len(), made);
}

/// Whether a file is in a form that only the page reads: its content is on offer as GeoJSON and CSV.
fn is_for_the_page(name: &str) -> bool {
    let name = name.split('/').next().unwrap_or(name);
    matches!(name, "carte" | "fiches" | "fiches-suite")
}
