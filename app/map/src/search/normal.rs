//! The normalized form of a name, which its spellings have in common.

/// The words of `name` in lower case without accents, joined by one space; « St » and « Ste » are
/// « Saint » and « Sainte », « s/ » is « sur ».
///
/// # Example
/// ```
/// use map::search::normalized;
///
/// assert_eq!(normalized("St-Martin d’Hères"), "saint martin d heres");
/// assert_eq!(normalized("SAINT MARTIN D'HERES"), "saint martin d heres");
/// ```
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
}
