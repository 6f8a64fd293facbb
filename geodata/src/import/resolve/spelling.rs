//! The spelling of codes and names in the cells of lists.

use crate::names::{normalized, split_hint};
use crate::tables::resolve::items_between;

/// A code that a spreadsheet has taken for a number: 1014 is 01014, department 1 is 01.
pub(crate) fn with_its_zero(item: &str) -> String {
    let whole = item.strip_suffix(".0").or_else(|| item.strip_suffix(",0")).unwrap_or(item);
    let is_number = matches!(whole.len(), 1 | 4) && whole.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { format!("0{whole}") } else { item.to_owned() }
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
    items_between(cell, &['|', ';', '\n', '\r', ','])
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
    fn numbers_of_spreadsheets_get_their_zero_back() {
        assert_eq!(with_its_zero("1014"), "01014");
        assert_eq!(with_its_zero("1"), "01");
        assert_eq!(with_its_zero("Bron"), "Bron");
        assert_eq!(with_its_zero("1014.0"), "01014");
    }
}
