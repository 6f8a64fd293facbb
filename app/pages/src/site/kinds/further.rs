//! « Données » and the page for a wrong address.

use crate::site::content::Content;
use crate::site::page::{Crumb, Page, Program, html};
use leptos::prelude::*;

/// The page « Données »: every file with its sources, dates, licences and size.
pub(in crate::site) fn downloads(content: &Content) -> Page {
    let address = |file: &str| format!("../data/{file}");
    let files = html(|| answers::downloads(&content.records, &address).into_any());
    Page {
        folder: "donnees/".to_owned(),
        title: "Données à télécharger".to_owned(),
        description: "Périmètres des contrats locaux de santé et des CPTS, projets, couverture par commune, figures publiées\u{a0}: GeoJSON, CSV et TopoJSON, avec sources, dates, licences et schémas.".to_owned(),
        map: None,
        content: format!("<section class=\"downloads-page\"><h2>Données</h2>{files}</section>"),
        crumbs: vec![
            Crumb { name: "France".to_owned(), folder: String::new() },
            Crumb { name: "Données".to_owned(), folder: "donnees/".to_owned() },
        ],
        data: Vec::new(),
        program: Program::None,
        style: None,
    }
}

/// The page for an address where there is nothing.
pub(in crate::site) fn not_found() -> Page {
    Page {
        folder: String::new(),
        title: "Page introuvable".to_owned(),
        description: "Cette adresse ne mène à aucune page du site Santé des territoires.".to_owned(),
        map: None,
        content: "<section class=\"prose\"><h2>Cette page n’existe pas</h2>\
            <p>L’adresse est peut-être incomplète, ou le territoire a changé de code\u{a0}: une fusion \
            d’intercommunalités donne un nouveau numéro au 1er janvier. Les données du site ne disent pas \
            encore quel code en remplace un autre.</p>\
            <ul><li><a href=\"./\">La carte, ses régions et ses départements</a></li>\
            <li><a href=\"./donnees/\">Les données à télécharger</a></li>\
            <li><a href=\"./a-propos/\">À propos du site</a></li></ul></section>"
            .to_owned(),
        crumbs: Vec::new(),
        data: Vec::new(),
        program: Program::None,
        style: None,
    }
}
