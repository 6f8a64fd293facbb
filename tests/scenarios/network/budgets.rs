//! Budgets of the served files and of the page, on the site as it was built.

use map::Layer;
use scenarios::{MapPage, SERVED, Site, Window};
use std::fs;

/// The budget of each of the files with that start and that end of their path below `data/`, in
/// bytes after brotli.
struct Budget {
    start: &'static str,
    end: &'static str,
    /// The bytes without any scheme.
    base: usize,
    /// The bytes that each scheme of these layers may add.
    each: usize,
    layers: &'static [Layer],
}

/// CLS and CPTS, which divide the ground into cells.
const DIVIDING: &[Layer] = &[Layer::Cls, Layer::Cpts];

/// The 500 CLS and 800 CPTS of `geodata/tests/all/scale.rs` give a `carte.bin` of 113 KB, and may
/// take 137.
const BUDGETS: [Budget; 14] = [
    Budget { start: "departements.", end: ".geojson.br", base: 24_000, each: 8, layers: DIVIDING },
    Budget { start: "epci.", end: ".geojson.br", base: 102_000, each: 30, layers: DIVIDING },
    Budget { start: "cls.", end: ".geojson.br", base: 10_000, each: 250, layers: &[Layer::Cls] },
    Budget { start: "cpts.", end: ".geojson.br", base: 10_000, each: 250, layers: &[Layer::Cpts] },
    Budget { start: "projets.", end: ".geojson.br", base: 60_000, each: 0, layers: &[] },
    Budget { start: "communes.", end: ".json.br", base: 450_000, each: 0, layers: &[] },
    Budget { start: "recherche.", end: ".bin.br", base: 220_000, each: 0, layers: &[] },
    Budget { start: "recherche-villes.", end: ".bin.br", base: 15_000, each: 0, layers: &[] },
    Budget { start: "carte.", end: ".bin.br", base: 62_000, each: 58, layers: DIVIDING },
    Budget { start: "fiches.", end: ".bin.br", base: 30_000, each: 100, layers: DIVIDING },
    Budget { start: "fiches-suite.", end: ".bin.br", base: 15_000, each: 100, layers: DIVIDING },
    Budget { start: "fiches/", end: ".bin.br", base: 10_000, each: 0, layers: &[] },
    Budget { start: "detail/", end: ".geojson.br", base: 150_000, each: 0, layers: &[] },
    Budget { start: "carte/", end: ".bin.br", base: 50_000, each: 0, layers: &[] },
];

/// The budget of `carte.bin` with the lists at hand, however many schemes they have.
const MAP: usize = 100_000;

/// The budget of the median of the detail files, in bytes.
const MEDIAN_OF_DETAILS: usize = 60_000;

/// The budgets of the largest file of the city level and of their median, in bytes.
const CITIES: [usize; 2] = [200_000, 60_000];

/// A part of the name of a file of the city level, which has budgets of its own.
const OF_A_CITY: &str = "-ville.";

impl Budget {
    fn bytes(&self) -> usize {
        let schemes = SERVED.model.schemes.iter();
        let schemes = schemes.filter(|scheme| self.layers.contains(&scheme.index.layer)).count();
        self.base + self.each * schemes
    }
}

/// The most elements of a page at rest. Each takes about a kilobyte of the browser's memory, whether
/// it is shown or not.
const MOST_ELEMENTS: usize = 1000;

/// The sizes of the files whose paths have that start and that end; without those of the city level.
fn sizes(start: &str, end: &str) -> Vec<usize> {
    let (folder, start) = start.rsplit_once('/').unwrap_or((".", start));
    sizes_of(folder, |name| {
        name.starts_with(start) && name.ends_with(end) && !name.contains(OF_A_CITY)
    })
}

/// The sizes of the files of a folder below `data/` whose names are such.
fn sizes_of(folder: &str, is_such: impl Fn(&str) -> bool) -> Vec<usize> {
    let data = Site::built().root().join("data");
    let entries = fs::read_dir(data.join(folder)).unwrap().map(Result::unwrap);
    // Files of former builds lie beside those of this one.
    let is_served = |name: &str| {
        let path = format!("{folder}/{name}");
        let path = path.trim_start_matches("./").trim_end_matches(".br");
        SERVED.manifest.fichiers.values().any(|file| file.url == path)
    };
    let is_meant = |name: &str| is_such(name) && is_served(name);
    let such = entries.filter(|entry| entry.file_name().to_str().is_some_and(is_meant));
    such.map(|entry| entry.metadata().unwrap().len() as usize).collect()
}

#[test]
fn every_file_of_the_data_is_within_its_budget() {
    for budget in BUDGETS {
        let (start, end, most) = (budget.start, budget.end, budget.bytes());
        let sizes = sizes(start, end);
        assert!(!sizes.is_empty(), "no file data/{start}*{end}");
        let largest = *sizes.iter().max().unwrap();
        assert!(largest <= most, "data/{start}*{end}: {largest} bytes for {most}");
    }
    assert!(sizes("carte.", ".bin.br")[0] <= MAP);
    let mut details = sizes("detail/", ".geojson.br");
    details.sort_unstable();
    assert_eq!(details.len(), 101);
    assert!(details[50] <= MEDIAN_OF_DETAILS, "median of the details: {}", details[50]);
    let mut cities = sizes_of("carte", |name| name.contains(OF_A_CITY) && name.ends_with(".br"));
    cities.sort_unstable();
    assert_eq!(cities.len(), 101);
    assert!(cities[100] <= CITIES[0] && cities[50] <= CITIES[1], "cities: {cities:?}");
}

#[tokio::test]
async fn a_page_has_no_more_elements_than_a_visit_needs() {
    let page = MapPage::visit(Window::Desk).await;
    page.settle().await;

    let count = page.element_count().await;

    assert!(count <= MOST_ELEMENTS, "{count} elements for {MOST_ELEMENTS}");
}
