use super::*;
use crate::Model;
use crate::data::model::tests::model;
use crate::scene::style::MapStyle;
use crate::scene::symbols::{Disc, symbols};
use crate::{Status, Subject};
use std::sync::Arc;

fn written(resolution: f64, symbols: &[Symbol]) -> Vec<Label> {
    let atlas = Atlas::new(Arc::new(model()));
    names(&atlas, resolution, symbols, |text, size| text.len() as f64 * size * 0.5)
}

fn style() -> MapStyle {
    let palette = crate::Palette::LIGHT;
    MapStyle { layers: vec![crate::Layer::Projects], hidden: Vec::new(), choropleth: None, palette }
}

fn discs() -> Vec<Symbol> {
    symbols(&model(), &style())
}

fn texts(labels: &[Label]) -> Vec<&str> {
    labels.iter().map(|label| label.text.as_str()).collect()
}

#[test]
fn the_whole_country_has_no_names_and_a_region_those_of_its_departments() {
    assert!(written(1_400.0, &discs()).is_empty());
    assert_eq!(texts(&written(800.0, &[])), ["Département 01", "Département 39"]);
}

#[test]
fn intercommunalities_are_named_where_there_is_room() {
    assert_eq!(texts(&written(100.0, &[])), ["Un", "Trente-neuf"]);
    let atlas = Atlas::new(Arc::new(model()));
    let wide = names(&atlas, 100.0, &[], |text, _| text.len() as f64 * 100.0);
    assert_eq!(texts(&wide), ["Un"], "1,100 pixels are 110 km, and there are 100");
}

#[test]
fn a_name_makes_way_for_the_disc_of_its_department() {
    let of = |symbols: &[Symbol]| {
        let labels = written(400.0, symbols);
        labels.into_iter().find(|label| label.text == "Département 01").unwrap().at
    };
    let (with, without) = (of(&discs()), of(&[]));
    assert!((with.y - without.y - ABOVE_SYMBOL * 400.0).abs() < 1e-6);
}

/// A department in detail with two communes, the second of which is the town of its prefecture.
fn in_detail() -> Atlas {
    with_communes([80, 120])
}

/// The same, of which the communes have these prominences.
fn with_communes(prominence: [u8; 2]) -> Atlas {
    use crate::data::model::tests::{arc, file};
    use crate::mesh::PackedMesh;
    use crate::served::{DetailFile, Prefecture, RoundedPoint};
    let mut file = file();
    let at = RoundedPoint { x: 625_000, y: 6_525_000 };
    file.departments[0].prefecture = Some(Prefecture { commune: "Bourg".into(), at });
    let arcs = [
        arc(&[(600., 6550.), (650., 6550.), (650., 6500.)], Some(0), Some(1)),
        arc(&[(600., 6550.), (600., 6500.), (650., 6500.)], Some(1), None),
        arc(
            &[(650., 6500.), (700., 6500.), (700., 6600.), (600., 6600.), (600., 6550.)],
            Some(0),
            None,
        ),
    ];
    let detail = DetailFile {
        communes: 2,
        noms: vec!["Autour".into(), "Bourg".into()],
        code_deltas: vec![1, 1],
        prominence: prominence.into(),
        cells: vec![0, 1],
        mesh: PackedMesh::pack(2, 100, &arcs),
        city: String::new(),
    };
    let model = Arc::new(Model::new(file).unwrap());
    let bytes = postcard::to_allocvec(&detail).unwrap();
    let detail = Detail::decode(&bytes, 0, &model).unwrap();
    Atlas::new(model).with_details(&[Arc::new(detail)])
}

#[test]
fn a_town_is_named_once_as_prefecture_or_as_commune() {
    let labels = names(&in_detail(), 70.0, &[], |text, size| text.len() as f64 * size * 0.5);
    let towns = texts(&labels).into_iter().filter(|text| *text == "Bourg");
    assert_eq!(towns.count(), 1, "{labels:#?}");
}

#[test]
fn no_name_lies_on_a_disc_at_any_resolution() {
    let at = model().anchor(Territory::Department(0));
    for resolution in [50.0, 200.0, 600.0] {
        for label in written(resolution, &discs()) {
            let (x, y) = ((label.at.x - at.x).abs(), (label.at.y - at.y).abs());
            let half = label.text.len() as f64 * label.size_px * 0.25;
            let is_clear = x > (half + 10.0) * resolution || y > 12.0 * resolution;
            assert!(is_clear, "{} at {resolution}", label.text);
        }
    }
}

#[test]
fn the_name_of_a_town_may_reach_beyond_it_and_that_of_a_village_may_not() {
    let is_named = |prominence| {
        let atlas = with_communes([prominence, 100]);
        let labels = names(&atlas, 70.0, &[], |text, _| text.len() as f64 * 1_000.0);
        texts(&labels).contains(&"Autour")
    };
    assert!(is_named(TOWN) && !is_named(TOWN - 1), "6,000 pixels are 420 km, and there are 80");
}

#[test]
fn a_commune_with_a_disc_has_its_name_below_the_disc() {
    let disc = discs().remove(0);
    let Symbol::Disc(Disc { at, .. }) = disc else { panic!("{disc:?}") };
    let resolution = 50.0;
    let beside = MapPoint::new(at.x + 10.0 * resolution, at.y + 5.0 * resolution);
    let clear = clear_of(std::slice::from_ref(&disc), beside, 30.0, resolution);
    assert_eq!(clear, MapPoint::new(beside.x, at.y - BELOW_DISC * resolution));
    let far = MapPoint::new(at.x, at.y + 30.0 * resolution);
    assert_eq!(clear_of(std::slice::from_ref(&disc), far, 30.0, resolution), far);
    let aside = MapPoint::new(at.x + 60.0 * resolution, at.y);
    assert_eq!(clear_of(std::slice::from_ref(&disc), aside, 30.0, resolution), aside);
}

#[test]
fn a_regional_disc_has_a_caption_below_it_but_on_the_smallest_map() {
    let at = MapPoint::new(500e3, 6_500e3);
    let disc = Symbol::Disc(Disc { at, number: 8, scope: Scope::Region(0) });
    let caption = |resolution| {
        let written = written(resolution, std::slice::from_ref(&disc));
        written.into_iter().find(|label| label.kind == LabelKind::Caption)
    };
    let label = caption(2_000.0).unwrap();
    assert_eq!(label.text, "régionaux");
    let down = (at.y - label.at.y) / 2_000.0;
    assert!(down > 8.5 + RING + label.size_px / 2.0, "{down}");
    assert_eq!(caption(3_000.0), None);
}

#[test]
fn an_arrondissement_is_written_by_its_number() {
    assert_eq!(short("Marseille 13e arrondissement"), "13e\u{a0}arr.");
    assert_eq!(short("Saint-Priest"), "Saint-Priest");
}

#[test]
fn a_town_with_a_symbol_at_its_dot_has_its_name_below_the_symbol_and_no_dot() {
    let atlas = with_communes([100, 100]);
    let town = atlas.model.departments[0].prefecture.as_ref().unwrap().at.into();
    let venue = crate::Sign { subject: Subject::Venue(0), status: Status::Labelled, at: town };
    let written = |symbols: &[Symbol]| {
        let labels = names(&atlas, 70.0, symbols, |text, _| text.len() as f64 * 6.0);
        labels.into_iter().find(|label| label.text == "Bourg").map(|label| (label.kind, label.at))
    };
    let plain = Some((LabelKind::Prefecture, MapPoint::new(town.x, town.y - BELOW_DOT * 70.0)));
    assert_eq!(written(&[]), plain);
    let below = Some((LabelKind::Commune, MapPoint::new(town.x, town.y - BELOW_SIGN * 70.0)));
    assert_eq!(written(&[Symbol::Sign(venue)]), below);
}
