//! The row of buttons, with the mouse and without.

use super::at;
use scenarios::{Focus, Key, Window};

#[tokio::test]
async fn the_link_that_is_copied_is_said_and_can_be_pasted() {
    let page = at("territoire/epci-200046977/?couches=cls", Window::Desk).await;

    page.take("Copier le lien").await;

    assert_eq!(page.live_text().await, "Lien copié");
    page.press_key('/').await;
    page.paste().await;
    assert_eq!(
        page.sought().await,
        format!("{}territoire/epci-200046977/?couches=cls", page.address())
    );
}

#[tokio::test]
async fn a_choice_is_walked_with_arrows_and_left_with_escape() {
    let page = at("territoire/epci-200046977/", Window::Desk).await;

    page.take("CSV, au choix").await;
    assert_eq!(page.focus().await.name, "CSV pour tableur");
    page.press_key(Key::Down).await;
    assert_eq!(
        page.focus().await,
        Focus { role: "menuitem".to_owned(), name: "CSV simple".to_owned() }
    );
    page.press_key(Key::Down).await;
    assert_eq!(page.focus().await.name, "CSV pour tableur", "round about");
    page.press_key(Key::Escape).await;

    assert_eq!(page.focus().await.name, "CSV, au choix");
    page.press_key(Key::Enter).await;
    page.press_key(Key::Enter).await;
    assert!(page.saved_file().await.text.starts_with('\u{feff}'));
}

#[tokio::test]
async fn the_row_is_one_line_in_every_window() {
    for window in [Window::Desk, Window::Phone] {
        let page = at("territoire/epci-200046977/", window).await;
        assert_eq!(page.take_row_lines().await, (1, true), "{window:?}");
    }
}

#[tokio::test]
async fn the_lines_for_another_site_open_below_the_answer() {
    let page = at("territoire/epci-200046977/", Window::Desk).await;

    page.take("Intégrer").await;

    assert_eq!(page.focus().await.name, "Intégrer cette carte");
}
