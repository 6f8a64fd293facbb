//! One page: its address, its title and its parts, before it is put into the frame.

use super::frame::Style;
use map::text::escaped;

/// The name of the site.
pub(super) const SITE: &str = "Santé des territoires";

/// A page of the site.
pub(super) struct Page {
    /// The folder, relative to the site: `territoire/epci-200046977/`; empty for the start page.
    pub(super) folder: String,
    /// Its title, without the name of the site.
    pub(super) title: String,
    /// The answer in a sentence or two, for search engines and previews.
    pub(super) description: String,
    /// The map: elements of `<svg>`; none for a page of text.
    pub(super) map: Option<Map>,
    /// The content beside the map, as HTML.
    pub(super) content: String,
    /// The crumbs that lead here, from the widest: name and address relative to the site.
    pub(super) crumbs: Vec<Crumb>,
    /// The subject of the page, as JSON-LD.
    pub(super) data: Vec<serde_json::Value>,
    pub(super) program: Program,
    /// The style style of its own.
    pub(super) style: Option<Style>,
}

/// A map in a page.
#[derive(Clone)]
pub(super) struct Map {
    /// The attribute `viewBox`.
    pub(super) view_box: String,
    /// The elements.
    pub(super) elements: String,
    /// The name of the map for those who cannot see it.
    pub(super) label: String,
    /// The class that places it.
    pub(super) class: &'static str,
}

/// A step of the way to a page.
pub(super) struct Crumb {
    pub(super) name: String,
    pub(super) folder: String,
}

/// Whether the application takes over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Program {
    TakesOver,
    None,
}

impl Page {
    /// The way from the page to the root of the site: `../../`.
    pub(super) fn root(&self) -> String {
        root_from(&self.folder)
    }
}

/// The way from a folder of the site to its root: `./` from the start page.
pub(super) fn root_from(folder: &str) -> String {
    match folder.matches('/').count() {
        0 => "./".to_owned(),
        depth => "../".repeat(depth),
    }
}

/// A link.
pub(super) fn link(href: &str, text: &str) -> String {
    format!("<a href=\"{}\">{}</a>", escaped(href), escaped(text))
}

/// A heading with a list of items, none without items.
pub(super) fn list(title: &str, items: &[String]) -> String {
    if items.is_empty() {
        return String::new();
    }
    format!(
        "<h3>{}</h3><ul class=\"links\"><li>{}</li></ul>",
        escaped(title),
        items.join("</li><li>")
    )
}

/// The HTML of a view, without the marks by which a browser would find its parts again, and without
/// `style="…"`, which the policy of the site forbids.
pub(super) fn html(view: impl FnOnce() -> leptos::prelude::AnyView) -> String {
    use leptos::prelude::*;
    let html =
        Owner::new().with(|| view().to_html()).replace("<!>", "").replace("<!--<() />-->", "");
    with_width_attributes(&html)
}

/// The parts of bars as `<svg>`, whose width is an attribute.
fn with_width_attributes(html: &str) -> String {
    let mut parts = html.split(" style=\"width:");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (width, rest) = part.split_once(";\"></span>").unwrap_or((part, ""));
        if let Some(start) = text.rfind("<span") {
            text.replace_range(start..start + "<span".len(), "<svg");
        }
        text += &format!(" width=\"{width}\"></svg>{rest}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_to_the_root_has_a_step_for_each_folder() {
        assert_eq!(root_from(""), "./");
        assert_eq!(root_from("donnees/"), "../");
        assert_eq!(root_from("territoire/region-84/"), "../../");
    }

    #[test]
    fn a_page_has_no_style_of_its_own() {
        let bar =
            "<b><span class=\"part\" style=\"width:54.3%;\"></span><span class=\"x\"></span></b>";
        let svg = "<b><svg class=\"part\" width=\"54.3%\"></svg><span class=\"x\"></span></b>";
        assert_eq!(with_width_attributes(bar), svg);
    }
}
