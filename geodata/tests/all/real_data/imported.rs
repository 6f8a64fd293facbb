//! The committed tables, published as lists and layers are, and imported: they come back.

use super::committed::INPUTS;
use crate::scratch;
use geodata::import::{self, Request};
use geodata::inputs::{Context, Folders};
use geodata::tables::{Scheme, StatedStatus};
use geojson::{Feature, FeatureCollection, GeometryValue, Position};
use map::Layer;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The schemes of lists and posts: two announcements have one name.
fn schemes(layer: Layer) -> impl Iterator<Item = &'static Scheme> {
    let of_layer = INPUTS.tables.schemes.iter().filter(move |scheme| scheme.layer == layer);
    of_layer.filter(|scheme| scheme.source != "annonces-2026-11")
}

/// The word of a list for the status of a row.
fn published_status(scheme: &Scheme) -> &'static str {
    match scheme.stated {
        StatedStatus::Signed | StatedStatus::NotEstablished => "inconnu",
        other => other.code(),
    }
}

/// The table that a published file becomes, by identifier and column.
fn imported(layer: Layer, file: &Path) -> BTreeMap<String, BTreeMap<String, String>> {
    let request = Request::new(layer, file, "ars-ara-cls");
    let (contours, sources) = (scratch::crate_folder("contours"), scratch::crate_folder("sources"));
    let context = Context::read(&Folders { contours, sources, day: None }).unwrap();
    let outcome = import::import(&request, &context).unwrap();
    assert!(outcome.problems.is_empty(), "{:?}", outcome.problems);
    let table = outcome.table.unwrap();
    let rows = csv::Reader::from_reader(&table[..]).into_deserialize::<BTreeMap<_, _>>();
    rows.map(|row: Result<BTreeMap<String, String>, _>| row.unwrap())
        .map(|row| (row["id"].clone(), row))
        .collect()
}

/// A name as lists write it: capitals, « ST » for « SAINT ».
fn shouted(name: &str) -> String {
    name.to_uppercase().replace("SAINT-", "ST ").replace('’', "'")
}

/// One row per CPTS and commune or arrondissement, without any code, as a spreadsheet saves it.
fn list_of_names() -> Vec<u8> {
    let departments = &INPUTS.territories.departements;
    let mut list = "Liste des CPTS;;;\r\nCPTS;Département;Commune;Statut\r\n".to_owned();
    for scheme in schemes(Layer::Cpts) {
        let parts = &scheme.perimeter.arrondissements;
        let all = INPUTS.territories.arrondissements.iter();
        let split: Vec<_> = all.filter(|one| parts.contains(&one.code)).collect();
        for part in &split {
            list += &format!("{};;{};inconnu\r\n", scheme.name, part.nom);
        }
        for &index in &scheme.perimeter.communes {
            let commune = &INPUTS.territories.communes[index];
            if split.iter().all(|part| part.commune != commune.code) {
                let department = departments.iter().find(|one| one.code == commune.departement);
                let department = &department.unwrap().nom;
                list +=
                    &format!("{};{department};{};inconnu\r\n", scheme.name, shouted(&commune.nom));
            }
        }
    }
    list.into_bytes()
}

#[test]
fn seventy_cpts_come_back_from_a_list_of_names() {
    let file = scratch::empty_folder("imported-names").join("liste.csv");
    std::fs::write(&file, list_of_names()).unwrap();
    let imported = imported(Layer::Cpts, &file);
    assert_eq!(imported.len(), 70);
    for scheme in schemes(Layer::Cpts) {
        let row = &imported[&scheme.id];
        let communes = scheme.perimeter.communes.iter().map(|index| {
            let commune = &INPUTS.territories.communes[*index];
            let all = &INPUTS.territories.arrondissements;
            let is_split = all.iter().any(|part| {
                part.commune == commune.code
                    && scheme.perimeter.arrondissements.contains(&part.code)
            });
            (commune.code.as_str(), is_split)
        });
        let communes: Vec<&str> =
            communes.filter(|(_, is_split)| !is_split).map(|(code, _)| code).collect();
        assert_eq!(row["communes"].split_whitespace().collect::<Vec<_>>(), communes);
        let parts: BTreeSet<&str> =
            scheme.perimeter.arrondissements.iter().map(map::CommuneCode::as_str).collect();
        assert_eq!(row["arrondissements"].split_whitespace().collect::<BTreeSet<_>>(), parts);
        assert_eq!(row["nom"], scheme.name);
    }
}

/// The perimeters of the CLS as a layer would draw them, at a tolerance in metres.
fn layer_of_perimeters(tolerance_m: f32) -> FeatureCollection {
    let features = schemes(Layer::Cls).map(|scheme| {
        let outline = INPUTS.outline(scheme.perimeter.communes.iter().copied(), tolerance_m);
        let position = |point: &geodata::topology::GridPoint| {
            let point = point.lon_lat();
            Position::from([point.lon, point.lat])
        };
        let polygon = |rings: &Vec<Vec<_>>| -> Vec<Vec<Position>> {
            rings.iter().map(|ring: &Vec<_>| ring.iter().map(position).collect()).collect()
        };
        let coordinates = outline.iter().map(polygon).collect();
        let mut feature = Feature {
            geometry: Some(GeometryValue::MultiPolygon { coordinates }.into()),
            ..Feature::default()
        };
        feature.set_property("NOM_CLS_2026", scheme.name.clone());
        feature.set_property("etat_2026", published_status(scheme));
        feature
    });
    FeatureCollection { features: features.collect(), ..FeatureCollection::default() }
}

#[test]
fn every_cls_comes_back_from_a_layer_of_perimeters() {
    let file = scratch::empty_folder("imported-perimeters").join("couche.geojson");
    std::fs::write(&file, layer_of_perimeters(200.0).to_string()).unwrap();
    let imported = imported(Layer::Cls, &file);
    let members = INPUTS.territories.members();
    let indices = INPUTS.territories.commune_indices();
    assert_eq!(imported.len(), schemes(Layer::Cls).count());
    for scheme in schemes(Layer::Cls) {
        let row = &imported[&scheme.id];
        let mut communes: BTreeSet<usize> =
            row["communes"].split_whitespace().map(|code| indices[code]).collect();
        for epci in row["epci"].split_whitespace() {
            let epci = members.iter().find(|(code, _)| code.as_str() == epci);
            communes.extend(epci.unwrap().1);
        }
        assert_eq!(communes, scheme.perimeter.communes, "{}", scheme.id);
        assert_eq!(row["statut"], published_status(scheme));
    }
}
