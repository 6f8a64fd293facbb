//! What the search box finds, and what a result leads to.

use scenarios::{MapPage, Window};

#[tokio::test]
async fn a_postal_code_leads_to_the_answer_of_a_commune() {
    let page = MapPage::visit_without_motion(Window::Desk).await;

    let found = page.found("38400").await;
    let saint_martin = "Saint-Martin-d’Hères | 38400 · Isère · Grenoble-Alpes-Métropole";
    assert_eq!(found[0], saint_martin, "{found:#?}");
    page.choose_result("Saint-Martin-d’Hères").await;

    assert_eq!(page.heading().await, "Saint-Martin-d’Hères");
    let address = page.shown_address().await;
    assert_eq!(address, "territoire/epci-200040715/#commune-38421");
    assert_eq!(page.sought().await, "Saint-Martin-d’Hères");
    assert_eq!(page.results().await, [], "the list is closed");
}

#[tokio::test]
async fn five_figures_that_are_a_postal_code_and_an_insee_code_find_both() {
    let page = MapPage::visit_without_motion(Window::Desk).await;

    let found = page.found("38400").await;

    let moirans = "Saint-Jean-de-Moirans | code Insee 38400 · 38430 · Isère";
    assert!(found.iter().any(|one| one.starts_with(moirans)), "{found:#?}");
    let found = page.found("69003").await;
    let third = "Lyon 3e Arrondissement | 69003 · Arrondissement municipal";
    assert!(found.iter().any(|one| one == third), "{found:#?}");
}

#[tokio::test]
async fn a_former_name_leads_to_the_commune_of_today() {
    let page = MapPage::visit_without_motion(Window::Desk).await;

    let found = page.found("fitilieu").await;
    assert!(
        found[0].starts_with("Les Abrets en Dauphiné | anciennement Fitilieu · 38490"),
        "{found:#?}"
    );
    page.choose_result("Les Abrets en Dauphiné").await;

    assert_eq!(page.heading().await, "Les Abrets en Dauphiné");
}

#[tokio::test]
async fn spelling_accents_apostrophes_and_errors_do_not_matter() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    for (text, name) in [
        ("Grenobel", "Grenoble"),
        ("st martin d heres", "Saint-Martin-d’Hères"),
        ("Ste-Foy-les-Lyon", "Sainte-Foy-lès-Lyon"),
        ("ECHIROLLES", "Échirolles"),
        ("l’hay les roses", "L’Haÿ-les-Roses"),
        ("villefranche s/ saone", "Villefranche-sur-Saône"),
    ] {
        let found = page.found(text).await;
        assert!(found[0].starts_with(&format!("{name} |")), "{text}: {found:#?}");
    }
}

#[tokio::test]
async fn homonyms_are_told_apart_by_their_department() {
    let page = MapPage::visit_without_motion(Window::Desk).await;

    let found = page.found("saint denis").await;
    let own: Vec<&String> = found.iter().filter(|one| one.starts_with("Saint-Denis |")).collect();
    for department in ["Seine-Saint-Denis", "La Réunion", "Aude", "Gard"] {
        assert!(own.iter().any(|one| one.contains(department)), "{department}: {found:#?}");
    }
    let found = page.found("saint denis 974").await;
    assert!(found[0].contains("La Réunion"), "{found:#?}");
}

#[tokio::test]
async fn territories_of_all_levels_and_schemes_are_found_and_chosen() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    for (text, name, kind) in [
        ("auvergne rhone", "Auvergne-Rhône-Alpes", "Région"),
        ("isere", "Isère", "Département 38 · Auvergne-Rhône-Alpes"),
        ("38", "Isère", "Département 38 · Auvergne-Rhône-Alpes"),
        ("grenoble alpes", "Grenoble-Alpes-Métropole", "Intercommunalité · Isère"),
        ("cls venissieux", "CLS Vénissieux", "CLS · Rhône"),
    ] {
        let found = page.found(text).await;
        assert!(found.contains(&format!("{name} | {kind}")), "{text}: {found:#?}");
        page.choose_result(name).await;
        assert_eq!(page.heading().await, name, "{text}");
    }
}

#[tokio::test]
async fn each_result_says_which_schemes_are_there() {
    let page = MapPage::visit_without_motion(Window::Desk).await;

    page.seek("venissieux").await;
    let results = page.results().await;
    let commune = results.iter().find(|one| one.name == "Vénissieux").unwrap();
    assert!(commune.schemes.starts_with("CLS, "), "{results:#?}");

    page.seek("ouessant").await;
    let results = page.results().await;
    let no_list = "pas de CLS connu, pas de CPTS connue, pas de projet connu";
    assert_eq!(results[0].schemes, no_list, "{results:#?}");
}

#[tokio::test]
async fn the_name_in_the_box_goes_when_something_else_is_chosen() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.seek("aubenas").await;
    page.choose_result("Aubenas").await;

    page.choose("Rhône").await;

    assert_eq!(page.sought().await, "");
}
