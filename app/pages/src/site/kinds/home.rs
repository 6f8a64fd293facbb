//! The start page: the country in numbers, and the way to every department.

use crate::site::content::Content;
use crate::site::legend::legend;
use crate::site::page::{Page, Program, html, link};
use crate::site::picture;
use leptos::prelude::*;
use map::served::NamedPlace;
use map::text::{escaped, named_place, sort_key, typographic};
use map::{Layer, Level, Subject, Territory, TerritoryKey};

/// The start page.
pub(in crate::site) fn page(content: &Content) -> Page {
    let counts = [Layer::Cls, Layer::Cpts].map(|layer| content.records.schemes(layer).len());
    let projects = content.records.file.projects.len();
    let description = format!(
        "Carte de France de {} contrats locaux de santé, {} CPTS et {projects} projets «\u{a0}CNR\u{a0}Santé\u{a0}»\u{a0}: ce qui existe dans chaque commune, intercommunalité, département et région, selon quelle source et à quelle date.",
        counts[0], counts[1],
    );
    let country = html(|| answers::country(&content.records).into_any());
    Page {
        folder: String::new(),
        title: String::new(),
        description,
        map: Some(picture::country(content)),
        content: format!(
            "{country}{}{}{}",
            legend(content, None),
            regions(content),
            venues(content)
        ),
        crumbs: Vec::new(),
        data: Vec::new(),
        program: Program::TakesOver,
        style: None,
    }
}

/// The places that sources name, each under the anchor of its address.
fn venues(content: &Content) -> String {
    let records = &content.records;
    let item = |(index, venue): (usize, &NamedPlace)| {
        let around = records.extent(&Subject::Venue(index)).into_iter().next();
        let around = around.map(|one| {
            let name = typographic(content.model.name(one));
            format!(" ({})", link(&format!("territoire/{}/", content.model.key(one)), &name))
        });
        let text = escaped(&typographic(&named_place(venue)));
        format!("<li id=\"lieu-{}\">{text}{}</li>", venue.id, around.unwrap_or_default())
    };
    let items: String = records.file.facts.lieux.iter().enumerate().map(item).collect();
    if items.is_empty() {
        return items;
    }
    format!(
        "<section class=\"around\"><h3>Lieux nommés par les sources</h3><ul class=\"places\">{items}</ul></section>"
    )
}

/// The regions, each with its departments.
fn regions(content: &Content) -> String {
    let model = &content.model;
    let mut regions: Vec<usize> = (0..model.regions.len()).collect();
    regions.sort_by_key(|&index| sort_key(&model.regions[index].nom));
    let items: String = regions.into_iter().map(|region| region_item(content, region)).collect();
    format!(
        "<nav class=\"around\" aria-label=\"Régions et départements\"><h3>Régions et départements</h3><ul class=\"regions\">{items}</ul></nav>"
    )
}

fn region_item(content: &Content, region: usize) -> String {
    let model = &content.model;
    let row = &model.regions[region];
    let own = (0..model.departments.len())
        .filter(|&index| model.departments[index].region as usize == region);
    let department = |index: usize| {
        let key = model.key(Territory::Department(index));
        let name = typographic(model.name(Territory::Department(index)));
        format!("<li>{}</li>", link(&format!("territoire/{key}/"), &name))
    };
    let departments: String = own.map(department).collect();
    let key = TerritoryKey { level: Level::Region, code: row.code.to_string() };
    let name = format!("<a href=\"territoire/{key}/\">{}</a>", escaped(&typographic(&row.nom)));
    format!("<li><strong>{name}</strong><ul class=\"links\">{departments}</ul></li>")
}
