//! The search box without a mouse.

use scenarios::{Focus, Key, MapPage, Window};

#[tokio::test]
async fn from_the_slash_to_the_answer_of_a_commune_by_keyboard_alone() {
    let page = MapPage::visit_without_motion(Window::Desk).await;

    page.press_key('/').await;
    let Focus { role, name } = page.focus().await;
    assert_eq!(role, "combobox");
    assert!(name.starts_with("Chercher une commune"), "{name}");
    assert!(!page.search_is_expanded().await, "nothing is typed yet");

    page.type_text("aubena").await;
    assert!(page.search_is_expanded().await);
    let count = page.results().await.len();
    assert_eq!(page.live_text().await, format!("{count} résultats, flèches pour choisir"));

    page.press_key(Key::Down).await;
    assert!(page.results().await[0].is_current);
    page.press_key(Key::Up).await;
    assert!(page.results().await[count - 1].is_current, "round about");
    page.press_key(Key::Down).await;
    page.press_key(Key::Enter).await;

    assert_eq!(page.heading().await, "Aubenas");
    assert_eq!(page.focus().await.name, "Fiche du territoire");
    assert!(page.announcement().await.starts_with("Aubenas"), "{}", page.announcement().await);
    assert!(!page.search_is_expanded().await);
}

#[tokio::test]
async fn the_slash_can_be_switched_off() {
    let page = MapPage::visit_without_motion(Window::Desk).await;

    page.press_box("La touche « / » mène à la recherche").await;
    page.press_key('/').await;
    assert_ne!(page.focus().await.role, "combobox");
    page.press_box("La touche « / » mène à la recherche").await;
    page.press_key('/').await;

    // A box of the footer is no field of text.
    assert_eq!(page.focus().await.role, "combobox");
}

#[tokio::test]
async fn enter_alone_takes_the_first_result() {
    let page = MapPage::visit_without_motion(Window::Desk).await;

    page.press_key('/').await;
    page.type_text("07200").await;
    page.press_key(Key::Enter).await;

    assert_eq!(page.heading().await, "Aubenas");
}

#[tokio::test]
async fn escape_closes_the_list_and_then_empties_the_box() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.press_key('/').await;
    page.type_text("aubenas").await;

    page.press_key(Key::Escape).await;
    assert!(!page.search_is_expanded().await);
    assert_eq!(page.sought().await, "aubenas");
    page.press_key(Key::Down).await;
    assert!(page.search_is_expanded().await, "an arrow opens it again");
    page.press_key(Key::Escape).await;
    page.press_key(Key::Escape).await;

    assert_eq!(page.sought().await, "");
    assert_eq!(page.focus().await.role, "combobox", "still in the box");
}

#[tokio::test]
async fn tab_leaves_the_box_and_closes_its_list() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.press_key('/').await;
    page.type_text("aubenas").await;

    let next = page.tab().await;

    assert_ne!(next.role, "combobox");
    assert_eq!(page.results().await, []);
}

#[tokio::test]
async fn what_is_not_found_is_said() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.press_key('/').await;

    page.type_text("xyzxyzxyz").await;

    assert_eq!(page.live_text().await, "Aucun résultat");
    assert!(!page.search_is_expanded().await, "there is no list");
}
