//! A published table, and the two forms of CSV that it is written in.

use crate::error::Error;
use crate::tables::Record;
use serde_json::Value;

/// Columns whose lists hold texts; those of the others hold codes.
const TEXT_LISTS: [&str; 3] = ["axes", "porteurs", "themes"];

/// The longest text that Excel takes between the quotation marks of a formula.
const LONGEST_IN_A_FORMULA: usize = 255;

/// A table as it is published.
pub(super) struct CsvTable {
    columns: Vec<Column>,
    rows: Vec<Vec<String>>,
}

struct Column {
    name: String,
    kind: Kind,
}

/// The kind of a column's values, in its schema.
#[derive(Clone, Copy)]
enum Kind {
    Text,
    Number,
}

impl CsvTable {
    /// A table without rows, with the columns of its schema.
    pub(super) fn new(schema: &Value) -> Self {
        let fields = schema["fields"].as_array().into_iter().flatten();
        let column = |field: &Value| Column {
            name: field["name"].as_str().unwrap_or_default().to_owned(),
            kind: match field["type"].as_str() {
                Some("number" | "integer") => Kind::Number,
                _ => Kind::Text,
            },
        };
        Self { columns: fields.map(column).collect(), rows: Vec::new() }
    }

    /// Adds a row, whose cells are in the order of columns.
    pub(super) fn push(&mut self, row: Vec<String>) {
        self.rows.push(row);
    }

    /// Adds a row by the names of its members; returns the first column that it has no member for.
    pub(super) fn push_record(&mut self, record: &Record) -> Result<(), String> {
        let cell = |column: &Column| match record.get(&column.name) {
            Some(value) => Ok(cell(&column.name, value)),
            None => Err(column.name.clone()),
        };
        self.rows.push(self.columns.iter().map(cell).collect::<Result<_, _>>()?);
        Ok(())
    }

    /// Comma, UTF-8, LF: for programs. `name` is for an error message.
    pub(super) fn csv(&self, name: &str) -> Result<Vec<u8>, Error> {
        let writer = csv::Writer::from_writer(Vec::new());
        self.written(name, writer, |cell, _| cell.to_owned())
    }

    /// Semicolon, byte order mark, CRLF, decimal comma: for those who double-click. A text that
    /// begins like a number, a date or a formula is written `="01001"`, the one form that Excel
    /// takes for a text without being asked: quotation marks alone do not keep a zero, and an
    /// apostrophe would become part of the code. LibreOffice, which asks how to read every CSV,
    /// takes it as it stands or, with « Évaluer les formules », for the same text.
    pub(super) fn excel_csv(&self, name: &str) -> Result<Vec<u8>, Error> {
        let writer = csv::WriterBuilder::new()
            .delimiter(b';')
            .terminator(csv::Terminator::CRLF)
            .from_writer("\u{feff}".as_bytes().to_vec());
        self.written(name, writer, for_excel)
    }

    fn written(
        &self,
        name: &str,
        mut writer: csv::Writer<Vec<u8>>,
        form: impl Fn(&str, Kind) -> String,
    ) -> Result<Vec<u8>, Error> {
        let wrong = |error: &dyn std::fmt::Display| Error::form(name, error);
        let names = self.columns.iter().map(|column| &column.name);
        writer.write_record(names).map_err(|error| wrong(&error))?;
        for row in &self.rows {
            let cells = row.iter().zip(&self.columns).map(|(cell, column)| form(cell, column.kind));
            writer.write_record(cells).map_err(|error| wrong(&error))?;
        }
        writer.into_inner().map_err(|error| wrong(&error))
    }
}

/// A value as text; nothing for an unknown one.
fn cell(column: &str, value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        // A whole number has no decimal point, whatever type it was read as.
        Value::Number(number) => number.as_f64().unwrap_or_default().to_string(),
        Value::Array(items) => {
            let separator = if TEXT_LISTS.contains(&column) { " | " } else { " " };
            let items: Vec<String> = items.iter().map(|item| cell(column, item)).collect();
            items.join(separator)
        }
        other => other.to_string(),
    }
}

fn for_excel(cell: &str, kind: Kind) -> String {
    let is_taken_for_another =
        cell.starts_with(|first: char| first.is_ascii_digit() || "=+-@".contains(first));
    match kind {
        Kind::Number => cell.replace('.', ","),
        Kind::Text if is_taken_for_another && cell.chars().count() <= LONGEST_IN_A_FORMULA => {
            format!("=\"{}\"", cell.replace('"', "\"\""))
        }
        Kind::Text => cell.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn table() -> CsvTable {
        let field = |name: &str, kind: &str| json!({ "name": name, "type": kind });
        let fields = ["id", "communes", "themes"].map(|name| field(name, "string"));
        let schema =
            json!({ "fields": [fields[0], fields[1], fields[2], field("part", "number")] });
        let mut table = CsvTable::new(&schema);
        let record = json!({
            "id": "01014", "communes": ["01014", "2A004"],
            "themes": ["Prévention; accès", "Accès, soins"], "part": 57.5, "autre": true,
        });
        table.push_record(record.as_object().unwrap()).unwrap();
        table
    }

    #[test]
    fn programs_get_commas_plain_numbers_and_lists_by_their_separators() {
        let text = String::from_utf8(table().csv("t").unwrap()).unwrap();
        let expected = "id,communes,themes,part\n\
                        01014,01014 2A004,\"Prévention; accès | Accès, soins\",57.5\n";
        assert_eq!(text, expected);
    }

    #[test]
    fn spreadsheets_get_codes_that_stay_texts_and_decimal_commas() {
        let text = String::from_utf8(table().excel_csv("t").unwrap()).unwrap();
        let row =
            "\"=\"\"01014\"\"\";\"=\"\"01014 2A004\"\"\";\"Prévention; accès | Accès, soins\";57,5";
        assert_eq!(text, format!("\u{feff}id;communes;themes;part\r\n{row}\r\n"));
    }

    #[test]
    fn a_text_is_marked_where_a_spreadsheet_would_take_it_for_something_else() {
        assert_eq!(for_excel("2024-03", Kind::Text), "=\"2024-03\"", "not mars-24");
        assert_eq!(for_excel("=1+1", Kind::Text), "=\"=1+1\"");
        assert_eq!(for_excel("8 lits \"ouverts\"", Kind::Text), "=\"8 lits \"\"ouverts\"\"\"");
        assert_eq!(for_excel("CLS Lyon", Kind::Text), "CLS Lyon");
        assert_eq!(for_excel("", Kind::Text), "");
        let long = "01001 ".repeat(60);
        assert_eq!(for_excel(&long, Kind::Text), long, "too long to be taken for a number");
    }

    #[test]
    fn a_whole_number_has_no_decimals_and_an_unknown_value_no_text() {
        assert_eq!(cell("valeur", &json!(30000.0)), "30000");
        assert_eq!(cell("note", &Value::Null), "");
    }

    #[test]
    fn a_column_without_a_value_is_named() {
        let mut table = table();
        let record = json!({ "id": "a", "communes": [], "part": 1 });
        assert_eq!(table.push_record(record.as_object().unwrap()), Err("themes".to_owned()));
    }
}
