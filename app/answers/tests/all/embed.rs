//! The embed form: the caption below the map.

use crate::fixture::{self, LYON, OISE, RHONE};
use crate::{assert_in_order, html, text};
use leptos::prelude::*;
use map::{Layer, SchemeIndex, Subject};

fn caption_of(subject: Option<&Subject>) -> String {
    let records = fixture::records();
    html(|| answers::caption(&records, subject, "../../whole/").into_any())
}

#[test]
fn the_caption_of_a_territory_has_its_answer_its_sources_and_the_way_to_all() {
    let caption = caption_of(Some(&RHONE.into()));
    assert_in_order(&text(&caption), &["Rhône : ", "CLS", "Source", "Ouvrir la page entière"]);
    assert!(
        caption.contains("href=\"../../whole/\" target=\"_blank\" rel=\"noopener\""),
        "{caption}"
    );
}

#[test]
fn the_day_the_sources_and_the_link_are_there_in_five_languages() {
    let caption = caption_of(Some(&RHONE.into()));
    for (lang, link) in [
        ("en", "Open the full page"),
        ("de", "Ganze Seite öffnen"),
        ("es", "Abrir la página completa"),
        ("it", "Apri la pagina intera"),
    ] {
        let start = format!(" lang=\"{lang}\"");
        let (_, line) = caption.split_once(&start).unwrap();
        let (line, _) = line.split_once("</p>").unwrap();
        assert!(line.contains(link) && line.contains("hreflang=\"fr\""), "{line}");
    }
    assert_eq!(caption.matches("class=\"caption-about\"").count(), 5);
}

#[test]
fn a_territory_of_which_nothing_is_known_names_no_source() {
    let caption = text(&caption_of(Some(&OISE.into())));
    assert!(caption.starts_with("Val-d’Oise : "), "{caption}");
    assert!(!caption.contains("Source"), "{caption}");
}

#[test]
fn a_scheme_is_captioned_with_its_status_and_the_country_with_what_is_known() {
    let scheme = SchemeIndex { layer: Layer::Cls, index: 0 };
    let caption = text(&caption_of(Some(&Subject::Scheme(scheme))));
    assert!(caption.starts_with("CLS de Lyon : actif."), "{caption}");
    let caption = text(&caption_of(None));
    assert!(caption.starts_with("France : au moins 2 CLS, aucune CPTS connue, "), "{caption}");
}

#[test]
fn every_subject_of_the_map_has_a_caption() {
    let records = fixture::records();
    for subject in records.subjects().chain([LYON.into()]) {
        assert!(!text(&caption_of(Some(&subject))).starts_with(':'), "{subject:?}");
    }
}
