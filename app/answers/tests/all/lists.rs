//! The « Données » page and the sources.

use crate::fixture::records;
use crate::{assert_in_order, html, text};
use leptos::prelude::*;

#[test]
fn every_file_is_listed_with_its_format_size_schema_and_sources() {
    let address = |url: &str| format!("https://carte.example/data/{url}");
    let html = html(|| answers::downloads(&records(), &address).into_any());
    assert_in_order(
        &text(&html),
        &[
            "La liste complète, pour les programmes, est dans manifest.json .",
            "CLS : périmètres GeoJSON · schéma 3,5 km 820 Ko",
            "Faits tirés de publications sans licence précisée",
            "ARS, non daté, relevé le 4 mars 2026",
            "Ville de Lyon, non daté",
            "Tout CSV 1,4 Mo Licence Ouverte 2.0 pour les territoires ; faits tirés de \
             publications sans licence précisée 5 sources",
            "Université, 1er octobre 2024",
            "Détail par département (communes et EPCI, GeoJSON) Rhône",
            "Couverture des communes, par département (CSV) Rhône · Excel",
        ],
    );
    for address in [
        "cls.0a.geojson",
        "cls.schema.json",
        "detail/69.0b.geojson",
        "manifest.json",
        "c-69.csv",
        "c-69.excel.csv",
        "export/epci.geojson",
    ] {
        let link = format!("href=\"https://carte.example/data/{address}\"");
        assert_eq!(html.matches(&link).count(), 1, "{link}");
    }
    assert!(!html.contains("epci.0c.geojson"), "it is there under a stable name");
}

#[test]
fn no_sentence_puts_every_file_under_one_licence() {
    let html = html(|| answers::downloads(&records(), &|url| url.to_owned()).into_any());
    let text = text(&html);
    assert!(!text.contains("se télécharge ici, sous Licence Ouverte"), "{text}");
    assert!(
        text.contains("sous ODbL 1.0 ; les dispositifs viennent de publications qui ne"),
        "{text}"
    );
}

#[test]
fn every_source_has_an_anchor_a_publisher_a_date_and_a_licence() {
    let html = html(|| answers::sources(&records()).into_any());
    for id in ["ars", "ign", "insee", "mairie", "uni"] {
        assert!(html.contains(&format!("<li id=\"source-{id}\">")), "{id} in {html}");
    }
    assert_in_order(
        &text(&html),
        &[
            "Liste de l’éditeur ARS — ARS, non daté, relevé le 4 mars 2026. Licence non précisée.",
            "IGN, 2026. Licence Ouverte 2.0.",
            "Insee, janvier 2026.",
            "Territoires : COG 2026. Données compilées le 8 mars 2026.",
        ],
    );
}
