//! The words in which a frame tells its height: those that pages of other sites already listen for.

use super::rhone;
use scenarios::{FrameHeight, Host, Window, wanted_height as wanted};

/// The width of the column around the frame.
const WIDTH: f64 = 600.0;

fn column(listener: &str) -> String {
    column_around(&rhone(), listener)
}

fn column_around(frame: &str, listener: &str) -> String {
    format!("<script>{listener}</script><div style=\"width:{WIDTH}px\">{frame}</div>")
}

#[tokio::test]
async fn a_page_that_listens_for_datawrapper_gives_the_frame_its_height() {
    let listener = "addEventListener('message', ({ data, source }) => {
        for (const height of Object.values(data['datawrapper-height'] ?? {})) {
            for (const frame of document.querySelectorAll('iframe')) {
                if (frame.contentWindow === source) frame.style.height = `${height}px`;
            }
        }
    })";
    let host = Host::visit(Window::Desk, &column(listener)).await;
    host.shows_the_map(FrameHeight::OfWidth(WIDTH)).await;
}

#[tokio::test]
async fn a_page_that_listens_for_amp_hears_the_height() {
    let listener = "addEventListener('message', ({ data }) => {
        if (data.sentinel === 'amp' && data.type === 'embed-size') window.noted = `${data.height}`;
    })";
    let host = Host::visit(Window::Desk, &column(listener)).await;
    assert_eq!(host.page.noted().await, wanted(WIDTH).to_string());
    host.is_left_at_once().await;
}

#[tokio::test]
async fn a_page_with_iframe_resizer_hears_the_height_under_its_own_name_for_the_frame() {
    let listener = "addEventListener('message', ({ data }) => {
        if (String(data).startsWith('[iFrameSizer]')) window.noted = data;
    });
    addEventListener('load', () => {
        document.querySelector('iframe').contentWindow.postMessage('[iFrameSizer]cadre1:8:false:false:32', '*');
    })";
    // The frame of that library is not lazy: it greets the frame when the page is here.
    let frame = rhone().replace("loading=\"lazy\"", "");
    let host = Host::visit(Window::Desk, &column_around(&frame, listener)).await;
    let expected = format!("[iFrameSizer]cadre1:{}:{WIDTH}:resize", wanted(WIDTH));
    assert_eq!(host.page.noted().await, expected);
    host.is_left_at_once().await;
}

#[tokio::test]
async fn a_page_with_pym_hears_the_height_of_the_child_that_it_named() {
    let frame = rhone().replace("departement-69/\"", "departement-69/?childId=carte-1\"");
    let listener = "addEventListener('message', ({ data }) => {
        if (String(data).startsWith('pym')) window.noted = data;
    })";
    let host = Host::visit(Window::Desk, &column_around(&frame, listener)).await;
    let expected = format!("pymxPYMxcarte-1xPYMxheightxPYMx{}", wanted(WIDTH));
    assert_eq!(host.page.noted().await, expected);
    host.is_left_at_once().await;
}

#[tokio::test]
async fn wordpress_hears_the_height_with_its_secret() {
    let frame = rhone().replace("departement-69/\"", "departement-69/#?secret=Abc123\"");
    let listener = "addEventListener('message', ({ data }) => {
        if (data.message === 'height') window.noted = `${data.value} ${data.secret}`;
    })";
    let host = Host::visit(Window::Desk, &column_around(&frame, listener)).await;
    assert_eq!(host.page.noted().await, format!("{} Abc123", wanted(WIDTH)));
    host.is_left_at_once().await;
}

#[tokio::test]
async fn a_frame_of_a_height_that_was_chosen_tells_none() {
    let frame = rhone().replace("departement-69/\"", "departement-69/?hauteur=450\"");
    let listener = "window.heard = [];
        addEventListener('message', ({ data }) => window.heard.push(data))";
    let host = Host::visit(Window::Desk, &column_around(&frame, listener)).await;
    host.page.enter_frame_with_map().await;
    host.page.leave_frame().await;
    assert_eq!(host.page.heard().await, 0);
    host.is_left_at_once().await;
}
