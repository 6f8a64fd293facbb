//! The line to the server: cut, back again, hanging.

use scenarios::{Line, MapPage, Site, Window};

#[tokio::test]
async fn a_detail_that_failed_is_asked_for_again_when_the_line_is_back() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.set_line(Line::Cut).await;
    page.choose("Rhône").await;
    let asked = page.until_details_are_asked_for().await;
    page.settle().await;
    let coarse = page.pixel_hash().await;

    page.set_line(Line::Unlimited).await;
    page.until_asked_again(&asked[0]).await;
    page.settle().await;

    assert_ne!(page.pixel_hash().await, coarse, "the communes are drawn");
}

#[tokio::test]
async fn answers_that_failed_for_want_of_a_line_come_when_it_is_back() {
    let page = MapPage::of(&Site::built(), Window::Desk).await;
    page.refuse(&["data/fiches."]).await;
    page.open().await;
    page.map_is_ready().await;
    let alert = page.alert().await;
    assert!(alert.contains("Vérifiez votre connexion à Internet"), "found « {alert} »");

    page.refuse_nothing_more().await;
    page.set_line(Line::Cut).await;
    page.set_line(Line::Unlimited).await;
    page.until_answers_are_here().await;

    assert!(!page.has_alert().await);
    assert_eq!(page.heading().await, "Ce que montre la carte");
}

#[tokio::test]
async fn answers_that_failed_for_want_of_a_line_come_when_they_are_asked_for_again() {
    let page = MapPage::of(&Site::built(), Window::Desk).await;
    page.refuse(&["data/fiches."]).await;
    page.open().await;
    page.map_is_ready().await;
    assert!(page.alert().await.contains("les fiches"));

    page.refuse_nothing_more().await;
    page.press("Réessayer").await;

    assert!(!page.has_alert().await, "the alert goes when the answers come");
    assert_eq!(page.heading().await, "Ce que montre la carte");
}

#[tokio::test]
async fn a_map_that_failed_for_want_of_a_line_comes_when_it_is_asked_for_again() {
    let page = MapPage::of(&Site::built(), Window::Desk).await;
    page.refuse(&["data/carte."]).await;
    page.open().await;
    let alert = page.alert().await;
    assert!(alert.contains("la carte") && alert.contains("réessayez"), "found « {alert} »");

    page.refuse_nothing_more().await;
    page.press("Réessayer").await;

    page.map_is_ready().await;
    assert!(!page.has_alert().await, "the alert goes when the map comes");
}

#[tokio::test]
async fn a_map_that_hangs_is_told_after_eight_seconds_with_a_way_out() {
    let page = MapPage::of(&Site::built(), Window::Desk).await;
    page.hang(&["data/carte."]).await;
    page.open().await;

    let notice = page.until_notice_says("Rien n’est arrivé depuis 8").await;

    assert!(notice.contains("pour la carte"), "{notice}");
    assert!(notice.contains("Recharger"), "{notice}");
    assert!(!page.has_alert().await, "it still may come");
}

#[tokio::test]
async fn answers_that_hang_are_told_in_the_panel() {
    let page = MapPage::of(&Site::built(), Window::Desk).await;
    page.hang(&["data/fiches."]).await;
    page.open().await;

    let notice = page.until_notice_says("Rien n’est arrivé depuis 8").await;

    assert!(notice.contains("pour les fiches"), "{notice}");
}
