//! The published TableSchema of each table, compared with its reader.

use super::{layers, projects, reference_day, schemes, sources};
use map::Layer;
use map::served::KnownBy;
use serde_json::Value;
use std::path::Path;

/// The schema of a table.
fn schema(table: &str) -> Value {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sources");
    let text = std::fs::read_to_string(folder.join(format!("{table}.schema.json"))).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn fields(schema: &Value) -> &[Value] {
    schema["fields"].as_array().unwrap()
}

/// The values that a field may have.
fn choices(table: &str, column: &str) -> Vec<String> {
    let schema = schema(table);
    let field = fields(&schema).iter().find(|field| field["name"] == column).unwrap();
    let choices = field["constraints"]["enum"].as_array().unwrap().iter();
    choices.map(|choice| choice.as_str().unwrap().to_owned()).collect()
}

const TABLES: [(&str, &[&str]); 6] = [
    ("cls", schemes::ALL_CLS_COLUMNS),
    ("couches", layers::COLUMNS),
    ("cpts", schemes::ALL_CPTS_COLUMNS),
    ("etat", reference_day::COLUMNS),
    ("projets", projects::COLUMNS),
    ("sources", sources::COLUMNS),
];

#[test]
fn columns_are_those_that_the_reader_expects() {
    for (table, columns) in TABLES {
        let schema = schema(table);
        let names: Vec<&str> =
            fields(&schema).iter().map(|field| field["name"].as_str().unwrap()).collect();
        assert_eq!(names, columns, "{table}");
    }
}

#[test]
fn every_field_is_explained_and_has_an_example() {
    for (table, _) in TABLES {
        for field in fields(&schema(table)) {
            for member in ["title", "type", "description", "example"] {
                assert!(
                    field[member].as_str().is_some_and(|text| !text.is_empty()),
                    "{table} {field}"
                );
            }
        }
    }
}

#[test]
fn choices_are_those_that_the_reader_knows() {
    for table in ["cls", "cpts"] {
        assert_eq!(
            choices(table, "statut"),
            schemes::StatedStatus::ALL.map(schemes::StatedStatus::code)
        );
        assert_eq!(choices(table, "perimetre"), KnownBy::ALL.map(KnownBy::code));
    }
    assert_eq!(choices("couches", "couche"), Layer::ALL.map(Layer::code));
    assert_eq!(choices("projets", "theme"), projects::THEMES);
    assert_eq!(choices("projets", "portee"), projects::REACHES);
}
