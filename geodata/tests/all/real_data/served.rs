//! The served files decode, hold every territory, and are RFC 7946 GeoJSON.

use super::committed::{INPUTS, SERVED, collection, features, manifest, polygons, text};
use geodata::topology::{GridPoint, Polygon, is_inside, signed_area};
use map::served::{
    CoverageFile, ProjectProperties, SchemeProperties, Share, SharesFile, TerritoryProperties,
};
use map::{Layer, Level, MapPoint, Model, Records, Subject, TerritoryKey};
use std::collections::{BTreeMap, BTreeSet};

/// The served GeoJSON files.
const COLLECTIONS: [&str; 5] = ["departements", "epci", "cls", "cpts", "projets"];

#[test]
fn every_department_is_there_with_its_name() {
    let departments = features::<TerritoryProperties>("departements");
    let names: BTreeMap<_, _> =
        departments.iter().map(|(one, _)| (one.code.as_str(), one.nom.as_str())).collect();
    assert_eq!(names.len(), 101);
    for (code, name) in [("01", "Ain"), ("2A", "Corse-du-Sud"), ("75", "Paris"), ("976", "Mayotte")]
    {
        assert_eq!(names[code], name);
    }
    assert!(names.values().all(|name| !name.is_empty()));
}

#[test]
fn every_intercommunality_is_there_with_its_name_and_its_communes() {
    let epci = features::<TerritoryProperties>("epci");
    assert_eq!(epci.len(), 1255);
    let members = INPUTS.territories.members();
    for ((served, outline), expected) in epci.iter().zip(&INPUTS.territories.epci) {
        assert_eq!((served.code.as_str(), &served.nom), (expected.code.as_str(), &expected.nom));
        assert!(!served.nom.is_empty() && !outline.is_empty() && served.surface_ha > 0);
        assert_eq!(served.communes as usize, members[&expected.code].len(), "{}", served.nom);
    }
}

#[test]
fn every_scheme_has_its_properties_and_an_outline() {
    let schemes = ["cls", "cpts"].map(features::<SchemeProperties>);
    assert_eq!(schemes.each_ref().map(Vec::len), [300, 130], "those with a perimeter to draw");
    let of_the_list = schemes[0].iter().filter(|(one, _)| one.source == "ars-ara-cls").count();
    assert_eq!(of_the_list, 57, "the others come from posts and announcements");
    assert!(schemes.iter().flatten().all(|(one, outline)| {
        !one.nom.is_empty() && !one.communes.is_empty() && !outline.is_empty()
    }));
    assert_eq!(features::<ProjectProperties>("projets").len(), 35);
}

#[test]
fn the_shares_of_the_map_are_those_of_the_served_coverage() {
    let bytes = std::fs::read(SERVED.join(&manifest().fichiers["parts"].url)).unwrap();
    let file = SharesFile::decode(&bytes).unwrap();
    let coverage: CoverageFile = serde_json::from_str(&text("couverture")).unwrap();
    let of_level = |level: Level, name: &str| -> Vec<(TerritoryKey, u32)> {
        let all = features::<TerritoryProperties>(name).into_iter();
        all.map(|(one, _)| (TerritoryKey { level, code: one.code }, one.population)).collect()
    };
    for (layer, shares) in [(Layer::Cls, &file.cls), (Layer::Cpts, &file.cpts)] {
        let expected = |(key, population): &(TerritoryKey, u32)| {
            let classes = coverage.get(key).and_then(|one| one.couches.get(&layer));
            classes.map_or(Share::Undocumented, |classes| Share::of(classes, *population))
        };
        let departments = of_level(Level::Department, "departements");
        assert_eq!(shares.departments, departments.iter().map(expected).collect::<Vec<_>>());
        let epci = of_level(Level::Epci, "epci");
        assert_eq!(shares.epci, epci.iter().map(expected).collect::<Vec<_>>());
        assert!(shares.bounds.is_sorted() && shares.bounds[0] == 0 && shares.bounds[3] <= 100);
    }
}

#[test]
fn a_seat_is_on_the_map_for_every_registered_scheme_that_is_not_drawn() {
    let bytes = std::fs::read(SERVED.join(&manifest().fichiers["carte"].url)).unwrap();
    let model = Model::decode(&bytes).unwrap();
    let registered = INPUTS.tables.schemes.iter().filter(|one| one.details.seat.is_some());
    let seated = registered.filter(|one| !one.is_drawn()).count();
    assert!(seated > 0);
    let seats = || [Layer::Cls, Layer::Cpts].into_iter().flat_map(|layer| model.seats(layer));
    assert_eq!(seats().count(), seated);
    let region_of = |at: MapPoint| {
        let cell = model.cell_at(at)?;
        let department = model.cells[cell as usize].department as usize;
        Some(model.regions[model.departments[department].region as usize].code.as_str())
    };
    // The register at hand is that of Occitanie.
    assert!(seats().all(|seat| region_of(seat.at) == Some("76")));
}

#[test]
fn every_scheme_and_sign_of_the_map_leads_to_its_record() {
    let bytes = |name: &str| std::fs::read(SERVED.join(&manifest().fichiers[name].url)).unwrap();
    let model = Model::decode(&bytes("carte")).unwrap();
    let mut records = Records::decode(&bytes("fiches")).unwrap();
    records.add_rest(&bytes("fiches-suite")).unwrap();
    for drawn in &model.schemes {
        let record = records.scheme_at(drawn.index).unwrap();
        assert!(record.has_perimeter() && record.statut == drawn.status, "{}", record.id);
    }
    for sign in &model.signs {
        match &sign.subject {
            Subject::Scheme(scheme) if scheme.layer == Layer::Projects => {
                assert!(!records.project_at(*scheme).unwrap().lieux.is_empty());
            }
            Subject::Scheme(scheme) => {
                let record = records.scheme_at(*scheme).unwrap();
                assert!(record.siege.is_some() && record.statut == sign.status, "{}", record.id);
            }
            Subject::Venue(index) => assert!(records.venue_at(*index).unwrap().commune.is_some()),
            other => panic!("no sign of {other:?} was expected"),
        }
    }
}

#[test]
fn rings_are_closed_simple_and_turn_as_rfc_7946_wants() {
    for name in COLLECTIONS {
        for feature in collection(name).features {
            for polygon in polygons(&feature) {
                assert_is_valid(&polygon, name);
            }
        }
    }
}

/// RFC 7946 §3.1.6, and simple rings.
fn assert_is_valid(polygon: &Polygon, name: &str) {
    for (index, ring) in polygon.iter().enumerate() {
        let ring_name = format!("{name}: ring {index} at {:?}", ring.first());
        assert!(ring.len() >= 4 && ring.first() == ring.last(), "closed, {ring_name}");
        assert_eq!(signed_area(ring) > 0, index == 0, "orientation, {ring_name}");
        let distinct: BTreeSet<&GridPoint> = ring.iter().collect();
        assert_eq!(distinct.len(), ring.len() - 1, "passes a vertex twice, {ring_name}");
        assert!(index == 0 || ring.iter().all(|&v| is_inside(&polygon[0], v)), "hole, {ring_name}");
    }
}

#[test]
fn coordinates_have_five_decimals_at_most() {
    for name in COLLECTIONS {
        for feature in collection(name).features {
            let numbers = feature.geometry.unwrap().to_string();
            let decimals = numbers.split(|c: char| !c.is_ascii_digit() && c != '.');
            let longest = decimals.filter_map(|number| number.split('.').nth(1)).map(str::len);
            assert!(longest.max().unwrap() <= 5, "{name}: {numbers:.80}");
        }
    }
}

#[test]
fn every_file_has_the_box_of_its_coordinates() {
    for name in COLLECTIONS {
        let collection = collection(name);
        let vertices = collection.features.iter().flat_map(polygons).flatten().flatten();
        let mut expected = [i32::MAX, i32::MAX, i32::MIN, i32::MIN];
        for vertex in vertices {
            expected = [
                expected[0].min(vertex.lon),
                expected[1].min(vertex.lat),
                expected[2].max(vertex.lon),
                expected[3].max(vertex.lat),
            ];
        }
        let expected = expected.map(|value| f64::from(value) / 1e5);
        assert_eq!(collection.bbox.as_deref(), Some(&expected[..]), "{name}");
    }
}

#[test]
fn files_have_no_members_that_rfc_7946_took_out() {
    for name in COLLECTIONS {
        assert!(text(name).starts_with(r#"{"type":"FeatureCollection""#), "{name}");
        assert!(!text(name).contains(r#""crs""#), "{name}");
    }
}

#[test]
fn the_manifest_names_every_file_with_its_size() {
    let manifest = manifest();
    let (details, others): (Vec<&str>, Vec<&str>) =
        manifest.fichiers.keys().map(String::as_str).partition(|name| name.starts_with("detail/"));
    assert_eq!(details.len(), 101);
    let (packed, others): (Vec<&str>, Vec<&str>) =
        others.into_iter().partition(|name| name.starts_with("carte/"));
    assert_eq!(packed.len(), 2 * 101, "near, and closer");
    let (communes, others): (Vec<&str>, Vec<&str>) =
        others.into_iter().partition(|name| name.starts_with("fiches/"));
    assert_eq!(communes.len(), 101);
    let (exports, others): (Vec<&str>, Vec<&str>) =
        others.into_iter().partition(|name| name.starts_with("export/"));
    let (parts, exports): (Vec<&str>, Vec<&str>) =
        exports.into_iter().partition(|name| name.starts_with("export/couverture/"));
    assert_eq!(parts.len(), 2 * 101, "a CSV and its form for spreadsheets by department");
    let (layers, exports): (Vec<&str>, Vec<&str>) =
        exports.into_iter().partition(|name| name.ends_with("json"));
    assert_eq!(
        layers.len(),
        COLLECTIONS.len() + 2 * 3,
        "three in detail, in two forms: {layers:?}"
    );
    // Each table is a CSV, its form for spreadsheets and a schema; the coverage by level is three
    // tables, the whole one has no form for spreadsheets, two files describe them all, and statuses,
    // degrees of knowledge and classes of shares are three tables more.
    let tables = 3 * geodata::tables::TABLE_NAMES.len();
    assert_eq!(exports.len(), tables + 2 * 3 + 2 + 2 + 3 * 3, "{exports:?}");
    let expected = [
        "carte",
        "cls",
        "communes",
        "couverture",
        "couverture-communes",
        "cpts",
        "departements",
        "epci",
        "faits",
        "fiches",
        "fiches-suite",
        "parts",
        "projets",
        "recherche",
        "recherche-villes",
    ];
    assert_eq!(others, expected);
    for file in manifest.fichiers.values() {
        assert_eq!(std::fs::read(SERVED.join(&file.url)).unwrap().len(), file.octets);
    }
    assert_eq!(manifest.regions.len(), 18);
}

#[test]
fn every_layer_says_its_precision_in_the_file_and_in_the_manifest() {
    let manifest = manifest();
    let layers = manifest.fichiers.iter().filter(|(_, file)| file.url.contains("geojson"));
    let layers: Vec<_> =
        layers.chain(manifest.fichiers.get_key_value("export/epci-detail.topojson")).collect();
    assert_eq!(layers.len(), 2 * COLLECTIONS.len() + 101 + 3 + 1);
    for (name, file) in layers {
        let expected = if name.contains("detail") { 200 } else { 3500 };
        assert_eq!(file.precision_m, Some(expected), "{name}");
        let value: serde_json::Value = serde_json::from_str(&text(name)).unwrap();
        assert_eq!(value["precision_m"], expected, "{name}");
    }
    assert_eq!(manifest.fichiers["export/cls"].precision_m, None);
}

#[test]
fn a_layer_under_its_stable_name_has_the_same_shapes_and_no_lists() {
    for name in COLLECTIONS {
        let (hashed, stable) = (collection(name), collection(&format!("export/{name}.geojson")));
        assert_eq!(hashed.features.len(), stable.features.len());
        for (one, other) in hashed.features.iter().zip(&stable.features) {
            assert_eq!(one.geometry, other.geometry, "{name}");
            let properties = other.properties.iter().flatten();
            let names = properties.clone().map(|(name, _)| name);
            assert!(names.eq(one.properties.iter().flatten().map(|(name, _)| name)), "{name}");
            assert!(properties.clone().all(|(_, value)| !value.is_array() && !value.is_object()));
        }
    }
}

#[test]
fn the_borders_of_a_detailed_layer_are_those_of_the_details() {
    let sides_of = |polygons: Vec<Polygon>| -> BTreeSet<_> {
        polygons
            .into_iter()
            .flatten()
            .flat_map(|ring| ring.windows(2).map(<[_]>::to_vec).collect::<Vec<_>>())
            .collect()
    };
    // All of it is in one department: its part in the detail file is the whole.
    let code = "240100883";
    let of_code = |name: &str, kind: &str| {
        let features = collection(name).features;
        let is_it = |feature: &geojson::Feature| {
            let property = |name: &str| feature.property(name).and_then(|it| it.as_str());
            property("code") == Some(code) && (kind.is_empty() || property("type") == Some(kind))
        };
        sides_of(polygons(features.iter().find(|feature| is_it(feature)).unwrap()))
    };
    let (layer, detail) = (of_code("export/epci-detail.geojson", ""), of_code("detail/01", "epci"));
    assert_eq!(layer, detail);
}
