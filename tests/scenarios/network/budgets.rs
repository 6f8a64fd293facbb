//! Budgets of the served files and of the page, on the site as it was built.

use scenarios::{MapPage, Site, Window};
use std::fs;

/// The budgets of single files after brotli, in bytes, by the start and the end of a path below
/// `data/`.
const BUDGETS: [(&str, &str, u64); 10] = [
    ("departements.", ".geojson.br", 25_000),
    ("epci.", ".geojson.br", 120_000),
    ("cls.", ".geojson.br", 60_000),
    ("cpts.", ".geojson.br", 60_000),
    ("projets.", ".geojson.br", 60_000),
    ("communes.", ".json.br", 450_000),
    ("carte.", ".bin.br", 80_000),
    ("fiches.", ".bin.br", 70_000),
    ("detail/", ".geojson.br", 150_000),
    ("carte/", ".bin.br", 50_000),
];

/// The budget of the median of the detail files, in bytes.
const MEDIAN_OF_DETAILS: u64 = 60_000;

/// The most elements of a page at rest. Each takes about a kilobyte of the browser's memory, whether
/// it is shown or not.
const MOST_ELEMENTS: usize = 1000;

/// The sizes of the files whose paths have that start and that end.
fn sizes(start: &str, end: &str) -> Vec<u64> {
    let data = Site::built().root().join("data");
    let (folder, start) = start.rsplit_once('/').unwrap_or((".", start));
    let entries = fs::read_dir(data.join(folder)).unwrap().map(Result::unwrap);
    let is_such = |name: &str| name.starts_with(start) && name.ends_with(end);
    let such = entries.filter(|entry| entry.file_name().to_str().is_some_and(is_such));
    such.map(|entry| entry.metadata().unwrap().len()).collect()
}

#[test]
fn every_file_of_the_data_is_within_its_budget() {
    for (start, end, budget) in BUDGETS {
        let sizes = sizes(start, end);
        assert!(!sizes.is_empty(), "no file data/{start}*{end}");
        let largest = sizes.iter().max().unwrap();
        assert!(*largest <= budget, "data/{start}*{end}: {largest} bytes for {budget}");
    }
    let mut details = sizes("detail/", ".geojson.br");
    details.sort_unstable();
    assert_eq!(details.len(), 101);
    assert!(details[50] <= MEDIAN_OF_DETAILS, "median of the details: {}", details[50]);
}

#[tokio::test]
async fn a_page_has_no_more_elements_than_a_visit_needs() {
    let page = MapPage::visit(Window::Desk).await;
    page.settle().await;

    let count = page.element_count().await;

    assert!(count <= MOST_ELEMENTS, "{count} elements for {MOST_ELEMENTS}");
}
