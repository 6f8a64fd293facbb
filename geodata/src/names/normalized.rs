//! The normalized form of a name, which its spellings have in common.

/// The words of `name` in lower case without accents, joined by one space; « St » and « Ste » are
/// « Saint » and « Sainte », « s/ » is « sur ».
///
/// # Example
/// `St-Martin d’Hères` and `SAINT MARTIN D'HERES` are both `saint martin d heres`.
pub fn normalized(name: &str) -> String {
    let plain: String = name.chars().flat_map(char::to_lowercase).map(without_accent).collect();
    let plain = plain
        .replace(" s/", " sur ")
        .replace("-s/", " sur ")
        .replace(['\u{300}', '\u{301}', '\u{302}', '\u{308}', '\u{327}'], "");
    let words = plain.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<&str> = words.map(in_full).collect();
    words.join(" ").replace('œ', "oe").replace('æ', "ae")
}

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

fn in_full(word: &str) -> &str {
    match word {
        "st" => "saint",
        "ste" => "sainte",
        "sts" => "saints",
        "stes" => "saintes",
        word => word,
    }
}

fn without_accent(char: char) -> char {
    match char {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ý' | 'ÿ' => 'y',
        char => char,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_are_one_when_normalized() {
        for (one, other) in [
            ("St-Martin d’Hères", "Saint-Martin-d'Hères"),
            ("SAINTE FOY LES LYON", "Ste-Foy-lès-Lyon"),
            ("Œuilly", "OEUILLY"),
            ("L'Haÿ-les-Roses", "l’hay les roses"),
            ("Villefranche s/ Saône", "Villefranche-sur-Saône"),
            ("Bron\u{a0}", " Bron"),
            ("e\u{301}chirolles", "Échirolles"),
        ] {
            assert_eq!(normalized(one), normalized(other));
        }
        assert_ne!(normalized("Grenoble"), normalized("Grenobles"));
    }

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
