//! On the way to the map: what is being loaded, and what could not be had.

use scenarios::{MapPage, Site, Window};

/// A poor line: the data takes about two seconds.
const BYTES_A_SECOND: i32 = 250_000;

#[tokio::test]
async fn a_file_that_cannot_be_had_is_told_and_trying_again_brings_the_map() {
    let site = Site::copied();
    let missing = site.without("epci.");
    let page = MapPage::of(&site, Window::Desk).await;
    page.open().await;

    let alert = page.alert().await;
    assert!(alert.contains("les intercommunalités"), "expected what is missing, found « {alert} »");
    assert!(!page.is_marked_ready().await, "a map without intercommunalities is not ready");

    page.are_served(&missing.put_back());
    page.press("Réessayer").await;

    page.map_is_ready().await;
    assert!(!page.has_alert().await, "the alert goes when the map comes");
    assert_eq!(page.choices().await, 101, "departments in the selector");
}

#[tokio::test]
async fn on_a_slow_line_the_page_says_what_it_loads_and_how_much_of_it_is_here() {
    let page = MapPage::of(&Site::built(), Window::Desk).await;
    page.watch_progress().await;
    page.slow_down(BYTES_A_SECOND).await;

    page.open().await;
    page.map_is_ready().await;

    let said = page.progress().await;
    let amounts: Vec<(f64, f64)> = said.iter().filter_map(|line| amounts(line)).collect();
    assert!(amounts.len() > 2, "expected « Chargement : les … 0 Ko sur 2,1 Mo », found {said:#?}");
    assert!(amounts.iter().all(|(here, all)| here <= all), "never more than all: {said:#?}");
    assert!(amounts.is_sorted_by(|one, next| one.0 <= next.0), "never back: {said:#?}");
    assert!(amounts[0].0 < amounts[amounts.len() - 1].0, "always the same: {said:#?}");
}

/// What is here and what there is, in kilobytes, of « Chargement : les CPTS… 82 Ko sur 2,1 Mo ».
fn amounts(line: &str) -> Option<(f64, f64)> {
    let (_, amounts) = line.strip_prefix("Chargement : les ")?.split_once("… ")?;
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
