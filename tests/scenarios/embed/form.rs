//! The embed form: the map and its caption, the card, the theme.

use super::rhone;
use scenarios::{Host, MapPage, Site, Window};

#[tokio::test]
async fn an_embed_has_the_map_its_caption_and_nothing_around() {
    let host = Host::visit(Window::Desk, &rhone()).await;
    let page = &host.page;
    page.enter_frame_with_map().await;

    for left_out in [".banner", ".panel", ".selector", ".footer", "#page"] {
        assert!(!page.is_seen(left_out).await, "{left_out}");
    }
    for there in [".canvas", ".zoom", ".legend", ".caption"] {
        assert!(page.is_seen(there).await, "{there}");
    }
    let caption = page.caption().await;
    assert!(caption[0].starts_with("Rhône : "), "{caption:?}");
    assert!(caption[1].contains("Statuts au ") && caption[1].contains("Source"), "{caption:?}");
    let [address, window] = page.caption_link().await;
    assert_eq!(address, format!("{}territoire/departement-69/", page.address()));
    assert_eq!(window, "_blank");
    page.leave_frame().await;
    host.is_left_at_once().await;
}

#[tokio::test]
async fn the_map_fills_the_frame_above_its_caption_however_narrow_that_is() {
    for width in [320.0, 650.0, 900.0] {
        let column = format!("<div style=\"width:{width}px\">{}</div>", rhone());
        let host = Host::visit(Window::Desk, &column).await;
        let page = &host.page;
        page.enter_frame_with_map().await;
        assert_eq!(page.across(".map").await, [0.0, width], "{width} px");
        let parts = ".map, .zoom, .scale, .legend";
        assert_eq!(page.reaching_out(parts).await, Vec::<String>::new(), "{width} px");
    }
}

#[tokio::test]
async fn the_first_picture_and_the_answer_need_no_script() {
    let path = Site::built().root().join("embed/departement-69/index.html");
    let html = std::fs::read_to_string(path).unwrap();
    assert!(html.contains("<svg class=\"picture picture-around\""), "a map");
    assert!(html.contains("<p class=\"caption-answer\">Rhône\u{a0}: "), "an answer");
}

#[tokio::test]
async fn a_whole_page_in_a_frame_takes_its_embed_form() {
    let frame = rhone().replace("/embed/", "/territoire/");
    let host = Host::visit(Window::Desk, &frame).await;
    let page = &host.page;
    page.enter_frame_with_map().await;
    for left_out in [".banner", ".panel", ".footer"] {
        assert!(!page.is_seen(left_out).await, "{left_out}");
    }
    assert_eq!(page.overflow().await, [0.0, 0.0]);
    let caption = page.caption().await;
    assert!(caption[0].starts_with("Rhône : "), "{caption:?}");
    page.leave_frame().await;
    host.is_left_at_once().await;
}

#[tokio::test]
async fn a_frame_too_low_for_a_map_is_a_card_with_a_link() {
    let frame = rhone().replace("height=\"450\"", "height=\"150\"");
    let host = Host::visit(Window::Phone, &frame).await;
    let page = &host.page;
    page.enter_frame().await;
    assert!(!page.is_seen(".map").await);
    assert!(page.is_seen(".caption a").await);
    assert_eq!(page.overflow().await, [0.0, 0.0]);
    page.leave_frame().await;
    host.is_left_at_once().await;
}

#[tokio::test]
async fn the_theme_is_that_of_the_address_in_a_sandbox_too() {
    let [light, dark] = ["#f7f5f1", "#14191e"];
    for (asked, sandbox, expected) in [
        ("", "", light),
        ("?theme=dark", "", dark),
        ("?theme=dark", "sandbox=\"allow-scripts\" ", dark),
    ] {
        let frame = rhone().replace("departement-69/\"", &format!("departement-69/{asked}\""));
        let frame = frame.replace("<iframe ", &format!("<iframe {sandbox}"));
        let host = Host::visit(Window::Desk, &frame).await;
        host.page.enter_frame_with_map().await;
        assert_eq!(host.page.token("--page").await, expected, "{asked} {sandbox}");
    }
}

#[tokio::test]
async fn a_light_theme_holds_for_a_person_who_likes_dark_pages() {
    let page = MapPage::of(&Site::built(), Window::Desk).await;
    page.go_to(&format!("{}embed/departement-69/?theme=light", page.address())).await;
    page.map_is_ready().await;
    page.darken().await;
    assert_eq!(page.token("--page").await, "#f7f5f1");
}
