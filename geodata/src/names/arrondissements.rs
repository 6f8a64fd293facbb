//! Municipal arrondissements by code or name.

use super::matching::Match;
use crate::territories::Territories;
use map::search::normalized;
use std::collections::HashMap;

/// The arrondissements of Paris, Lyon and Marseille, ready to be looked up.
pub struct Arrondissements<'a> {
    codes: HashMap<&'a str, usize>,
    names: HashMap<String, usize>,
}

impl<'a> Arrondissements<'a> {
    /// Indexes the arrondissements of `territories`.
    pub fn new(territories: &'a Territories) -> Self {
        let rows = || territories.arrondissements.iter().enumerate();
        let mut names: HashMap<String, usize> =
            rows().map(|(index, row)| (numbered(&row.nom), index)).collect();
        for (index, row) in rows() {
            let whole = territories.communes.iter().find(|commune| commune.code == row.commune);
            let Some(whole) = whole else { continue };
            let city = normalized(&whole.nom);
            for postal_code in postal_codes(row.code.as_str()) {
                names.insert(format!("{city} {postal_code}"), index);
                names.insert(format!("{postal_code} {city}"), index);
            }
        }
        Self { codes: rows().map(|(index, row)| (row.code.as_str(), index)).collect(), names }
    }

    /// The arrondissement that `item` designates: « 13214 », « Marseille 14e Arrondissement »,
    /// « Marseille 14ème », « Marseille (14e) », « 13014 Marseille », « Marseille (13014) ». A
    /// postal code alone is none: 13014 is also the INSEE code of a commune.
    pub fn find(&self, item: &str) -> Match {
        let index = self.codes.get(item).or_else(|| self.names.get(&numbered(item)));
        index.map_or(Match::Nothing, |index| Match::One(*index))
    }
}

/// The postal codes of an arrondissement by its INSEE code: 75013 for 75113, and 75116 too for the
/// 16th of Paris.
fn postal_codes(code: &str) -> Vec<String> {
    let number = |from: &str| code.strip_prefix(from).map(ToOwned::to_owned);
    if let Some(number) = number("751") {
        let second = (number == "16").then(|| code.to_owned());
        return [format!("750{number}")].into_iter().chain(second).collect();
    }
    let lyon = number("6938").map(|number| format!("6900{number}"));
    let marseille = number("132").map(|number| format!("130{number}"));
    lyon.or(marseille).into_iter().collect()
}

/// `marseille 14`: the normalized name without ordinal endings and without the word itself.
fn numbered(name: &str) -> String {
    let name = normalized(name);
    let words = name.split(' ').filter(|word| {
        !matches!(
            *word,
            "arrondissement" | "arr" | "ardt" | "arrdt" | "arrond" | "e" | "eme" | "er"
        )
    });
    let words: Vec<&str> = words.map(|word| number(word).unwrap_or(word)).collect();
    words.join(" ")
}

/// The digits of `14e`, `14eme`, `1er`, `04`.
fn number(word: &str) -> Option<&str> {
    let end = word.find(|char: char| !char.is_ascii_digit()).unwrap_or(word.len());
    let (digits, ending) = word.split_at(end);
    let is_ordinal = matches!(ending, "" | "e" | "er" | "eme" | "ieme" | "ere");
    Some(digits.trim_start_matches('0')).filter(|digits| is_ordinal && !digits.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals_are_numbers() {
        for name in [
            "Marseille 14e Arrondissement",
            "Marseille 14ème",
            "MARSEILLE 14 ème arrdt",
            "Marseille (14e)",
            "Marseille 014",
        ] {
            assert_eq!(numbered(name), "marseille 14", "{name}");
        }
        assert_eq!(numbered("Lyon 1er Arrondissement"), "lyon 1");
        assert_eq!(numbered("Lyon"), "lyon");
    }
}
