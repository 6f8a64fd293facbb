//! Normalized names without their articles and particles, and hints in brackets.

/// A normalized name without the articles that it begins with: `la garde` is `garde`.
pub fn without_article(name: &str) -> &str {
    let mut rest = name;
    while let Some((word, after)) = rest.split_once(' ') {
        if !matches!(word, "le" | "la" | "les" | "l") {
            break;
        }
        rest = after;
    }
    rest
}

/// A normalized name without the articles and prepositions that it begins with: `du diois` is
/// `diois`.
pub fn without_particle(name: &str) -> &str {
    let mut rest = name;
    while let Some((word, after)) = rest.split_once(' ') {
        if !matches!(word, "le" | "la" | "les" | "l" | "de" | "du" | "des" | "d") {
            break;
        }
        rest = after;
    }
    rest
}

/// A name and the hint in brackets behind it: `("Saint-Denis", "93")`.
pub fn split_hint(name: &str) -> Option<(&str, &str)> {
    let (before, inside) = name.trim().strip_suffix(')')?.rsplit_once('(')?;
    Some((before.trim(), inside.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use map::search::normalized;

    #[test]
    fn articles_go_only_from_the_beginning() {
        assert_eq!(without_article(&normalized("La Garde")), "garde");
        assert_eq!(without_article(&normalized("L’Isle-sur-la-Sorgue")), "isle sur la sorgue");
        assert_eq!(without_article("la"), "la", "a name is never emptied");
        assert_eq!(without_particle(&normalized("de la Vallée d’Ossau")), "vallee d ossau");
    }

    #[test]
    fn brackets_at_the_end_hold_a_hint() {
        assert_eq!(split_hint("Saint-Denis (93)"), Some(("Saint-Denis", "93")));
        assert_eq!(split_hint("Saint-Denis"), None);
        assert_eq!(split_hint("(("), None);
    }
}
