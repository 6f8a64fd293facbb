//! oEmbed: the answer to sites that turn the link to a page into a frame with its map. Its files are
//! written for sites that know their address.
//!
//! # Source
//! oembed.com, version 1.0, §2.3.4.4 (type « rich ») and §4 (discovery).

use super::lines::addresses;
use super::page::embed_title;
use crate::site::options::SiteUrl;
use crate::site::page::{Page, SITE};
use answers::embed_folder;
use map::text::escaped;
use serde_json::{Value, json};

/// The file in the folder of an embed.
const FILE: &str = "oembed.json";

/// The size of the frame in CSS pixels, whatever a consumer asks for: nobody computes an answer. In narrower
/// columns the frame is as wide as they are.
const SIZE: [u32; 2] = [600, 450];

/// The answer for a page, and its path; none where the site does not know its address, or for a page
/// without a map.
///
/// WordPress keeps a quotation and a frame of it, and drops all else.
pub(in crate::site) fn oembed(page: &Page, url: &SiteUrl) -> Option<(String, Value)> {
    page.map.as_ref()?;
    let root = url.of("")?;
    let title = embed_title(page);
    let addresses = addresses(&page.folder, &page.folder, url);
    let [width, height] = SIZE;
    let html = format!(
        "<blockquote><a href=\"{}\">{title}</a></blockquote><iframe src=\"{}\" title=\"Carte\u{a0}: {title}\" \
         width=\"100%\" height=\"{height}\" frameborder=\"0\"></iframe>",
        escaped(&addresses.whole),
        escaped(&addresses.frame),
        title = escaped(&title),
    );
    let answer = json!({
        "version": "1.0",
        "type": "rich",
        "provider_name": SITE,
        "provider_url": root,
        "title": title,
        "width": width,
        "height": height,
        "html": html,
    });
    Some((format!("{}{FILE}", embed_folder(&page.folder)), answer))
}

/// The link by which a page leads to its answer; none where there is none.
pub(in crate::site) fn discovery(page: &Page, url: &SiteUrl) -> Option<String> {
    page.map.as_ref()?;
    let address = url.of(&format!("{}{FILE}", embed_folder(&page.folder)))?;
    Some(format!(
        "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{}\" title=\"{}\">",
        escaped(&address),
        escaped(&embed_title(page)),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::page::{Map, Program};

    fn page(map: Option<Map>) -> Page {
        Page {
            folder: "territoire/departement-01/".into(),
            title: "Ain «\u{a0}\"&\"\u{a0}»".into(),
            description: String::new(),
            map,
            content: String::new(),
            crumbs: Vec::new(),
            data: Vec::new(),
            program: Program::None,
            style: None,
        }
    }

    fn map() -> Map {
        let text = String::new;
        Map { view_box: text(), elements: text(), label: text(), class: "around" }
    }

    #[test]
    fn the_answer_is_a_frame_of_a_fixed_size_after_a_link_that_stays() {
        let url = SiteUrl("https://carte.exemple/sante".into());
        let (path, answer) = oembed(&page(Some(map())), &url).unwrap();
        assert_eq!(path, "embed/departement-01/oembed.json");
        for (field, value) in [("version", "1.0"), ("type", "rich")] {
            assert_eq!(answer[field], value);
        }
        assert_eq!((answer["width"].as_u64(), answer["height"].as_u64()), (Some(600), Some(450)));
        let html = answer["html"].as_str().unwrap();
        let start =
            "<blockquote><a href=\"https://carte.exemple/sante/territoire/departement-01/\">Ain";
        assert!(html.starts_with(start), "{html}");
        assert!(
            html.contains("src=\"https://carte.exemple/sante/embed/departement-01/\""),
            "{html}"
        );
        assert!(html.contains(" width=\"100%\" height=\"450\""), "as wide as the column: {html}");
        assert!(html.ends_with("></iframe>") && !html.contains("\"&\""), "{html}");
    }

    #[test]
    fn a_page_leads_to_its_answer_where_the_site_knows_its_address() {
        let url = SiteUrl("https://carte.exemple".into());
        let link = discovery(&page(Some(map())), &url).unwrap();
        let address = "href=\"https://carte.exemple/embed/departement-01/oembed.json\"";
        assert!(link.contains(address), "{link}");
        assert!(link.contains("type=\"application/json+oembed\""), "{link}");
        assert_eq!(discovery(&page(Some(map())), &SiteUrl::default()), None);
        assert!(oembed(&page(Some(map())), &SiteUrl::default()).is_none());
        assert_eq!(discovery(&page(None), &url), None, "a page of text");
    }
}
