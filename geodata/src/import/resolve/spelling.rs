//! The spelling of codes and names in the cells of lists.

use crate::names::{normalized, split_hint};

/// Whether `item` is a code rather than a name.
pub(crate) fn is_code(item: &str) -> bool {
    item.len() == 5
        && item.bytes().next().is_some_and(|byte| byte.is_ascii_digit())
        && item.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// A code that a spreadsheet has taken for a number: 1014 is 01014, department 1 is 01.
pub(crate) fn with_its_zero(item: &str) -> String {
    let is_number = matches!(item.len(), 1 | 4) && item.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { format!("0{item}") } else { item.to_owned() }
}

/// « La Garde » for « Garde (La) », so that a department can follow in brackets.
pub(crate) fn article_first(item: &str) -> String {
    match split_hint(item) {
        Some((name, hint)) if matches!(normalized(hint).as_str(), "le" | "la" | "les" | "l") => {
            format!("{hint} {name}")
        }
        _ => item.to_owned(),
    }
}

/// The items of a cell: codes separated by spaces, names by `|`, `;`, a line break or a comma.
pub(crate) fn items(cell: &str) -> Vec<&str> {
    let parts = cell.split(['|', ';', '\n', '\r', ',']).map(str::trim);
    let parts = parts.filter(|part| !part.is_empty());
    let is_like_a_code = |word: &str| word.starts_with(|char: char| char.is_ascii_digit());
    parts
        .flat_map(|part| match part.split_whitespace().all(is_like_a_code) {
            true => part.split_whitespace().collect(),
            false => vec![part],
        })
        .collect()
}

/// A code with its name behind it: « 83062 - La Garde ».
pub(crate) fn code_and_name(item: &str) -> Option<(&str, &str)> {
    let (code, name) = item.split_once(char::is_whitespace)?;
    let name = name.trim_start_matches(['-', '–', ':', ' ']);
    (is_code(code) && !name.is_empty()).then_some((code, name))
}

/// Whether two spellings are the same name.
pub(crate) fn is_same_name(one: &str, other: &str) -> bool {
    normalized(one) == normalized(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_hold_one_item_or_a_list() {
        assert_eq!(items("Bron, Vénissieux;Lyon"), ["Bron", "Vénissieux", "Lyon"]);
        assert_eq!(items("01014 2A004"), ["01014", "2A004"]);
        assert_eq!(items("Marseille 14e Arrondissement"), ["Marseille 14e Arrondissement"]);
    }

    #[test]
    fn a_code_may_have_its_name_behind_it() {
        assert_eq!(code_and_name("83062 - La Garde"), Some(("83062", "La Garde")));
        assert_eq!(code_and_name("2A004 Ajaccio"), Some(("2A004", "Ajaccio")));
        assert_eq!(code_and_name("La Garde"), None);
        assert_eq!(code_and_name("83062 -"), None);
    }

    #[test]
    fn numbers_of_spreadsheets_get_their_zero_back() {
        assert_eq!(with_its_zero("1014"), "01014");
        assert_eq!(with_its_zero("1"), "01");
        assert_eq!(with_its_zero("Bron"), "Bron");
        assert!(is_code("2A004") && !is_code("Arles"));
    }
}
