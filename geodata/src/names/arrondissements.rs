//! Municipal arrondissements by code or name.

use super::matching::Match;
use super::normalized::normalized;
use crate::territories::Territories;
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
        Self {
            codes: rows().map(|(index, row)| (row.code.as_str(), index)).collect(),
            names: rows().map(|(index, row)| (numbered(&row.nom), index)).collect(),
        }
    }

    /// The arrondissement that `item` designates: « 13214 », « Marseille 14e Arrondissement »,
    /// « Marseille 14ème », « Marseille (14e) ».
    pub fn find(&self, item: &str) -> Match {
        let index = self.codes.get(item).or_else(|| self.names.get(&numbered(item)));
        index.map_or(Match::Nothing, |index| Match::One(*index))
    }
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
