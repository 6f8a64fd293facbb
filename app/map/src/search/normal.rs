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
    let plain = plain(name);
    let mut words: Vec<&str> = Vec::new();
    for word in plain.split(' ') {
        let rest = word.strip_prefix("s/");
        words.extend(rest.map(|_| "sur"));
        let parts = rest.unwrap_or(word).split('/').filter(|part| !part.is_empty());
        words.extend(parts.map(in_full));
    }
    words.join(" ")
}

/// The letters without accents in lower case, figures and « / »; a space for anything else. Its own table:
/// those of all alphabets are 4 KB.
fn plain(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    for char in name.chars() {
        let letter = match char {
            'a'..='z' | '0'..='9' | '/' => char,
            'A'..='Z' => char.to_ascii_lowercase(),
            'à'..='å' | 'À'..='Å' => 'a',
            'ç' | 'Ç' => 'c',
            'è'..='ë' | 'È'..='Ë' => 'e',
            'ì'..='ï' | 'Ì'..='Ï' => 'i',
            'ñ' | 'Ñ' => 'n',
            'ò'..='ö' | 'Ò'..='Ö' => 'o',
            'ù'..='ü' | 'Ù'..='Ü' => 'u',
            'ý' | 'ÿ' | 'Ý' | 'Ÿ' => 'y',
            'œ' | 'Œ' => {
                plain.push('o');
                'e'
            }
            'æ' | 'Æ' => {
                plain.push('a');
                'e'
            }
            // An accent of its own.
            '\u{300}'..='\u{36f}' => continue,
            _ => ' ',
        };
        plain.push(letter);
    }
    plain
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
