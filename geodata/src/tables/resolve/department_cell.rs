//! The department that a list writes beside a commune: `13`, « 1 », « 13 - Bouches-du-Rhône ».

use crate::names::{normalized, split_hint};
use crate::territories::Territories;
use map::DepartmentCode;

/// The content of such a cell.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum DepartmentCell {
    /// One or several departments.
    Known(Vec<DepartmentCode>),
    /// « 20 », which two departments have replaced.
    Corsica,
    /// Another text: a postal code, or nothing that is known.
    Other,
}

/// Reads the departments that `text` names.
pub(crate) fn department_cell(text: &str, territories: &Territories) -> DepartmentCell {
    if matches!(text.trim(), "20" | "020") {
        return DepartmentCell::Corsica;
    }
    if let Some(code) = one(text, territories) {
        return DepartmentCell::Known(vec![code]);
    }
    let parts = text.split(['/', ',', ';', '|', '+', '&']).map(|part| one(part, territories));
    match parts.collect::<Option<Vec<_>>>() {
        Some(codes) => DepartmentCell::Known(codes),
        None => DepartmentCell::Other,
    }
}

/// The one department that a text names, by code, by name or by both.
fn one(text: &str, territories: &Territories) -> Option<DepartmentCode> {
    let find = |text: &str| by_code_or_name(text.trim(), territories);
    find(text)
        .or_else(|| {
            text.split_once([' ', '-', '–', ':']).and_then(|(code, name)| {
                let name = name.trim_start_matches([' ', '-', '–', ':']);
                find(code).filter(|found| find(name).as_ref() == Some(found))
            })
        })
        .or_else(|| {
            split_hint(text).and_then(|(name, code)| {
                find(code).filter(|found| find(name).as_ref() == Some(found))
            })
        })
}

fn by_code_or_name(text: &str, territories: &Territories) -> Option<DepartmentCode> {
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    let code = match (is_number, text.len()) {
        (true, 1) => format!("0{text}"),
        (true, 3) if text.starts_with('0') => text[1..].to_owned(),
        _ => text.to_uppercase(),
    };
    let all = &territories.departements;
    if let Some(known) = all.iter().find(|one| one.code.as_str() == code) {
        return Some(known.code.clone());
    }
    let written = normalized(text);
    let known = all.iter().find(|one| normalized(&one.nom) == written);
    known.map(|one| one.code.clone())
}
