//! Parameters of the address of an embed: its view, its layers, its language, the theme around it.

use super::{SCRIPT, rhone};
use map::Layer;
use scenarios::{Host, MapPage, Site, Window};

/// The lines of the Rhône, with parameters.
fn asking(query: &str) -> String {
    rhone().replace("departement-69/\"", &format!("departement-69/?{query}\""))
}

/// The embed of the Rhône alone in a window, once its map and its caption are there.
async fn embed(query: &str) -> MapPage {
    let page = MapPage::of(&Site::built(), Window::Desk).await;
    page.go_to(&format!("{}embed/departement-69/?{query}", page.address())).await;
    page.map_is_ready().await;
    page.until_seen("[aria-live] > .caption").await;
    page
}

/// The same as the page is before the program comes.
async fn before_the_program(query: &str) -> MapPage {
    let page = MapPage::of(&Site::built(), Window::Desk).await;
    page.program_never_comes().await;
    page.go_to(&format!("{}embed/departement-69/?{query}", page.address())).await;
    page
}

/// The colour of the first area of the picture with that class.
async fn color_of(page: &MapPage, class: &str) -> String {
    let fill = format!("return getComputedStyle(document.querySelector('.picture .{class}')).fill");
    page.value(&fill).await
}

#[tokio::test]
async fn the_source_is_in_the_language_of_the_address_before_the_program_and_after() {
    for (query, link) in [
        ("", "Ouvrir la page entière"),
        ("langue=en", "Open the full page"),
        ("langue=de", "Ganze Seite öffnen"),
        ("langue=klingon", "Ouvrir la page entière"),
    ] {
        let before = before_the_program(query).await.text_of(".caption").await;
        let after = embed(query).await.text_of("[aria-live] > .caption").await;
        for caption in [before, after] {
            assert!(caption.ends_with(link) && caption.contains("ARS"), "{query}: {caption}");
            assert_eq!(caption.lines().filter(|line| line.contains(" · ")).count(), 1, "{caption}");
        }
    }
}

#[tokio::test]
async fn the_map_alone_keeps_its_source_and_its_link() {
    let host = Host::visit(Window::Desk, &asking("vue=carte")).await;
    let page = &host.page;
    page.enter_frame_with_map().await;
    assert!(!page.is_seen(".caption-answer").await);
    assert!(page.is_seen(".caption a").await && page.is_seen(".canvas").await);
    assert_eq!(page.reaching_out(".map, .zoom, .scale, .legend").await, Vec::<String>::new());
    page.leave_frame().await;
    host.is_left_at_once().await;
}

#[tokio::test]
async fn the_table_is_as_high_as_its_rows() {
    let column = format!("<div style=\"width:900px\">{}</div>{SCRIPT}", asking("vue=tableau"));
    let host = Host::visit(Window::Desk, &column).await;
    let page = &host.page;
    page.enter_frame().await;
    let rows_in_sight = "return window.until(() => {
        const rows = document.querySelector('.list-wide .table-scroll');
        return rows?.querySelector('[aria-rowindex=\"2\"]') && rows.scrollHeight <= rows.clientHeight + 1;
    })";
    assert!(page.value::<bool>(rows_in_sight).await);
    assert!(!page.is_seen(".map").await && page.is_seen(".caption a").await);
    assert_eq!(page.overflow().await, [0.0, 0.0], "nothing scrolls in the frame");
    page.leave_frame().await;
    host.is_left_at_once().await;
}

#[tokio::test]
async fn layers_that_the_address_leaves_out_are_off_before_the_program_and_after() {
    let page = before_the_program("couches=cls").await;
    assert!(page.is_seen(".picture .f-cls").await);
    let signs = "return getComputedStyle(document.querySelector('.picture .signs:has(.f-project)')).display";
    assert_eq!(page.value::<String>(signs).await, "none", "projects");
    let cls = color_of(&page, "f-cls").await;
    assert_eq!(color_of(&page, "f-both").await, cls, "where both are, the CLS alone shows");
    assert_ne!(color_of(&page, "f-cpts").await, cls);

    let page = embed("couches=cls").await;
    page.unfold_legend().await;
    for (layer, is_on) in Layer::ALL.into_iter().zip([true, false, false]) {
        assert_eq!(page.is_on(layer).await, is_on, "{layer:?}");
    }
}

#[tokio::test]
async fn what_an_address_asks_for_in_vain_is_ignored() {
    let query = "couches=ours,blancs&vue=rien&theme=rose";
    let page = before_the_program(query).await;
    assert!(page.is_seen(".picture .f-cpts").await && page.is_seen(".caption-answer").await);
    let page = embed(query).await;
    page.unfold_legend().await;
    for layer in Layer::ALL {
        assert!(page.is_on(layer).await, "{layer:?}");
    }
}

#[tokio::test]
async fn the_theme_of_the_page_around_is_that_of_the_frame() {
    let [light, dark] = ["#f7f5f1", "#14191e"];
    for (around, height, expected) in [
        ("background:#111;color:#eee", "", dark),
        ("background:#111;color:oklch(0.95 0 0)", "", dark),
        ("background:#111;color:#eee", "&hauteur=450", dark),
        ("background:#fff;color:#222", "", light),
    ] {
        let lines = asking(&format!("theme=hote{height}"));
        let column = format!("<div style=\"width:600px;{around}\">{lines}</div>{SCRIPT}");
        let host = Host::visit(Window::Desk, &column).await;
        host.page.until_frame_has_token("--page", expected).await;
        host.page.enter_frame_with_map().await;
        host.page.leave_frame().await;
        host.is_left_at_once().await;
    }
}
