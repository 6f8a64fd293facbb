//! Shares, lists, two territories, a table to take along.

use super::person::with_every_hand;

#[tokio::test]
async fn how_much_of_my_department_is_not_covered() {
    with_every_hand(async |person| {
        person.find("Isère", "Isère").await;
        let answer = person.page.panel_text().await;
        assert!(answer.contains("% de la population"), "{answer}");
    })
    .await;
}

#[tokio::test]
async fn which_intercommunalities_have_neither() {
    with_every_hand(async |person| {
        person.find("Ardèche", "Ardèche").await;
        person.show_list().await;
        person.show_neither().await;
        let count = person.page.list_count().await;
        assert!(count.contains("intercommunalités"), "{count}");
        assert!(count.contains("des"), "some of them: {count}");
    })
    .await;
}

#[tokio::test]
async fn two_territories_are_compared_side_by_side() {
    with_every_hand(async |person| {
        person.find("Métropole de Lyon", "Métropole de Lyon").await;
        person.compare().await;
        person.add("Grenoble-Alpes-Métropole").await;
        assert_eq!(
            person.page.compared().await,
            ["Métropole de Lyon", "Grenoble-Alpes-Métropole"],
            "{:?}",
            person.hand
        );
        let answers = person.page.answers_compared().await;
        let shares = &answers["Part des habitants dans un CLS actif"];
        assert!(shares.iter().all(|share| share.contains('%')), "{shares:?}");
    })
    .await;
}

#[tokio::test]
async fn the_csv_of_a_list() {
    with_every_hand(async |person| {
        person.find("Ardèche", "Ardèche").await;
        person.show_list().await;
        person.take_first_of("CSV, au choix", 'c', "CSV pour tableur").await;
        let file = person.page.saved_file().await;
        assert!(file.name.ends_with("departement-07-intercommunalites.csv"), "{}", file.name);
        assert!(file.text.contains("Bassin d’Aubenas"), "{}", file.text);
    })
    .await;
}
