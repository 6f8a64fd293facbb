//! The territories that a cell lists.

/// Separators of names, which contain spaces themselves.
const SEPARATORS: [char; 4] = ['|', ';', '\n', '\r'];

/// The codes and names of a cell: « 01014 01031 », « Bron | Vénissieux », or both mixed. Codes may
/// be separated by spaces only.
pub(crate) fn items(cell: &str) -> Vec<&str> {
    let mut items = Vec::new();
    for part in cell.split(SEPARATORS).map(str::trim).filter(|part| !part.is_empty()) {
        if part.split_whitespace().all(is_like_a_code) {
            items.extend(part.split_whitespace());
        } else {
            items.push(part);
        }
    }
    items
}

/// Whether `word` begins as all codes do: `01014`, `2A004`, and the slip `200071512x`.
pub(super) fn is_like_a_code(word: &str) -> bool {
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
}
