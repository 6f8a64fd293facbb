//! The territories that a cell lists.

use super::numbers::{is_grouped_siren, is_one_number};

/// Separators of names, which contain spaces themselves.
const SEPARATORS: [char; 4] = ['|', ';', '\n', '\r'];

/// The codes and names of a cell: « 01014 01031 », « Bron | Vénissieux », or both mixed. Codes may
/// be separated by spaces only.
pub(crate) fn items(cell: &str) -> Vec<&str> {
    items_between(cell, &SEPARATORS)
}

/// The codes and names of a cell, between `separators` or, of codes, spaces.
pub(crate) fn items_between<'a>(cell: &'a str, separators: &[char]) -> Vec<&'a str> {
    if is_one_number(cell.trim()) {
        return vec![cell.trim()];
    }
    let mut items = Vec::new();
    for part in cell.split(separators).map(str::trim).filter(|part| !part.is_empty()) {
        if is_grouped_siren(part) {
            items.push(part);
        } else if part.split_whitespace().all(is_like_a_code) {
            items.extend(part.split_whitespace());
        } else {
            items.push(part);
        }
    }
    items
}

/// A code with its name behind it: « 83062 - La Garde ».
pub(crate) fn code_and_name(item: &str) -> Option<(&str, &str)> {
    let (code, name) = item.split_once(char::is_whitespace)?;
    let name = name.trim_start_matches(['-', '–', ':', ' ']);
    (is_code(code) && !name.is_empty()).then_some((code, name))
}

/// Whether `item` is a code of a commune rather than a name.
pub(crate) fn is_code(item: &str) -> bool {
    item.len() == 5
        && item.bytes().next().is_some_and(|byte| byte.is_ascii_digit())
        && item.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Whether `word` begins as all codes do: `01014`, `2A004`, and the slip `200071512x`.
pub(crate) fn is_like_a_code(word: &str) -> bool {
    word.starts_with(|char: char| char.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_separated_by_spaces_and_names_are_not() {
        assert_eq!(items(" 01014  2A004 "), ["01014", "2A004"]);
        assert_eq!(items("La Garde"), ["La Garde"]);
        assert_eq!(items("La Garde | 83137; Bron\n"), ["La Garde", "83137", "Bron"]);
        assert_eq!(items("01014 01031 | Bellignat"), ["01014", "01031", "Bellignat"]);
        assert_eq!(items("Marseille 14e Arrondissement"), ["Marseille 14e Arrondissement"]);
        assert!(items(" | ").is_empty());
    }

    #[test]
    fn a_number_that_a_spreadsheet_writes_its_way_is_one_item() {
        assert_eq!(items("200 046 977 | 200023299"), ["200 046 977", "200023299"]);
        assert_eq!(items_between("2,00046977E+08", &[',']), ["2,00046977E+08"]);
        assert_eq!(items_between("01014,01031", &[',']), ["01014", "01031"]);
    }

    #[test]
    fn a_code_may_have_its_name_behind_it() {
        assert_eq!(code_and_name("83062 - La Garde"), Some(("83062", "La Garde")));
        assert_eq!(code_and_name("2A004 Ajaccio"), Some(("2A004", "Ajaccio")));
        assert_eq!(code_and_name("La Garde"), None);
        assert_eq!(code_and_name("83062 -"), None);
    }
}
