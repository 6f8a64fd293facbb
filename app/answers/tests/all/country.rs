//! The panel before anything is chosen.

use crate::fixture::records;
use crate::{assert_in_order, html, text};
use leptos::prelude::*;

#[test]
fn the_country_counts_what_is_known_and_from_which_lists() {
    let html = html(|| answers::country(&records()).into_any());
    assert_in_order(
        &text(&html),
        &[
            "Ce que montre la carte",
            "contrats locaux de santé (CLS) 2",
            "1 dans la liste : Auvergne-Rhône-Alpes ; 1 d’après d’autres sources",
            "communautés professionnelles territoriales de santé (CPTS) 0",
            "projets labellisés « CNR Santé » 2 Auvergne-Rhône-Alpes",
            "Ces 2 projets, dont 1 régionaux et 1 départementaux, sont 1 dispositifs distincts",
            "Une région « non documentée » n’est pas une région sans dispositif :",
        ],
    );
}
