//! Columns that hold postal codes where INSEE codes are read.

use super::finder::Finder;
use super::listed::listed;
use super::spelling::with_its_zero;
use crate::import::read::{Field, Record};
use crate::names::{Match, normalized};
use crate::problem::{Finding, Problem};
use crate::tables::resolve::is_code;

/// A code of a row, with what stands beside it.
struct Code<'a> {
    text: String,
    record: &'a Record,
    /// The name beside it, if the row has one for each code.
    name: Option<&'a str>,
}

/// The problems of columns, and of cells of several codes, that hold postal codes only: one each.
pub(crate) fn check_columns(records: &[Record], finder: &Finder) -> Vec<Problem> {
    let mut problems = Vec::new();
    for field in [Field::CommuneCode, Field::Communes] {
        let codes = codes(records, field);
        if is_postal(&codes, finder) {
            problems.extend(column_problem(&codes, field, finder));
        } else {
            problems.extend(records.iter().filter_map(|one| cell_problem(one, field, finder)));
        }
    }
    problems
}

/// The codes of a field in all rows; none if it holds names too.
fn codes(records: &[Record], field: Field) -> Vec<Code<'_>> {
    let mut codes = Vec::new();
    for record in records {
        let items = listed(record, field);
        let names = listed(record, Field::Communes);
        let has_names = field == Field::CommuneCode && names.len() == items.len();
        for (index, item) in items.iter().enumerate() {
            let text = with_its_zero(item);
            if !is_code(&text) && field == Field::Communes {
                return Vec::new();
            }
            codes.push(Code { text, record, name: has_names.then(|| names[index]) });
        }
    }
    codes
}

/// Whether codes are postal codes, all or nearly all, and nothing beside them says otherwise.
fn is_postal(codes: &[Code], finder: &Finder) -> bool {
    const MANY: usize = 5;
    let checker = finder.checker;
    let is_known = |code: &&Code| checker.is_postal(&code.text);
    let known: Vec<&str> = codes.iter().filter(is_known).map(|code| code.text.as_str()).collect();
    let is_most = codes.len() >= MANY && known.len() * 5 >= codes.len() * 4;
    if known.is_empty() || (known.len() < codes.len() && !is_most) {
        return false;
    }
    let doubtful = checker.doubtful_codes(&known).unwrap_or_default();
    !doubtful.is_empty() && !codes.iter().any(|code| is_insee_column(code, finder))
}

/// Whether a name beside a code, or that of its scheme, is that of the commune whose INSEE code it
/// is.
fn is_insee_column(code: &Code, finder: &Finder) -> bool {
    let checker = finder.checker;
    let by_insee = checker.names().communes.find(&code.text);
    let (Match::One(index) | Match::Former(index)) = by_insee else { return false };
    if checker.names().postal_codes.communes_of(&code.text).contains(&index) {
        return false;
    }
    let own = normalized(&checker.territories.communes[index].nom);
    let scheme = code.record.text(Field::Name).map(normalized).unwrap_or_default();
    let is_named = |name: &str| match checker.names().communes.find(name) {
        Match::One(named) | Match::Former(named) => named == index,
        Match::Several(indices) => indices.contains(&index),
        Match::Nothing => false,
    };
    format!(" {scheme} ").contains(&format!(" {own} ")) || code.name.is_some_and(is_named)
}

/// The one problem of a column of postal codes. Beside names it is a column of hints.
fn column_problem(codes: &[Code], field: Field, finder: &Finder) -> Option<Problem> {
    const SHOWN: usize = 3;
    let first = codes.first()?;
    let texts: Vec<&str> = codes.iter().map(|code| code.text.as_str()).collect();
    let finding = finder.checker.postal_finding(&texts);
    let finding = match first.name {
        Some(_) => {
            let column = first.record.column(field);
            let expected = "des codes INSEE\u{a0}; ce sont des codes postaux";
            Finding::proposing(expected, Some(format!("--champ \"code_postal={column}\"")))
        }
        None => finding,
    };
    let typed: Vec<&str> = listed(first.record, field);
    let value = match codes.len() {
        1 => typed.first().map(|text| (*text).to_owned()).unwrap_or_default(),
        count => format!("{}… ({count} codes)", texts[..count.min(SHOWN)].join(" ")),
    };
    Some(first.record.problem(field, &value, finding))
}

/// The problem of a cell of several codes that are all postal codes.
fn cell_problem(record: &Record, field: Field, finder: &Finder) -> Option<Problem> {
    let items = listed(record, field);
    if items.len() < 2 || (field == Field::CommuneCode && record.text(Field::Communes).is_some()) {
        return None;
    }
    let codes: Vec<String> = items.iter().map(|item| with_its_zero(item)).collect();
    let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
    let name = record.text(Field::Name).unwrap_or_default();
    let finding = finder.checker.postal_doubt(&codes, name)?;
    Some(record.problem(field, record.text(field).unwrap_or_default(), finding))
}
