//! French typography.

/// A text of a table as French typography wants it: ’ for a straight apostrophe, no line break
/// before « ; », « : », « ? », « ! » nor inside « ».
pub fn typographic(text: &str) -> String {
    let mut text = text.replace('\'', "’").replace("« ", "«\u{a0}").replace(" »", "\u{a0}»");
    for sign in [";", ":", "?", "!"] {
        text = text.replace(&format!(" {sign}"), &format!("\u{a0}{sign}"));
    }
    text
}

/// A text with a capital at its start, where that is a letter without an accent.
pub fn capital(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_tables_get_their_apostrophes_and_no_break_spaces() {
        assert_eq!(typographic("Côte d'Azur"), "Côte d’Azur");
        assert_eq!(typographic("« oui » ; non ?"), "«\u{a0}oui\u{a0}»\u{a0}; non\u{a0}?");
    }

    #[test]
    fn a_capital_starts_a_line() {
        assert_eq!(capital("en préparation"), "En préparation");
        assert_eq!(capital("élu"), "élu", "statuses start with plain letters");
        assert_eq!(capital(""), "");
    }
}
