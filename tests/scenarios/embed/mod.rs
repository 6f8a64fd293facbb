//! The map in frames of other sites.
//!
//! | file | scenario |
//! | --- | --- |
//! | `hosts` | pages of other sites: hidden, lazy, narrow, strict, in a sandbox |
//! | `heights` | the words in which a frame tells its height |
//! | `form` | the embed form of the application, the card, the theme |
//! | `setup` | the page that sets up an embed, and the lines to copy |

mod form;
mod heights;
mod hosts;
mod setup;

use std::fs;

use scenarios::Site;

/// The script that pages around frames may have.
const SCRIPT: &str = "<script src=\"{site}/integration.js\" async></script>";

/// The lines that the page of a territory gives to copy, with `{site}` for the address of the site.
fn lines_of(page: &str) -> String {
    let path = Site::built().root().join(page).join("index.html");
    let html = fs::read_to_string(path).unwrap();
    let (_, rest) = html.split_once("<textarea").unwrap();
    let (_, rest) = rest.split_once('>').unwrap();
    let (lines, _) = rest.split_once("</textarea>").unwrap();
    let plain = lines.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    plain.replace("&amp;", "&").replace("=\"../../", "=\"{site}/")
}

/// The frame of the Rhône, as its page gives it to copy.
fn rhone() -> String {
    lines_of("territoire/departement-69")
}

/// The height that a frame of that width asks for, in CSS pixels: a map of four to three, within limits,
/// and its caption.
fn wanted(width: f64) -> f64 {
    let caption = if width < 480.0 { 64.0 } else { 46.0 };
    (0.75 * width).round().clamp(230.0, 560.0) + caption
}
