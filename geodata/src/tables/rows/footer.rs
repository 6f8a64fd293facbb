//! Rows below a table that are none of it: « Total », « Source : ARS, janvier 2026 ».

use crate::names::normalized;

/// The message about such a row in a table of ours.
pub(crate) const FOOTER_EXPECTED: &str = "une ligne de la table\u{a0}; c’est un pied de tableau (total, \
                                          source, note), à retirer";

/// The words of a remark before its colon.
const BEFORE_A_COLON: [&str; 16] = [
    "source",
    "sources",
    "note",
    "notes",
    "nota",
    "nota bene",
    "nb",
    "n b",
    "legende",
    "lecture",
    "champ",
    "remarque",
    "remarques",
    "avertissement",
    "mise a jour",
    "maj",
];

/// The first words of a remark without one.
const BEGINNINGS: [&str; 10] = [
    "mise a jour le ",
    "mis a jour le ",
    "mise a jour du ",
    "maj le ",
    "donnees au ",
    "donnees arretees ",
    "liste arretee ",
    "liste etablie ",
    "extraction du ",
    "export du ",
];

/// The text of the footer that `cells` are, if they are one: a total beside numbers, or a source, a
/// note or a date of update, in whatever column.
pub(crate) fn footer<'a>(cells: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let cells: Vec<&str> = cells.map(str::trim).filter(|cell| !cell.is_empty()).collect();
    let (first, others) = cells.split_first()?;
    let is_total =
        is_total(first) && others.iter().all(|cell| is_figure(cell) || is_total_word(cell));
    let is_alone = others.is_empty() && (is_heading(first) || is_marked(first));
    (is_total || is_alone || is_remark(first)).then_some(*first)
}

fn is_total(text: &str) -> bool {
    let words = normalized(text);
    let mut words = words.split(' ');
    let first = words.next().unwrap_or_default();
    let second = words.next().unwrap_or_default();
    is_total_word(first) || (first == "sous" && is_total_word(second)) || first == "soustotal"
}

fn is_total_word(text: &str) -> bool {
    matches!(normalized(text).as_str(), "total" | "totaux" | "total general")
}

/// A number, with its unit or its spaces.
fn is_figure(text: &str) -> bool {
    text.starts_with(|char: char| char.is_ascii_digit())
        && text.chars().all(|char| char.is_ascii_digit() || " \u{a0}\u{202f}.,%€".contains(char))
}

/// A remark behind its mark: « (*) en projet ».
fn is_marked(text: &str) -> bool {
    let has_mark = text.starts_with(['*', '©', '¹']) || text.starts_with("(*");
    has_mark && text.contains(char::is_alphabetic)
}

/// The heading of remarks that follow it.
fn is_heading(text: &str) -> bool {
    matches!(normalized(text).as_str(), "source" | "sources" | "legende" | "notes")
}

/// « Source : … », « Mise à jour le … »: no name of a scheme and no territory.
fn is_remark(text: &str) -> bool {
    let beginning = text.split_once(':').map(|(before, _)| normalized(before));
    let words = normalized(text);
    beginning.is_some_and(|before| BEFORE_A_COLON.contains(&before.as_str()))
        || BEGINNINGS.iter().any(|beginning| words.starts_with(beginning))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_and_remarks_below_a_table_are_footers() {
        for cells in [
            &["Total", "2", ""][..],
            &["", "Source\u{a0}: ARS PACA, janvier 2026", ""],
            &["", "", "Sources: ARS"],
            &["TOTAL GÉNÉRAL", "1 204", "57,5 %"],
            &["Sous-total 06", "12"],
            &["* CPTS en projet"],
            &["Mise à jour le 3 mars 2026"],
        ] {
            assert!(footer(cells.iter().copied()).is_some(), "{cells:?}");
        }
    }

    #[test]
    fn rows_of_a_table_are_none() {
        for cells in [
            &["CPTS Source de la Loire", "Bron"][..],
            &["Total", "Bron"],
            &["CLS", "Champ-sur-Drac"],
            &["Sourcieux-les-Mines", "69"],
            &["", "Bron"],
            &["source", "Bron"],
            &["*CPTS A", "Bron"],
            &["***"],
            &["", ""],
        ] {
            assert_eq!(footer(cells.iter().copied()), None, "{cells:?}");
        }
    }
}
