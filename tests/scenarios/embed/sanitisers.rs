//! The lines after the lists of what a CMS lets authors write, applied by DOMPurify.
//!
//! The lists are those that each project publishes, as they were on 28 November 2026. What an editor who
//! may write everything pastes stays as it is: Drupal's « Full HTML » and Joomla's « No Filtering » have no list.

use super::rhone;
use scenarios::{FrameHeight, Host, HostSetup, Window, npm};
use serde_json::{Value, json};

/// The page in which an author wrote the lines, through a list.
async fn written(lines: &str, list: Value) -> Host {
    let lines = json!(lines).to_string().replace("</", "<\\/");
    let body = format!(
        "<div style=\"width:600px\" id=\"texte\"></div><script src=\"purify.js\"></script>
         <script>document.getElementById('texte').innerHTML = DOMPurify.sanitize({lines}, {list})</script>"
    );
    let files = [("purify.js".to_owned(), npm("dompurify/dist/purify.min.js"))];
    Host::visit_with(Window::Desk, &body, HostSetup { files: &files, ..HostSetup::default() }).await
}

/// Without the frame a link stays, which leads to the whole page.
async fn keeps_the_link(list: Value) {
    let host = written(&rhone(), list.clone()).await;
    let page = &host.page;
    assert_eq!(page.frame_count().await, 0, "{list}");
    assert!(page.is_seen("#texte a[href$='/territoire/departement-69/']").await, "{list}");
    assert!(page.text_of("#texte").await.starts_with("Rhône : contrats locaux"), "{list}");
    host.is_left_at_once().await;
}

// https://github.com/drupal/drupal/blob/3fd22d6b6220a0e0ee77fc4e6834ebe6940afb49/core/recipes/basic_html_format_editor/config/filter.format.basic_html.yml
#[tokio::test]
async fn in_the_basic_html_of_drupal_the_link_stays() {
    let list = json!({
        "ALLOWED_TAGS": [
            "br", "p", "h2", "h3", "h4", "h5", "h6", "cite", "dl", "dt", "dd", "a", "blockquote", "ul", "ol",
            "strong", "em", "code", "li", "img",
        ],
        "ALLOWED_ATTR": [
            "id", "hreflang", "href", "cite", "type", "start", "src", "alt", "data-entity-uuid",
            "data-entity-type", "height", "width", "data-caption", "data-align",
        ],
    });
    keeps_the_link(list).await;
}

// https://github.com/TYPO3/html-sanitizer/blob/01f3deefaba81f295f37467d6d4405f774069c2a/src/Builder/CommonBuilder.php
// Its own sanitiser writes the tag of the frame as text; DOMPurify takes it out.
#[tokio::test]
async fn in_typo3_the_link_stays() {
    keeps_the_link(typo3(&[], &[])).await;
}

// https://github.com/TYPO3/html-sanitizer/blob/20c95294ea6932d756ab66e15d5778ebae6ecb04/src/Builder/Preset/IframePreset.php
// A frame must have a sandbox there, and has no size: it is the browser's, 300 × 150.
#[tokio::test]
async fn with_the_frames_of_typo3_a_card_with_a_link_shows() {
    let lines = rhone().replace("<iframe ", "<iframe sandbox=\"allow-scripts allow-popups\" ");
    let list = typo3(&["iframe"], &["id", "allow", "sandbox", "src"]);
    let host = written(&lines, list).await;
    let page = &host.page;
    page.enter_frame().await;
    assert!(!page.is_seen(".map").await);
    assert!(page.is_seen(".caption a").await);
    assert_eq!(page.overflow().await, [0.0, 0.0], "nothing scrolls in the frame");
    page.leave_frame().await;
    assert!(page.is_seen("#texte a").await, "the link stays too");
    assert_eq!(page.frame_heights().await.len(), 1, "nobody set another height");
    host.is_left_at_once().await;
}

/// TYPO3's tags and attributes as far as lines of ours could have them, and others.
fn typo3(tags: &[&str], attributes: &[&str]) -> Value {
    let all_tags =
        ["a", "blockquote", "br", "details", "div", "figure", "p", "section", "span", "summary"];
    let all_attributes =
        ["class", "id", "dir", "lang", "role", "tabindex", "title", "href", "rel", "target"];
    json!({
        "ALLOWED_TAGS": ([&all_tags[..], tags].concat()),
        "ALLOWED_ATTR": ([&all_attributes[..], attributes].concat()),
    })
}

// https://github.com/spip/safehtml/blob/c40494500dffd46b93b1b721471e00f71dee9204/inc/safehtml.php
// HTML Purifier without SafeIframe: texts of visitors and of authors who are not trusted.
#[tokio::test]
async fn in_the_texts_that_spip_does_not_trust_the_link_stays() {
    keeps_the_link(json!({ "FORBID_TAGS": ["iframe", "script"] })).await;
}

// The same file, with its option allowIframe: any address, « src width height name » and « frameborder ».
#[tokio::test]
async fn with_the_frames_of_spip_the_map_shows() {
    let list = json!({
        "ALLOWED_TAGS": ["iframe", "a", "p", "div", "span"],
        "ALLOWED_ATTR": [
            "src", "width", "height", "name", "frameborder", "allowfullscreen", "title", "href", "id", "class",
        ],
    });
    let host = written(&rhone(), list).await;
    host.shows_the_map(FrameHeight::AsPasted).await;
}

// https://github.com/joomla-framework/filter/blob/0831cd5a47dc3e76401e9cd6e52f39703a215282/src/InputFilter.php
// The list of what is taken out, « Default Forbidden List » of the text filters.
#[tokio::test]
async fn in_joomla_the_link_stays() {
    let list = json!({
        "FORBID_TAGS": [
            "applet", "body", "bgsound", "base", "basefont", "canvas", "embed", "frame", "frameset", "head",
            "html", "id", "iframe", "ilayer", "layer", "link", "meta", "name", "object", "script", "style",
            "title", "xml",
        ],
        "FORBID_ATTR": ["action", "background", "codebase", "dynsrc", "formaction", "lowsrc"],
    });
    keeps_the_link(list).await;
}
