//! Our own served layers, taken for those of somebody else and imported: the same perimeters.

use super::committed::{INPUTS, collection};
use crate::scratch;
use geodata::files::Files;
use geodata::import::{self, Outcome, Request};
use geodata::inputs::{Context, Folders};
use geodata::problem::Severity;
use geodata::tables::{Scheme, Tables};
use map::Layer;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

static CONTEXT: LazyLock<Context> = LazyLock::new(|| {
    let (contours, sources) = (scratch::crate_folder("contours"), scratch::crate_folder("sources"));
    Context::read(&Folders { contours, sources, day: None }).unwrap()
});

fn imported(layer: Layer, file: &Path) -> Vec<u8> {
    let request = Request::new(layer, file, "insee-cog-2026");
    let Outcome { problems, table, left_aside, .. } = import::import(&request, &CONTEXT).unwrap();
    let errors: Vec<_> =
        problems.iter().filter(|problem| problem.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:?}");
    assert_eq!(left_aside, 0);
    table.unwrap()
}

/// The schemes of an imported table.
fn schemes(layer: Layer, table: &[u8]) -> Vec<Scheme> {
    let folder = scratch::empty_folder(&format!("reimported-{}", layer.code()));
    for path in scratch::entries(&scratch::crate_folder("sources")) {
        if path.is_file() {
            std::fs::copy(&path, folder.join(path.file_name().unwrap())).unwrap();
        }
    }
    std::fs::write(folder.join(format!("{}.csv", layer.code())), table).unwrap();
    let examined =
        Tables::examine(&Files::of_folder(&folder), &INPUTS.territories, &INPUTS.atoms, None)
            .unwrap();
    examined.tables.schemes.into_iter().filter(|scheme| scheme.layer == layer).collect()
}

/// The name of a scheme, with its identifier where another one has the same name.
fn name(id: &str, name: &str) -> String {
    match id.starts_with("cls-de-saint-denis-") {
        true => format!("{name} {}", &id["cls-de-saint-denis-".len()..]),
        false => name.to_owned(),
    }
}

/// The served layer. Two contracts have one name; to a list that is one scheme.
fn with_one_name_each(layer: Layer) -> String {
    let mut collection = collection(layer.code());
    for feature in &mut collection.features {
        let text = |name: &str| feature.property(name).unwrap().as_str().unwrap().to_owned();
        let name = name(&text("id"), &text("nom"));
        feature.set_property("nom", name);
    }
    collection.to_string()
}

#[test]
fn the_served_schemes_come_back_430_of_430() {
    let mut same = 0;
    for layer in [Layer::Cls, Layer::Cpts] {
        let file = scratch::empty_folder(&format!("served-{}", layer.code())).join("c.geojson");
        std::fs::write(&file, with_one_name_each(layer)).unwrap();
        let found = schemes(layer, &imported(layer, &file));
        let drawn = INPUTS.tables.schemes.iter().filter(|one| one.layer == layer && one.is_drawn());
        for scheme in drawn {
            let is_back = found.iter().any(|found| {
                found.name == name(&scheme.id, &scheme.name)
                    && found.perimeter.communes == scheme.perimeter.communes
                    && found.perimeter.arrondissements == scheme.perimeter.arrondissements
            });
            assert!(is_back, "{}", scheme.id);
            same += 1;
        }
    }
    assert_eq!(same, 430);
}

#[test]
fn every_intercommunality_comes_back_by_its_siren_from_the_overview() {
    for (column, written) in [("code", "code"), ("siren_epci", "text"), ("SIREN", "number")] {
        let mut layer = collection("epci");
        for feature in &mut layer.features {
            let siren = feature.property("code").unwrap().as_str().unwrap().to_owned();
            // Intercommunalities of one name are told apart by theirs.
            feature.set_property("nom", format!("Secteur {siren}"));
            if written != "code" {
                feature.remove_property("code");
                let number = serde_json::Value::from(siren.parse::<u32>().unwrap());
                let value = if written == "number" { number } else { siren.into() };
                feature.set_property(column, value);
            }
        }
        let folder = scratch::empty_folder("reimported-epci");
        let file = folder.join("couche.geojson");
        std::fs::write(&file, layer.to_string()).unwrap();
        let table = imported(Layer::Cls, &file);
        let rows = csv::Reader::from_reader(&table[..]).into_deserialize::<BTreeMap<_, String>>();
        let found: Vec<BTreeMap<String, String>> = rows.map(Result::unwrap).collect();
        assert_eq!(found.len(), 1255);
        for row in &found {
            assert_eq!(row["nom"], format!("Secteur {}", row["epci"]), "{column}: {row:?}");
            assert!(row["communes"].is_empty(), "{row:?}");
        }
    }
}
