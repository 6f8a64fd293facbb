//! The head for search engines and previews: canonical address, Open Graph, JSON-LD.
//!
//! Addresses that must be absolute are left out of a site that does not know its address.

use super::content::Content;
use super::options::SiteUrl;
use super::page::{Crumb, Page, SITE};
use super::preview;
use map::Territory;
use map::text::{escaped, typographic};
use serde_json::{Value, json};

/// The elements for the head of a page.
pub(super) fn elements(page: &Page, title: &str, url: &SiteUrl) -> String {
    let mut head = String::new();
    let property = |name: &str, value: &str| {
        format!("<meta property=\"og:{name}\" content=\"{}\">", escaped(value))
    };
    if let Some(address) = url.of(&page.folder) {
        head += &format!("<link rel=\"canonical\" href=\"{}\">", escaped(&address));
        head += &property("url", &address);
    }
    for (name, value) in [
        ("type", "website"),
        ("locale", "fr_FR"),
        ("site_name", SITE),
        ("title", title),
        ("description", &page.description),
    ] {
        head += &property(name, value);
    }
    head += &preview_of(page, url);
    let mut data = page.data.clone();
    data.extend(breadcrumbs(&page.crumbs, url));
    for value in data {
        // No text can end the element early.
        let text = value.to_string().replace('<', "\\u003c");
        head += &format!("<script type=\"application/ld+json\">{text}</script>");
    }
    head
}

/// The picture that others show beside a link to the page, whose address is absolute.
///
/// # Source
/// The Open Graph protocol, « Structured Properties »; X, « Summary Card with Large Image ».
fn preview_of(page: &Page, url: &SiteUrl) -> String {
    let (file, alt) = preview::of_page(page);
    let Some(address) = url.of(&file) else { return String::new() };
    let (width, height) = preview::SIZE;
    format!(
        "<meta property=\"og:image\" content=\"{}\"><meta property=\"og:image:type\" content=\"image/png\">\
         <meta property=\"og:image:width\" content=\"{width}\"><meta property=\"og:image:height\" content=\"{height}\">\
         <meta property=\"og:image:alt\" content=\"{}\"><meta name=\"twitter:card\" content=\"summary_large_image\">",
        escaped(&address),
        escaped(&alt)
    )
}

/// The list of crumbs, with addresses where they are known.
fn breadcrumbs(crumbs: &[Crumb], url: &SiteUrl) -> Option<Value> {
    let item = |(index, crumb): (usize, &Crumb)| {
        let mut item = json!({"@type": "ListItem", "position": index + 1, "name": crumb.name});
        if let Some(address) = url.of(&crumb.folder) {
            item["item"] = address.into();
        }
        item
    };
    let items: Vec<Value> = crumbs.iter().enumerate().map(item).collect();
    (!items.is_empty()).then(|| {
        json!({"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": items})
    })
}

/// A territory as an area.
pub(super) fn area(content: &Content, territory: Territory, crumbs: &[Crumb]) -> Value {
    let properties = content.records.properties(territory);
    let mut area = json!({
        "@context": "https://schema.org",
        "@type": "AdministrativeArea",
        "name": typographic(&properties.nom),
        "identifier": properties.code,
    });
    if let [.., container, _] = crumbs {
        area["containedInPlace"] = json!({"@type": "AdministrativeArea", "name": container.name});
    }
    area
}

/// The open data as a data set.
pub(super) fn data_set(content: &Content, url: &SiteUrl) -> Value {
    let manifest = &content.records.file.manifest;
    let files = manifest.fichiers.iter().filter(|(name, _)| name.starts_with("export/"));
    let distribution: Vec<Value> = files
        .filter(|(_, file)| file.url.ends_with(".csv") || file.url.ends_with(".geojson"))
        .filter_map(|(_, file)| {
            let address = url.of(&format!("data/{}", file.url))?;
            Some(json!({"@type": "DataDownload", "contentUrl": address, "name": file.contenu}))
        })
        .collect();
    let mut set = json!({
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": "Contrats locaux de santé, CPTS et projets «\u{a0}CNR Santé\u{a0}» en France",
        "description": "Périmètres, statuts, dates et sources, et part de chaque territoire dans ces périmètres.",
        "license": "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
        "dateModified": manifest.date,
        "spatialCoverage": "France",
    });
    if !distribution.is_empty() {
        set["distribution"] = distribution.into();
    }
    set
}
