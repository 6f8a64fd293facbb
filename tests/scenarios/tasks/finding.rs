//! Which schemes are here.

use super::person::with_every_hand;

#[tokio::test]
async fn the_cls_of_my_commune() {
    with_every_hand(async |person| {
        person.find("Saint-Martin-d'Hères", "Saint-Martin-d’Hères").await;
        let answer = person.page.panel_text().await;
        assert!(answer.contains("CLS"), "{answer}");
    })
    .await;
}

#[tokio::test]
async fn the_cpts_that_i_am_in() {
    with_every_hand(async |person| {
        person.find("Saint-Martin-d'Hères", "Saint-Martin-d’Hères").await;
        let answer = person.page.panel_text().await;
        assert!(answer.contains("CPTS Sud-Est grenoblois"), "{answer}");
    })
    .await;
}

#[tokio::test]
async fn whether_a_project_is_near() {
    with_every_hand(async |person| {
        person.find("Saint-Martin-d'Hères", "Saint-Martin-d’Hères").await;
        let answer = person.page.panel_text().await;
        assert!(answer.contains("projet"), "{answer}");
    })
    .await;
}

#[tokio::test]
async fn my_commune_from_its_postal_code() {
    with_every_hand(async |person| person.find("38400", "Saint-Martin-d’Hères").await).await;
}

#[tokio::test]
async fn my_commune_from_its_former_name() {
    with_every_hand(async |person| person.find("fitilieu", "Les Abrets en Dauphiné").await).await;
}
