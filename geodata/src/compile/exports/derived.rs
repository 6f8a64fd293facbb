//! `statuts.csv` and `degres.csv`: what the compiler derives from the tables, beside coverage.

use super::csv_table::CsvTable;
use super::tables::{title, write_schema, write_table};
use crate::compile::degrees;
use crate::compile::output::Output;
use crate::error::Error;
use crate::inputs::Inputs;
use crate::tables::{ReferenceDay, Scheme};
use map::served::RegionDegree;
use map::{Degree, Layer};
use serde_json::Value;

const STATUSES: &str = include_str!("statuts.schema.json");
const DEGREES: &str = include_str!("degres.schema.json");

/// Writes both tables with their schemas.
pub(super) fn write(inputs: &Inputs, output: &mut Output) -> Result<(), Error> {
    let statuses = inputs.tables.schemes.iter().map(|scheme| status_row(scheme, inputs));
    write_one("statuts", STATUSES, statuses.collect(), output)?;
    write_one("degres", DEGREES, degree_rows(inputs), output)
}

fn write_one(
    name: &str,
    schema: &str,
    rows: Vec<Vec<String>>,
    output: &mut Output,
) -> Result<(), Error> {
    let schema: Value = serde_json::from_str(schema).map_err(|error| Error::form(name, &error))?;
    let mut table = CsvTable::new(&schema);
    for row in rows {
        table.push(row);
    }
    write_table(name, title(&schema), &table, output)?;
    write_schema(name, &schema, output)
}

/// The cells are in the order of the fields of `statuts.schema.json`.
fn status_row(scheme: &Scheme, inputs: &Inputs) -> Vec<String> {
    let is_whole = if scheme.details.has_whole_perimeter() { "oui" } else { "non" };
    vec![
        scheme.id.clone(),
        scheme.layer.code().to_owned(),
        scheme.name.clone(),
        scheme.stated.code().to_owned(),
        scheme.status.code().to_owned(),
        is_whole.to_owned(),
        inputs.tables.day.as_ref().map(ReferenceDay::as_str).unwrap_or_default().to_owned(),
    ]
}

/// A row for each layer and region, those of which nothing is known included. The cells are in the
/// order of the fields of `degres.schema.json`.
fn degree_rows(inputs: &Inputs) -> Vec<Vec<String>> {
    let known = degrees::rows(inputs);
    let mut rows = Vec::new();
    for layer in Layer::ALL {
        for region in &inputs.territories.regions {
            let is_it = |one: &&RegionDegree| one.couche == layer && one.region == region.code;
            let found = known.iter().find(is_it);
            let degree = match found.map(|one| one.degre) {
                Some(Degree::List) => "liste",
                Some(Degree::Facts) => "faits",
                None => "rien",
            };
            let mut lists = inputs.tables.documentation.iter();
            let list = lists.find(|one| one.couche == layer && one.region == region.code);
            rows.push(vec![
                layer.code().to_owned(),
                region.code.to_string(),
                region.nom.clone(),
                degree.to_owned(),
                found.map_or(0, |one| one.dispositifs).to_string(),
                found.map_or(0, |one| one.avec_perimetre).to_string(),
                list.map(|one| one.source.clone()).unwrap_or_default(),
            ]);
        }
    }
    rows
}
