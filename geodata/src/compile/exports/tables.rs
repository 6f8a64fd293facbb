//! Every table of the stewards as it is published, with its schema.

use super::csv_table::CsvTable;
use super::schema;
use crate::compile::output::Output;
use crate::error::Error;
use crate::inputs::Inputs;
use crate::tables::normalized;
use serde_json::Value;

/// Writes every table: two CSV and a schema.
pub(super) fn write(inputs: &Inputs, output: &mut Output) -> Result<(), Error> {
    let tables = normalized(&inputs.tables, &inputs.territories, &inputs.atoms);
    let tables = tables.map_err(|error| Error::form("export", &error))?;
    for (name, records) in tables {
        let path = inputs.sources.join(format!("{name}.schema.json"));
        let schema = schema::published(&path)?;
        let mut table = CsvTable::new(&schema);
        for record in &records {
            let lacks = |column: String| {
                Error::form(&path, &format!("colonne sans valeur\u{a0}: {column}"))
            };
            table.push_record(record).map_err(lacks)?;
        }
        write_table(name, title(&schema), &table, output)?;
        write_schema(name, &schema, output)?;
    }
    Ok(())
}

/// Writes both forms of a table.
pub(super) fn write_table(
    name: &str,
    title: &str,
    table: &CsvTable,
    output: &mut Output,
) -> Result<(), Error> {
    let (file, twin) = (format!("{name}.csv"), format!("{name}.excel.csv"));
    output.export(&format!("export/{name}"), &file, title, &table.csv(&file)?)?;
    let excel = table.excel_csv(&twin)?;
    output.export(&format!("export/{name}.excel"), &twin, "La même table, pour Excel", &excel)
}

/// Writes the schema of a table.
pub(super) fn write_schema(name: &str, schema: &Value, output: &mut Output) -> Result<(), Error> {
    let file = format!("{name}.schema.json");
    let bytes = serde_json::to_vec_pretty(schema).map_err(|error| Error::form(&file, &error))?;
    output.export(&format!("export/{name}.schema"), &file, "TableSchema de la table", &bytes)
}

/// The title of a table.
pub(super) fn title(schema: &Value) -> &str {
    schema["title"].as_str().unwrap_or_default()
}
