//! The words of an identifier.

/// Splits an identifier into its words, in lower case: `NamedPlace` and `named_place` have the same.
pub(super) fn words(identifier: &str) -> Vec<String> {
    let parts = identifier.split('_').filter(|part| !part.is_empty());
    parts.flat_map(camel_case_words).collect()
}

/// A word begins with a capital after a small letter or a digit, or with the last capital before a
/// small letter.
fn camel_case_words(part: &str) -> Vec<String> {
    let letters: Vec<char> = part.chars().collect();
    let is_capital = |at: usize| letters.get(at).is_some_and(|letter| letter.is_uppercase());
    let is_small = |at: usize| letters.get(at).is_some_and(|letter| letter.is_lowercase());
    let begins = |at: usize| at > 0 && is_capital(at) && (!is_capital(at - 1) || is_small(at + 1));
    let mut words = vec![String::new()];
    for (at, letter) in letters.iter().enumerate() {
        if begins(at) {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut() {
            word.extend(letter.to_lowercase());
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_apart_by_underscores_and_capitals() {
        assert_eq!(words("NamedPlace"), ["named", "place"]);
        assert_eq!(words("_place_of"), ["place", "of"]);
        assert_eq!(words("MAX_PLACES"), ["max", "places"]);
        assert_eq!(words("HTTPHeaders2Read"), ["http", "headers2", "read"]);
        assert_eq!(words("_"), [""; 0]);
    }
}
