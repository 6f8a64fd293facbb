//! French typography, order and gender.

use crate::Layer;

/// A text of a table as French typography wants it: ’ for a straight apostrophe, no line break
/// before « ; », « : », « ? », « ! » nor inside « ».
pub fn typographic(text: &str) -> String {
    let mut text = text.replace('\'', "’").replace("« ", "«\u{a0}").replace(" »", "\u{a0}»");
    for sign in [";", ":", "?", "!"] {
        text = text.replace(&format!(" {sign}"), &format!("\u{a0}{sign}"));
    }
    text
}

/// Words as a list: « a », « a et b », « a, b et c ».
pub fn enumerated(words: &[String]) -> String {
    match words {
        [rest @ .., before, last] => {
            let rest = rest.iter().map(|word| format!("{word}, ")).collect::<String>();
            format!("{rest}{before} et {last}")
        }
        words => words.concat(),
    }
}

/// A text with a capital at its start; of the letters with an accent, é only.
pub fn capital(text: &str) -> String {
    if let Some(rest) = text.strip_prefix('é') {
        return format!("É{rest}");
    }
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// The gender of the noun that a layer counts: un contrat, une communauté, un projet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    Masculine,
    Feminine,
}

impl Gender {
    pub(super) const fn of(layer: Layer) -> Self {
        match layer {
            Layer::Cpts => Self::Feminine,
            Layer::Cls | Layer::Projects => Self::Masculine,
        }
    }

    /// One of two words.
    pub(super) const fn pick(
        self,
        masculine: &'static str,
        feminine: &'static str,
    ) -> &'static str {
        match self {
            Self::Masculine => masculine,
            Self::Feminine => feminine,
        }
    }
}

/// A key that sorts « Écully » with E, as French dictionaries do, by its first sixteen letters.
///
/// The browser's own collator takes 10 to 80 ms when it is first asked, before the map is drawn.
pub fn sort_key(text: &str) -> u128 {
    let plain = |letter| match letter {
        'À' | 'Â' | 'à' | 'â' => 'a',
        'É' | 'È' | 'Ê' | 'Ë' | 'é' | 'è' | 'ê' | 'ë' => 'e',
        'Î' | 'Ï' | 'î' | 'ï' => 'i',
        'Ô' | 'ô' => 'o',
        'Ù' | 'Û' | 'Ü' | 'ù' | 'û' | 'ü' => 'u',
        'Ç' | 'ç' => 'c',
        other => other,
    };
    let letters = text.chars().map(plain).chain(std::iter::repeat('\0')).take(16);
    letters.fold(0, |key, letter| key << 8 | u128::from(letter.to_ascii_lowercase() as u8))
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
    fn words_are_listed_with_commas_and_a_last_and() {
        let words = ["a", "b", "c"].map(str::to_owned);
        let listed: Vec<String> = (0..=3).map(|all| enumerated(&words[..all])).collect();
        assert_eq!(listed, ["", "a", "a et b", "a, b et c"]);
    }

    #[test]
    fn a_capital_starts_a_line() {
        assert_eq!(capital("en préparation"), "En préparation");
        assert_eq!(capital("échu"), "Échu");
        assert_eq!(capital(""), "");
    }

    #[test]
    fn names_are_sorted_as_in_a_dictionary() {
        let mut names = ["Yonne", "Île", "Haute-Corse", "Hautes-Alpes", "Écully", "Eure", "Ain"];
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(names, ["Ain", "Écully", "Eure", "Haute-Corse", "Hautes-Alpes", "Île", "Yonne"]);
    }
}
