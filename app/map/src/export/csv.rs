//! Rows as CSV.

use super::field::{Field, Value};

/// A form of CSV.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CsvForm {
    /// For French spreadsheets: semicolons, a byte order mark, titles in French, codes as texts.
    Spreadsheet,
    /// For programs: commas, names in lower case, nothing else (RFC 4180).
    Plain,
}

/// The byte order mark, by which spreadsheets know UTF-8.
const MARK: char = '\u{feff}';

/// The rows, which have the same fields, below a line of titles. Only a mark for no rows in the form for
/// spreadsheets, else nothing.
pub(super) fn csv(rows: &[Vec<Field>], form: CsvForm) -> String {
    let mut text = String::new();
    if form == CsvForm::Spreadsheet {
        text.push(MARK);
    }
    if let Some(first) = rows.first() {
        let title = |field: &Field| {
            Value::Text(match form {
                CsvForm::Spreadsheet => field.title.to_owned(),
                CsvForm::Plain => field.code.to_owned(),
            })
        };
        let titles: Vec<Value> = first.iter().map(title).collect();
        push_line(&mut text, titles.iter(), form);
    }
    for row in rows {
        push_line(&mut text, row.iter().map(|field| &field.value), form);
    }
    text
}

fn push_line<'a>(text: &mut String, values: impl Iterator<Item = &'a Value>, form: CsvForm) {
    for (at, value) in values.enumerate() {
        if at > 0 {
            text.push(form.separator());
        }
        push_value(text, value, form);
    }
    // RFC 4180 §2.1.
    text.push_str("\r\n");
}

fn push_value(text: &mut String, value: &Value, form: CsvForm) {
    match (value, form) {
        (Value::Missing, _) => {}
        (Value::Number(number), _) => text.push_str(&number.to_string()),
        // A formula that is a text: a spreadsheet would make 1004 of 01004.
        (Value::Code(code), CsvForm::Spreadsheet) => {
            push_quoted(text, &["=\"", code, "\""].concat(), form);
        }
        (Value::Text(own), CsvForm::Spreadsheet) if is_formula(own) => {
            push_quoted(text, &["'", own].concat(), form);
        }
        (Value::Code(own) | Value::Text(own), _) => push_quoted(text, own, form),
    }
}

/// Whether a spreadsheet would compute a text.
fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t'])
}

fn push_quoted(text: &mut String, own: &str, form: CsvForm) {
    if own.contains([form.separator(), '"', '\r', '\n']) {
        text.push('"');
        text.push_str(&own.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(own);
    }
}

impl CsvForm {
    const fn separator(self) -> char {
        match self {
            Self::Spreadsheet => ';',
            Self::Plain => ',',
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(code: &str, name: &str) -> Vec<Field> {
        vec![
            Field::new("code", "Code", Value::Code(code.to_owned())),
            Field::new("nom", "Nom", Value::text(name)),
            Field::new("habitants", "Habitants", Value::Number(1_234)),
            Field::new("cls", "CLS", Value::Missing),
        ]
    }

    #[test]
    fn a_plain_file_has_commas_and_quotes_what_holds_one() {
        let rows = [row("01004", "Ambérieu, ou \"là\""), row("2A004", "")];
        assert_eq!(
            csv(&rows, CsvForm::Plain),
            "code,nom,habitants,cls\r\n01004,\"Ambérieu, ou \"\"là\"\"\",1234,\r\n2A004,,1234,\r\n"
        );
    }

    #[test]
    fn a_spreadsheet_keeps_the_zero_of_a_code_and_the_accents() {
        assert_eq!(
            csv(&[row("01004", "Ambérieu; là")], CsvForm::Spreadsheet),
            "\u{feff}Code;Nom;Habitants;CLS\r\n\"=\"\"01004\"\"\";\"Ambérieu; là\";1234;\r\n"
        );
    }

    #[test]
    fn a_spreadsheet_computes_no_text_of_a_table() {
        let text = csv(&[row("1", "=HYPERLINK(1)")], CsvForm::Spreadsheet);
        assert!(text.contains(";'=HYPERLINK(1);"), "{text}");
        assert_eq!(csv(&[], CsvForm::Plain), "");
    }
}
