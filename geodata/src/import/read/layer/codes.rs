//! The properties of a layer that hold codes of territories.

use super::super::fields::{Columns, Field, Override};
use crate::names::normalized;
use geojson::Feature;
use serde_json::Value;

/// The fields of territories that codes are read for.
const FIELDS: [Field; 3] = [Field::Communes, Field::Arrondissements, Field::Epci];

/// Adds to `columns` the properties that hold codes: recognised by their name *and* their values,
/// so that a number of communes, a postal code or a name is none. Of several for one field, the one
/// with the most codes is taken, for the others are places in the perimeter.
pub(super) fn add_code_columns(
    columns: &mut Columns,
    names: &[String],
    features: &[Feature],
    overrides: &[Override],
) {
    for field in FIELDS {
        let own = overrides.iter().find(|one| is_same(one.field(), field));
        let is_named = |index: &usize| match own {
            Some(own) => normalized(own.column()) == normalized(&names[*index]),
            None => columns.others.contains(index) && may_hold(&names[*index], field),
        };
        let candidates = (0..names.len()).filter(is_named);
        let counted = candidates.map(|index| (count(features, &names[index], field), index));
        // The first of those with the most codes.
        let best = counted.rev().max().filter(|(count, _)| *count > 0);
        if let Some((_, index)) = best {
            columns.others.retain(|other| *other != index);
            columns.known.push((field, index));
        }
    }
    columns.known.sort();
}

/// Whether an override of the one field is about the other: codes of communes are communes.
fn is_same(one: Field, field: Field) -> bool {
    one == field || (one == Field::CommuneCode && field == Field::Communes)
}

/// Whether the name of a property allows codes of that field.
fn may_hold(name: &str, field: Field) -> bool {
    // Places in a perimeter, and codes of other things.
    const OTHERS: [&str; 9] =
        ["siege", "lieu", "postal", "postaux", "cp", "arrdt", "canton", "ancien", "anciens"];
    let words = normalized(&spaced(name));
    let words: Vec<&str> = words.split(' ').collect();
    let joined = words.concat();
    if words.iter().any(|word| OTHERS.contains(word)) || joined.starts_with("nb") {
        return false;
    }
    let has = |parts: &[&str]| parts.iter().any(|part| joined.contains(part));
    let is_code = matches!(joined.as_str(), "code" | "codes");
    match field {
        Field::Epci => is_code || has(&["epci", "siren", "intercom"]),
        Field::Arrondissements => has(&["arrondissement"]) || words.contains(&"arm"),
        _ => {
            let is_of_communes =
                has(&["commune", "insee", "codgeo", "codegeo", "depcom", "codecom", "cog"])
                    || has(&["perimetre", "territoire"])
                    || words.contains(&"com");
            is_code || is_of_communes && !has(&["arrondissement", "epci", "siren"])
        }
    }
}

/// A name in camel case as words.
fn spaced(name: &str) -> String {
    let mut spaced = String::new();
    let mut was_lower = false;
    for char in name.chars() {
        if was_lower && char.is_uppercase() {
            spaced.push(' ');
        }
        was_lower = char.is_lowercase();
        spaced.push(char);
    }
    spaced
}

/// How many codes a property holds in all; none where most of its values are something else.
fn count(features: &[Feature], name: &str, field: Field) -> usize {
    let values = features.iter().filter_map(|feature| feature.property(name));
    let (mut codes, mut read, mut others) = (0, 0, 0);
    for found in values.map(|value| codes_of(value, field)) {
        match found {
            Ok(found) if found.is_empty() => {}
            Ok(found) => {
                codes += found.len();
                read += 1;
            }
            Err(_) => others += 1,
        }
    }
    if read > others { codes } else { 0 }
}

/// The codes in a property as a cell would hold them, between spaces; as written where they are
/// none.
pub(super) fn text(value: &Value, field: Field) -> String {
    match codes_of(value, field) {
        Ok(codes) => codes.join(" "),
        Err(written) => written,
    }
}

/// The codes in a value: a list, a text with any separators, a number, objects with a code. An
/// error gives the first text that is none.
fn codes_of(value: &Value, field: Field) -> Result<Vec<String>, String> {
    match value {
        Value::Null => Ok(Vec::new()),
        Value::Array(values) => {
            let codes: Result<Vec<_>, _> = values.iter().map(|one| codes_of(one, field)).collect();
            codes.map(|codes| codes.concat())
        }
        Value::Object(members) => {
            let keys = ["code", "insee", "code_insee", "siren", "codeInsee"];
            match keys.iter().find_map(|key| members.get(*key)) {
                Some(code) => codes_of(code, field),
                None => Err(value.to_string()),
            }
        }
        Value::Number(number) => in_text(&whole(number), field),
        Value::String(text) => in_text(text, field),
        Value::Bool(_) => Err(value.to_string()),
    }
}

/// A number without the decimals of a table of numbers: 200046977.0 is 200046977.
fn whole(number: &serde_json::Number) -> String {
    let text = number.to_string();
    text.strip_suffix(".0").map_or(text.clone(), ToOwned::to_owned)
}

fn in_text(text: &str, field: Field) -> Result<Vec<String>, String> {
    let is_code = |word: &&str| is_code(word, field);
    // Lists of the GDAL library begin with their length: (2:06004,06155).
    let list = text.trim().strip_prefix('(').and_then(|rest| rest.split_once(':'));
    let text =
        list.filter(|(count, _)| count.parse::<u32>().is_ok()).map_or(text, |(_, list)| list);
    let words: Vec<&str> =
        text.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.iter().all(is_code) {
        return Ok(words.iter().map(|word| (*word).to_owned()).collect());
    }
    let joined = words.concat();
    if field == Field::Epci && is_code(&joined.as_str()) {
        return Ok(vec![joined]);
    }
    // A code with its name behind it, item after item.
    let items = text.split([',', ';', '|', '\n', '/']).map(str::trim).filter(|one| !one.is_empty());
    let codes: Option<Vec<String>> = items
        .map(|item| {
            let code = item.split(|char: char| !char.is_alphanumeric()).next();
            code.filter(is_code).map(ToOwned::to_owned)
        })
        .collect();
    codes.ok_or_else(|| text.trim().to_owned())
}

/// Whether a word has the form of a code: nine digits, or five signs of which a number may have
/// lost the first zero.
fn is_code(word: &str, field: Field) -> bool {
    let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
    match (field, word.as_bytes()) {
        (Field::Epci, _) => word.len() == 9 && is_number,
        (_, [_, _, _, _]) => is_number,
        (_, [b'2', b'A' | b'B' | b'a' | b'b', rest @ ..]) => {
            rest.len() == 3 && rest.iter().all(u8::is_ascii_digit)
        }
        _ => word.len() == 5 && is_number,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn codes_are_read_from_lists_and_from_texts() {
        let communes = |value: Value| text(&value, Field::Communes);
        assert_eq!(communes(json!(["29083", "2A004"])), "29083 2A004");
        assert_eq!(communes(json!("29083, 29084;29155 | 56069")), "29083 29084 29155 56069");
        assert_eq!(communes(json!("[\"29083\",\"29084\"]")), "29083 29084");
        assert_eq!(communes(json!("(2:29083,29084)")), "29083 29084");
        assert_eq!(communes(json!("29083 Île-de-Sein, 29084 - Île-Molène")), "29083 29084");
        assert_eq!(communes(json!([{"code": "29083", "nom": "Île-de-Sein"}])), "29083");
        assert_eq!(communes(json!([1004, 29083])), "1004 29083");
        assert_eq!(communes(json!("Île-de-Sein")), "Île-de-Sein");
        let epci = |value: Value| text(&value, Field::Epci);
        assert_eq!(epci(json!(200_046_977)), "200046977");
        assert_eq!(epci(json!(200_046_977.0)), "200046977");
        assert_eq!(epci(json!("200 046 977")), "200046977");
    }

    #[test]
    fn a_name_must_allow_codes() {
        for name in
            ["communes", "code_insee", "CODE_INSEE", "INSEE_COM", "codes_communes", "codgeo"]
        {
            assert!(may_hold(name, Field::Communes), "{name}");
        }
        for name in ["siren_epci", "EPCI", "codeEpci", "SIREN", "code"] {
            assert!(may_hold(name, Field::Epci), "{name}");
        }
        for name in ["code_postal", "insee_siege", "nb_communes", "CP", "population"] {
            assert!(!may_hold(name, Field::Communes), "{name}");
        }
    }
}
