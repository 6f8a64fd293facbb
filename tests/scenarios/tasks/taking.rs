//! A picture, a link, and a whole way by keyboard.

use super::person::with_every_hand;

#[tokio::test]
async fn a_picture_for_a_slide() {
    with_every_hand(async |person| {
        person.find("Ardèche", "Ardèche").await;
        person.take_first_of("Image, au choix", 'i', "Image PNG").await;
        let file = person.page.saved_file().await;
        assert_eq!(file.name, "sante-des-territoires-departement-07.png");
        assert!(file.length > 20_000, "{} bytes", file.length);
    })
    .await;
}

#[tokio::test]
async fn a_link_to_share() {
    with_every_hand(async |person| {
        person.find("Ardèche", "Ardèche").await;
        person.take("Copier le lien", 'l').await;
        assert_eq!(person.page.live_text().await, "Lien copié");
    })
    .await;
}

#[tokio::test]
async fn from_a_name_to_the_table_of_what_is_not_covered_by_keyboard_alone() {
    with_every_hand(async |person| {
        person.find("Ardèche", "Ardèche").await;
        person.show_list().await;
        person.show_neither().await;
        person.take_first_of("CSV, au choix", 'c', "CSV pour tableur").await;
        let rows = person.page.saved_file().await.text.lines().count() - 1;
        let count = person.page.list_count().await;
        assert!(count.starts_with(&rows.to_string()), "{rows} rows of {count}");
    })
    .await;
}
