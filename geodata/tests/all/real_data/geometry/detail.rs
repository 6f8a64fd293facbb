//! The detail files and the search index.

use crate::real_data::committed::{INPUTS, collection, features, manifest, text};
use geodata::topology::{GridPoint, Polygon};
use map::CommuneIndex;
use serde_json::Value;
use std::collections::{BTreeSet, HashMap};

fn details() -> Vec<String> {
    let names = manifest().fichiers.into_keys();
    names.filter(|name| name.starts_with("detail/")).collect()
}

#[test]
fn every_commune_with_a_contour_is_in_the_detail_of_its_department() {
    let mut codes = BTreeSet::new();
    for name in details() {
        let department = name.trim_start_matches("detail/");
        for (properties, polygons) in features::<Value>(&name) {
            assert!(!polygons.is_empty(), "{name}: {properties}");
            if properties["type"] == "commune" {
                let code = properties["code"].as_str().unwrap().to_owned();
                assert!(code.starts_with(department), "{name}: {code}");
                assert!(codes.insert(code));
            }
        }
        assert!(collection(&name).bbox.is_some());
    }
    assert_eq!(codes.len(), INPUTS.contours.header.communes.len());
}

#[test]
fn neighbours_share_their_border_across_departments_in_detail() {
    let mut sides: HashMap<(GridPoint, GridPoint), u32> = HashMap::new();
    for name in details() {
        // Arrondissements in the place of the communes that have some.
        let features = features::<Value>(&name);
        let parts =
            features.iter().filter(|(properties, _)| properties["type"] == "arrondissement");
        let cut: BTreeSet<String> =
            parts.map(|(properties, _)| properties["commune"].to_string()).collect();
        let is_whole = |properties: &Value| !cut.contains(&properties["code"].to_string());
        let communes = features
            .iter()
            .filter(|(properties, _)| properties["type"] != "epci" && is_whole(properties));
        for polygon in communes.flat_map(|(_, polygons)| polygons) {
            count_sides(polygon, &mut sides);
        }
    }
    let reversed = |&(a, b): &(GridPoint, GridPoint)| (b, a);
    assert!(sides.values().all(|&count| count == 1), "no side belongs to two communes");
    let inner = sides.keys().filter(|side| sides.contains_key(&reversed(side))).count();
    // Coasts and frontiers are a small part of all borders: a gap would show as one more coast.
    let outer = sides.len() - inner;
    assert!(outer * 12 < inner, "{inner} inner sides, {outer} outer ones");
}

fn count_sides(polygon: &Polygon, sides: &mut HashMap<(GridPoint, GridPoint), u32>) {
    for side in polygon.iter().flat_map(|ring| ring.windows(2)) {
        *sides.entry((side[0], side[1])).or_default() += 1;
    }
}

#[test]
fn communes_re_established_since_the_contours_were_published_have_one() {
    let index: CommuneIndex = serde_json::from_str(&text("communes")).unwrap();
    for code in ["14666", "15031", "15035", "15047", "15171", "85165", "85212"] {
        let number = index.codes.iter().position(|one| one.as_str() == code).unwrap();
        assert!(index.bornes[number].is_some(), "{code}");
        assert!(INPUTS.territories.communes[number].surface_ha > Some(400.0), "{code}");
        let served = features::<Value>(&format!("detail/{}", &code[..2]));
        assert!(served.iter().any(|(properties, _)| properties["code"] == code), "{code}");
    }
    assert!(index.bornes.iter().all(Option::is_some), "every commune is somewhere");
}

#[test]
fn the_search_index_has_every_commune_once_in_code_order() {
    let index: CommuneIndex = serde_json::from_str(&text("communes")).unwrap();
    let length = INPUTS.territories.communes.len();
    assert_eq!(index.codes.len(), length);
    assert!(index.codes.is_sorted());
    let lengths = [
        index.noms.len(),
        index.codes_postaux.len(),
        index.appartient.len(),
        index.populations.len(),
        index.bornes.len(),
    ];
    assert_eq!(lengths, [length; 5]);
    let lyon = index.codes.iter().position(|code| code.as_str() == "69123").unwrap();
    assert_eq!(index.noms[lyon], "Lyon");
    assert!(index.codes_postaux[lyon].split(' ').any(|code| code == "69003"));
    assert_eq!(index.epci[index.appartient[lyon].unwrap() as usize].as_str(), "200046977");
    let [west, south, width, height] = index.bornes[lyon].unwrap();
    assert!((west..west + width).contains(&483) && (south..south + height).contains(&4576));
}
