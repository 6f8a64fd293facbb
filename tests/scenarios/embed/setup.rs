//! The page that sets up an embed, and the lines to copy on every page.

use scenarios::{MapPage, Site, Window, lines_to_copy};

#[tokio::test]
async fn the_lines_of_a_page_are_those_of_the_page_that_sets_them_up() {
    let page = MapPage::of(&Site::built(), Window::Desk).await;
    page.go_to(&format!("{}integration/?territoire=departement-69", page.address())).await;
    let site = page.address().trim_end_matches('/').to_owned();
    let expected = lines_to_copy("territoire/departement-69").replace("{site}", &site);

    let code = page.code_once("departement-69").await;

    let [script, lines] = {
        let (lines, script) = code.rsplit_once('\n').unwrap();
        [script, lines].map(ToOwned::to_owned)
    };
    assert_eq!(lines, expected);
    assert_eq!(script, format!("<script src=\"{site}/integration.js\" async></script>"));
}

#[tokio::test]
async fn what_is_chosen_is_in_the_lines_the_preview_and_the_address() {
    let page = MapPage::of(&Site::built(), Window::Desk).await;
    page.go_to(&format!("{}integration/", page.address())).await;
    page.choose_in_form("territoire", "region-84").await;
    page.choose_in_form("theme", "dark").await;
    page.choose_in_form("hauteur", "320").await;

    let code = page.code_once("embed/region-84/?theme=dark&amp;hauteur=320").await;

    assert!(code.contains("title=\"Carte\u{a0}: Auvergne-Rhône-Alpes\u{a0}: "), "{code}");
    assert!(code.contains("height=\"320\"") && !code.contains("<script"), "{code}");
    assert!(code.contains("/territoire/region-84/\">"), "{code}");
    let requests = page.requests().await;
    assert!(
        requests[0].ends_with("?territoire=region-84&hauteur=320&theme=dark&largeur=600"),
        "{requests:?}"
    );
    assert_eq!(page.console_errors().await, Vec::<String>::new(), "errors of the console");
}

#[tokio::test]
async fn the_application_shows_the_same_lines_with_the_address_of_the_site() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.choose("Rhône").await;
    let site = page.address().trim_end_matches('/').to_owned();
    let expected = lines_to_copy("territoire/departement-69").replace("{site}", &site);
    assert_eq!(page.code().await, expected);
}
