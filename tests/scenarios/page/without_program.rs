//! Pages without the application: no script, no WebAssembly, or a program that cannot be had.

use scenarios::{MapPage, Site, Window};
use std::fs;

/// A page of each kind, with words of it: a scheme, a status, a source, a date.
const PAGES: [(&str, &[&str]); 7] = [
    ("", &["contrats locaux de santé (CLS)", "Auvergne-Rhône-Alpes", "Isère"]),
    ("territoire/region-84/", &["Auvergne-Rhône-Alpes", "CLS", "actif", "Source :", "2026"]),
    ("territoire/departement-38/", &["Isère", "CLS", "actif", "Source :", "2026"]),
    (
        "territoire/epci-200040715/",
        &["Grenoble-Alpes-Métropole", "CLS", "Source :", "2026", "Saint-Martin-d’Hères"],
    ),
    ("dispositif/cls-4cps/", &["CLS 4CPS", "actif", "Source"]),
    ("donnees/", &["Données", "GeoJSON", "Licence Ouverte"]),
    ("a-propos/", &["À propos", "Mentions légales", "RGAA"]),
];

/// The page of a department.
const ISERE: &str = "territoire/departement-38/";

/// Asserts that the page of the department is there whole, and that its links lead on.
async fn assert_stays_whole(page: &MapPage) {
    let text = page.whole_text().await;
    for word in ["Isère", "Source :", "Grenoble-Alpes-Métropole", "Savoie"] {
        assert!(text.contains(word), "expected « {word} », found:\n{text}");
    }
    page.follow("Savoie").await;
    assert!(page.title().await.starts_with("Savoie"), "{}", page.title().await);
}

#[tokio::test]
async fn without_a_script_every_kind_of_page_answers() {
    let page = MapPage::of(&Site::built(), Window::Desk).await;
    page.switch_scripts_off().await;

    for (path, words) in PAGES {
        page.read_page(path).await;
        let text = page.whole_text().await;
        for word in words {
            assert!(text.contains(word), "{path}: expected « {word} », found:\n{text}");
        }
        assert!(!text.contains("Chargement"), "{path}: nothing is on its way:\n{text}");
    }
}

#[tokio::test]
async fn without_a_script_links_lead_from_the_country_to_a_neighbour_on_a_telephone() {
    let page = MapPage::of(&Site::built(), Window::Phone).await;
    page.switch_scripts_off().await;
    page.read_page("").await;

    page.follow("Isère").await;

    assert!(page.title().await.starts_with("Isère"), "{}", page.title().await);
    assert_stays_whole(&page).await;
}

#[tokio::test]
async fn a_page_stays_whole_in_a_browser_without_web_assembly() {
    let page = MapPage::of(&Site::built(), Window::Desk).await;
    page.has_no_web_assembly().await;
    page.read_page(ISERE).await;

    let alert = page.alert().await;
    assert!(alert.contains("la page reste entière"), "found « {alert} »");
    assert_stays_whole(&page).await;
}

#[tokio::test]
async fn a_page_stays_whole_when_its_program_cannot_be_had() {
    let site = Site::copied();
    let _missing = site.without("./app-");
    let page = MapPage::of(&site, Window::Desk).await;
    page.read_page(ISERE).await;

    let alert = page.alert().await;
    assert!(alert.contains("Le site vient d’être mis à jour"), "found « {alert} »");
    assert_stays_whole(&page).await;
}

#[tokio::test]
async fn a_page_stays_whole_when_a_host_calls_its_script_plain_text() {
    let site = Site::copied();
    let path = site.root().join(ISERE).join("index.html");
    let html = fs::read_to_string(&path).unwrap();
    let (_, link) = html.split_once("id=\"programme-script\"").unwrap();
    let (_, href) = link.split_once("href=\"").unwrap();
    let script = href.split('"').next().unwrap();
    let as_text = script.replace(".js", ".txt");
    let root = site.root().join(ISERE);
    fs::copy(root.join(script), root.join(&as_text)).unwrap();
    site.write(&format!("{ISERE}index.html"), &html.replace(script, &as_text));
    for variant in ["br", "gz"] {
        fs::remove_file(root.join(format!("index.html.{variant}"))).unwrap();
    }
    let page = MapPage::of(&site, Window::Desk).await;
    page.read_page(ISERE).await;

    let alert = page.alert().await;
    assert!(alert.contains("la page reste entière"), "found « {alert} »");
    assert_stays_whole(&page).await;
}

#[tokio::test]
async fn a_page_that_cannot_get_its_program_offers_to_load_it_again() {
    let site = Site::copied();
    let missing = site.without("./app-");
    let page = MapPage::of(&site, Window::Phone).await;
    page.read_page(ISERE).await;
    assert!(page.alert().await.contains("Recharger"), "the button is in the line");
    page.are_served(&missing.put_back());

    page.press_reload().await;

    assert!(!page.has_alert().await);
    assert_eq!(page.heading().await, "Isère");
}

#[tokio::test]
async fn a_page_whose_program_hangs_says_so_and_stays_whole() {
    let page = MapPage::of(&Site::built(), Window::Phone).await;
    page.hang(&[".wasm"]).await;
    page.read_page(ISERE).await;

    page.until_waiting_says("se fait attendre").await;

    assert!(!page.has_alert().await);
    assert_stays_whole(&page).await;
}

#[tokio::test]
async fn a_page_can_be_read_while_its_program_never_comes() {
    let page = MapPage::of(&Site::built(), Window::Desk).await;
    page.program_never_comes().await;
    page.read_page(ISERE).await;

    assert!(!page.has_alert().await);
    assert_stays_whole(&page).await;
}
