//! Files of before a deployment: the page says so, and loads itself again.

use scenarios::{MapPage, Site, Window};

/// What is said of a file that is gone.
const UPDATED: &str = "Le site vient d’être mis à jour.";

#[tokio::test]
async fn a_map_that_is_gone_means_a_newer_site_and_reloading_brings_it() {
    let site = Site::copied();
    let missing = site.without("data/carte.");
    let page = MapPage::of(&site, Window::Desk).await;
    page.open().await;

    let alert = page.alert().await;
    assert!(alert.contains(UPDATED) && alert.contains("la carte"), "found « {alert} »");
    assert!(!page.is_marked_ready().await, "a map without territories is not ready");

    page.are_served(&missing.put_back());
    page.press_reload().await;

    assert!(!page.has_alert().await, "the alert goes when the map comes");
    assert_eq!(page.choices().await, 101, "departments in the selector");
}

#[tokio::test]
async fn without_a_map_the_answer_is_there_all_the_same() {
    let site = Site::copied();
    let _missing = site.without("data/carte.");
    let page = MapPage::of(&site, Window::Desk).await;
    page.open_page("territoire/departement-69/").await;

    assert!(page.alert().await.contains("la carte"));
    page.settle().await;

    assert_eq!(page.heading().await, "Rhône");
    assert_eq!(page.announcement().await, "Rhône : 11 CLS, au moins 10 CPTS, 6 projets.");
}

#[tokio::test]
async fn answers_that_are_gone_leave_the_map_and_reloading_brings_them() {
    let site = Site::copied();
    let missing = site.without("data/fiches.");
    let page = MapPage::of(&site, Window::Desk).await;
    page.open().await;
    page.map_is_ready().await;

    page.choose("Rhône").await;
    assert_eq!(page.heading().await, "Rhône", "what is selected has its name");
    let alert = page.alert().await;
    assert!(alert.contains(UPDATED) && alert.contains("les fiches"), "found « {alert} »");

    page.are_served(&missing.put_back());
    page.press_reload().await;

    assert!(!page.has_alert().await, "the alert goes when the answers come");
    assert_eq!(page.announcement().await, "Rhône : 11 CLS, au moins 10 CPTS, 6 projets.");
}

#[tokio::test]
async fn a_program_of_the_answers_that_is_gone_leaves_the_map_and_reloading_brings_it() {
    let site = Site::copied();
    let missing = site.without("snippets/fiches.");
    let page = MapPage::of(&site, Window::Desk).await;
    page.open().await;
    page.map_is_ready().await;

    page.visit_address("territoire/departement-69/").await;
    let alert = page.alert().await;
    assert!(alert.contains(UPDATED), "found « {alert} »");
    assert!(alert.contains("le programme des fiches"), "found « {alert} »");

    page.are_served(&missing.put_back());
    page.press_reload().await;

    assert!(!page.has_alert().await, "the alert goes when the answers come");
    assert_eq!(page.announcement().await, "Rhône : 11 CLS, au moins 10 CPTS, 6 projets.");
}
