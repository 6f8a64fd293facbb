//! The subjects of previews: the country, regions, departments.

use crate::site::page::Page;
use map::text::typographic;
use map::{Model, Territory};

/// The folder of the previews in the site.
pub(super) const FOLDER: &str = "apercus";

/// The name of the preview of the country.
const COUNTRY: &str = "france";

/// The subject of a preview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PreviewSubject {
    Country,
    /// A region or a department.
    Territory(Territory),
}

impl PreviewSubject {
    /// All of them.
    pub(super) fn all(model: &Model) -> Vec<Self> {
        let regions = (0..model.regions.len()).map(Territory::Region);
        let departments = (0..model.departments.len()).map(Territory::Department);
        let territories = regions.chain(departments).map(Self::Territory);
        [Self::Country].into_iter().chain(territories).collect()
    }

    /// The name of its file, without an ending.
    pub(super) fn name(self, model: &Model) -> String {
        match self {
            Self::Country => COUNTRY.to_owned(),
            Self::Territory(territory) => model.key(territory).to_string(),
        }
    }

    /// The path of its file in the site.
    pub(super) fn file(self, model: &Model) -> String {
        file(&self.name(model))
    }

    /// The title on it.
    pub(super) fn title(self, model: &Model) -> String {
        match self {
            Self::Country => "Contrats locaux de santé et CPTS".to_owned(),
            Self::Territory(territory) => typographic(model.name(territory)),
        }
    }
}

/// The preview of a page: the path of its file in the site, and the picture in words. The way to the page
/// leads through the territory that it shows.
pub(in crate::site) fn of_page(page: &Page) -> (String, String) {
    let shown = page.crumbs.iter().rev().find_map(|crumb| {
        let key = crumb.folder.strip_prefix("territoire/")?.trim_end_matches('/');
        let is_shown = key.starts_with("departement-") || key.starts_with("region-");
        is_shown.then_some((key, crumb.name.as_str()))
    });
    let (key, name) = shown.unwrap_or((COUNTRY, "France"));
    (file(key), format!("Carte\u{a0}: {name}, contrats locaux de santé, CPTS et projets"))
}

fn file(name: &str) -> String {
    format!("{FOLDER}/{name}.png")
}
