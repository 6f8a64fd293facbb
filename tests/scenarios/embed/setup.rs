//! The page that sets up an embed, and the lines to copy on every page.

use scenarios::FrameHeight::OfWidth;
use scenarios::{Host, MapPage, Site, Window, lines_to_copy};

/// The page, opened with what its address asks for.
async fn setup(query: &str) -> MapPage {
    let page = MapPage::of(&Site::built(), Window::Desk).await;
    page.go_to(&format!("{}integration/{query}", page.address())).await;
    page
}

/// The address in the address bar, after the folder of the page.
async fn asked(page: &MapPage) -> String {
    let shown = page.requests().await.swap_remove(0);
    shown.rsplit_once('/').map(|(_, query)| query.to_owned()).unwrap_or_default()
}

#[tokio::test]
async fn the_lines_of_a_page_are_those_of_the_page_that_sets_them_up() {
    let page = setup("?territoire=departement-69").await;
    let site = page.address().trim_end_matches('/').to_owned();
    let expected = lines_to_copy("territoire/departement-69").replace("{site}", &site);

    let code = page.code_once("departement-69").await;

    let (lines, script) = code.rsplit_once('\n').unwrap();
    assert_eq!(lines, expected);
    let start = format!("<script src=\"{site}/integration-1.js\" integrity=\"sha384-");
    assert!(script.starts_with(&start), "{script}");
    assert!(script.ends_with("\" crossorigin=\"anonymous\" async></script>"), "{script}");
}

#[tokio::test]
async fn the_lines_with_their_script_give_the_frame_its_height_on_another_site() {
    let page = setup("?territoire=departement-69").await;
    let code = page.code_once("departement-69").await;
    let code = code.replace(page.address().trim_end_matches('/'), "{site}");
    let column = format!("<div style=\"width:600px\">{code}</div>");
    // The browser runs the script only if its bytes are those of the hash.
    Host::visit(Window::Desk, &column).await.shows_the_map(OfWidth(600.0)).await;
    let changed = column.replace("sha384-", "sha384-AAAA");
    let host = Host::visit(Window::Desk, &changed).await;
    host.page.enter_frame_with_map().await;
    host.page.leave_frame().await;
    assert_eq!(host.page.frame_heights().await, [450.0], "other bytes do not run");
}

#[tokio::test]
async fn what_is_chosen_is_in_the_lines_the_preview_and_the_address() {
    let page = setup("").await;
    let before = page.history_length().await;
    page.name_in_form("auvergne rhone-alpes").await;
    page.choose_in_form("theme", "dark").await;
    page.choose_in_form("hauteur", "320").await;
    page.choose_in_form("langue", "en").await;
    page.choose_in_form("vue", "carte").await;
    page.press_on("[name=couches][value=projets]").await;
    page.press_on("[name=largeur][value='320']").await;

    let query = "couches=cls,cpts&amp;vue=carte&amp;theme=dark&amp;langue=en&amp;hauteur=320";
    let code = page.code_once(&format!("embed/region-84/?{query}")).await;

    assert!(code.contains("title=\"Carte\u{a0}: Auvergne-Rhône-Alpes\u{a0}: "), "{code}");
    assert!(code.contains("height=\"320\"") && !code.contains("<script"), "{code}");
    assert!(code.contains("/territoire/region-84/\">"), "{code}");
    let address = "?territoire=region-84&couches=cls,cpts&vue=carte&hauteur=320&theme=dark&langue=en&largeur=320";
    assert_eq!(asked(&page).await, address);
    assert_eq!(page.across(".embed-preview iframe").await[1], 322.0, "with its border");
    assert_eq!(page.history_length().await, before, "back leaves at once");

    let again = setup(address).await;
    assert_eq!(again.code_once(query).await, code.replace(page.address(), again.address()));
    assert_eq!(asked(&again).await, address);
    for page in [page, again] {
        assert_eq!(page.console_errors().await, Vec::<String>::new(), "errors of the console");
    }
}

#[tokio::test]
async fn a_scheme_is_chosen_by_its_name_and_a_name_of_nothing_is_said_to_be_none() {
    let page = setup("").await;
    page.name_in_form("Saint-Nulle-Part").await;
    assert!(page.is_seen("#inconnu").await);
    assert_eq!(asked(&page).await, "");

    page.name_in_form("cls de Grenoble").await;

    assert!(!page.is_seen("#inconnu").await);
    let code = page.code_once("/dispositif/").await;
    let key = asked(&page).await.replace("?territoire=", "");
    assert!(code.contains(&format!("/embed/{key}/\" title=\"Carte\u{a0}: CLS")), "{code}");
    assert!(code.contains(&format!("/dispositif/{key}/\">CLS")), "{code}");
}

#[tokio::test]
async fn without_scripts_the_lines_are_there_and_the_form_is_not() {
    let html =
        std::fs::read_to_string(Site::built().root().join("integration/index.html")).unwrap();
    let form = html.split_once("<form class=\"embed-setup\"").unwrap().1;
    assert!(form.split_once('>').unwrap().0.ends_with(" hidden"), "a script shows the form");
    let lines = html.split_once("<textarea").unwrap().1;
    assert!(lines.contains("&lt;iframe src=&quot;../embed/&quot;"), "the lines of the country");
}

#[tokio::test]
async fn the_application_shows_the_same_lines_with_the_address_of_the_site() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.choose("Rhône").await;
    let site = page.address().trim_end_matches('/').to_owned();
    let expected = lines_to_copy("territoire/departement-69").replace("{site}", &site);
    assert_eq!(page.code().await, expected);
}
