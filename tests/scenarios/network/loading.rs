//! Loading: progress, each file once, a program that cannot be had.

use scenarios::{Line, MapPage, Site, Window};

/// A poor line: the program and the data take about two seconds.
const SLOW: Line = Line::BytesPerSecond(250_000);

#[tokio::test]
async fn nothing_is_asked_for_twice() {
    let page = MapPage::visit(Window::Desk).await;
    page.settle().await;

    let mut asked = page.requests().await;
    asked.sort();
    let twice: Vec<&String> =
        asked.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| &pair[0]).collect();

    assert!(asked.len() > 5, "the page and its files, found {asked:?}");
    assert_eq!(twice, Vec::<&String>::new(), "asked for twice");
}

#[tokio::test]
async fn both_parts_of_the_program_start_whatever_type_their_host_gives_them() {
    let page = MapPage::of(&Site::built(), Window::Desk).await;
    page.is_served_by_an_old_host().await;
    page.open().await;
    page.map_is_ready().await;

    page.choose("Rhône").await;

    assert!(!page.has_alert().await);
    assert_eq!(page.announcement().await, "Rhône : 11 CLS, au moins 10 CPTS, 6 projets.");
}

#[tokio::test]
async fn a_program_that_cannot_be_had_is_reported() {
    assert_reports_what_is_gone("./app-").await;
}

#[tokio::test]
async fn addresses_of_the_data_that_cannot_be_had_are_reported() {
    assert_reports_what_is_gone("data/adresses.").await;
}

/// Without the files whose paths start with `prefix`, the page says why and what to do.
async fn assert_reports_what_is_gone(prefix: &str) {
    let site = Site::copied();
    let _missing = site.without(prefix);
    let page = MapPage::of(&site, Window::Desk).await;
    page.open().await;

    let alert = page.alert().await;
    assert!(alert.contains("Le site vient d’être mis à jour"), "expected why: « {alert} »");
    assert!(alert.contains("Recharger"), "expected what to do: « {alert} »");
}

#[tokio::test]
async fn on_a_slow_line_the_page_says_what_it_loads_and_how_much_of_it_is_here() {
    let page = MapPage::of(&Site::built(), Window::Desk).await;
    page.watch_progress().await;
    page.set_line(SLOW).await;

    page.open().await;
    page.map_is_ready().await;

    let lines = page.progress().await;
    for what in ["le programme", "la carte"] {
        let amounts: Vec<_> = lines.iter().filter_map(|line| amounts(line, what)).collect();
        assert!(amounts.len() > 2, "expected « Chargement : {what}… 0 Ko sur 128 Ko »: {lines:#?}");
        assert!(amounts.iter().all(|(here, all)| here <= all), "never more than all: {lines:#?}");
        assert!(amounts.is_sorted_by(|one, next| one.0 <= next.0), "never back: {lines:#?}");
        assert!(amounts[0].0 < amounts[amounts.len() - 1].0, "always the same: {lines:#?}");
    }
}

/// The kilobytes loaded and the kilobytes in all, of « Chargement : la carte… 82 Ko sur 128 Ko ».
fn amounts(line: &str, what: &str) -> Option<(f64, f64)> {
    let amounts = line.strip_prefix("Chargement : ")?.strip_prefix(what)?.strip_prefix("… ")?;
    let (here, all) = amounts.split_once(" sur ")?;
    Some((kilobytes(here)?, kilobytes(all)?))
}

fn kilobytes(amount: &str) -> Option<f64> {
    let (number, unit) = amount.rsplit_once(' ')?;
    let number: f64 = number.replace(',', ".").parse().ok()?;
    match unit {
        "Ko" => Some(number),
        "Mo" => Some(number * 1000.0),
        _ => None,
    }
}
