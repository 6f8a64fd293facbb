//! Links around a territory: what contains it, its parts, its neighbours, its files.

use super::content::Content;
use super::page::{Crumb, link, list};
use map::Territory;
use map::text::{sort_key, typographic};

/// The crumbs of a territory, the start page first.
pub(super) fn crumbs(content: &Content, territory: Territory) -> Vec<Crumb> {
    let mut crumbs = vec![crumb(content, territory)];
    let mut around = content.model.within(&territory.into());
    while let Some(territory) = around {
        crumbs.push(crumb(content, territory));
        around = content.model.within(&territory.into());
    }
    crumbs.push(Crumb { name: "France".to_owned(), folder: String::new() });
    crumbs.reverse();
    crumbs
}

fn crumb(content: &Content, territory: Territory) -> Crumb {
    Crumb {
        name: typographic(content.model.name(territory)),
        folder: format!("territoire/{}/", content.model.key(territory)),
    }
}

/// The lists of links below the answer of a territory.
pub(super) fn lists(content: &Content, territory: Territory) -> String {
    let (parts_title, neighbours_title) = match territory {
        Territory::Region(_) => ("Départements", "Régions voisines"),
        Territory::Department(_) => ("Intercommunalités", "Départements voisins"),
        Territory::Epci(_) => ("", "Intercommunalités voisines"),
    };
    let parts = list(parts_title, &links(content, parts(content, territory)));
    let neighbours = list(neighbours_title, &links(content, content.neighbours(territory)));
    let all = parts + &neighbours;
    if all.is_empty() {
        return all;
    }
    format!("<nav class=\"around\" aria-label=\"Autour\">{all}</nav>")
}

/// The departments of a region; the intercommunalities that lie in a department, in part at least.
fn parts(content: &Content, territory: Territory) -> Vec<Territory> {
    let model = &content.model;
    match territory {
        Territory::Region(region) => (0..model.departments.len())
            .filter(|&index| model.departments[index].region as usize == region)
            .map(Territory::Department)
            .collect(),
        Territory::Department(_) => {
            let code = model.key(territory).code;
            let epci = content.records.file.epci.iter().enumerate();
            let own = epci.filter(|(_, it)| it.departements.iter().any(|one| one.as_str() == code));
            own.map(|(index, _)| Territory::Epci(index)).collect()
        }
        Territory::Epci(_) => Vec::new(),
    }
}

fn links(content: &Content, mut territories: Vec<Territory>) -> Vec<String> {
    let model = &content.model;
    territories.sort_by_key(|&one| sort_key(model.name(one)));
    let link =
        |one: Territory| link(&format!("../{}/", model.key(one)), &typographic(model.name(one)));
    territories.into_iter().map(link).collect()
}

/// The files about a territory.
pub(super) fn downloads(content: &Content, territory: Territory) -> String {
    let manifest = &content.records.file.manifest;
    let departments = &content.records.properties(territory).departements;
    let mut items = Vec::new();
    for department in departments {
        let names = [
            (format!("detail/{department}"), "contours des communes et intercommunalités, GeoJSON"),
            (format!("export/couverture/{department}"), "couverture par commune, CSV"),
        ];
        for (name, what) in names {
            if let Some(file) = manifest.fichiers.get(&name) {
                let href = format!("../../data/{}", file.url);
                items.push(link(&href, &format!("{department}\u{a0}: {what}")));
            }
        }
    }
    items.push(link("../../donnees/", "Toutes les données"));
    format!("<div class=\"by-hand\">{}</div>", list("Télécharger", &items))
}
