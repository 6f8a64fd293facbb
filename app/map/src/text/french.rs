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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_tables_get_their_apostrophes_and_no_break_spaces() {
        assert_eq!(typographic("Côte d'Azur"), "Côte d’Azur");
        assert_eq!(typographic("« oui » ; non ?"), "«\u{a0}oui\u{a0}»\u{a0}; non\u{a0}?");
    }
}
