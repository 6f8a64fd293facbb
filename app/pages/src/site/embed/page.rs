//! The embed of a page: its map with a caption, and a legend that is folded away.

use crate::site::content::Content;
use crate::site::legend::legend;
use crate::site::options::SiteUrl;
use crate::site::page::{Map, Page, html, root_from};
use crate::site::picture;
use answers::embed_folder;
use leptos::prelude::*;
use map::Subject;
use map::text::escaped;

/// The embed of a page.
pub(in crate::site) struct Embed {
    /// Its folder, relative to the site.
    pub(in crate::site) folder: String,
    pub(in crate::site) title: String,
    pub(in crate::site) description: String,
    /// The folder of the page that says all.
    whole: String,
    pub(in crate::site) map: Map,
    /// The caption, as HTML.
    caption: String,
    /// The legend, as HTML.
    legend: String,
}

impl Embed {
    /// The embed of `page`, which is about `subject`; none for a page without a map.
    pub(in crate::site) fn of(
        content: &Content,
        page: &Page,
        subject: Option<&Subject>,
    ) -> Option<Self> {
        let map = match subject {
            Some(subject) => picture::framed(content, subject),
            None => page.map.clone()?,
        };
        let folder = embed_folder(&page.folder);
        let whole = format!("{}{}", root_from(&folder), page.folder);
        let caption = html(|| answers::caption(&content.records, subject, &whole).into_any());
        Some(Self {
            title: format!("Carte\u{a0}: {}", embed_title(page)),
            description: format!("Carte à intégrer dans un autre site. {}", page.description),
            map: Map { elements: with_links_from(&folder, &page.folder, &map.elements), ..map },
            legend: legend(content, subject),
            whole: page.folder.clone(),
            folder,
            caption,
        })
    }

    /// The elements of the head: the page that says all is the one to be found.
    pub(in crate::site) fn head(&self, url: &SiteUrl) -> String {
        let canonical = url
            .of(&self.whole)
            .map(|address| format!("<link rel=\"canonical\" href=\"{}\">", escaped(&address)));
        // A link would open its page in the frame.
        format!(
            "<base target=\"_blank\"><meta name=\"robots\" content=\"noindex\">{}",
            canonical.unwrap_or_default()
        )
    }

    /// The content of the body; `svg` is the map.
    pub(in crate::site) fn body(&self, svg: &str) -> String {
        format!(
            "<div class=\"whole-page\" id=\"page\"><main class=\"layout\">\
             <section class=\"map\" aria-label=\"Carte\">{svg}</section></main>\
             <details class=\"embed-key\"><summary>Légende</summary>{}</details>{}</div>",
            self.legend, self.caption
        )
    }
}

/// The title of a page, as its embed names it.
pub(in crate::site) fn embed_title(page: &Page) -> String {
    match page.title.as_str() {
        "" => answers::embed_title("France"),
        title => title.to_owned(),
    }
}

/// The elements of the map of the page in `folder`, with its links seen from `embed`.
fn with_links_from(embed: &str, folder: &str, elements: &str) -> String {
    let root = root_from(embed);
    let rows = elements.replace("<a href=\"#", &format!("<a href=\"{root}{folder}#"));
    match folder {
        // Its links have no way to the root.
        "" => rows.replace("href=\"territoire/", &format!("href=\"{root}territoire/")),
        _ => rows,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_of_a_map_lead_from_its_embed_to_where_they_led_from_its_page() {
        let country = "<a href=\"territoire/departement-01/\"/>";
        let from_country = with_links_from("embed/", "", country);
        assert_eq!(from_country, "<a href=\"../territoire/departement-01/\"/>");
        let folder = "territoire/epci-200046977/";
        let epci = "<a href=\"#commune-69266\"/><a href=\"../../territoire/epci-2/\"/>";
        let from_epci = with_links_from("embed/epci-200046977/", folder, epci);
        assert_eq!(
            from_epci,
            "<a href=\"../../territoire/epci-200046977/#commune-69266\"/><a href=\"../../territoire/epci-2/\"/>"
        );
    }
}
