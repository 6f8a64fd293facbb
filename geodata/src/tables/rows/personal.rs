//! Personal data (names, addresses, numbers): it has no place in a table.

use super::row::problem;
use crate::problem::{Problem, Severity};

/// Titles that stand before the name of a person.
const TITLES: [&str; 7] = ["M.", "Mme", "Mlle", "Dr", "Pr", "Docteur", "Professeur"];

/// Columns of names of schemes, places and publishers, which may honour a person.
const NAMES: [&str; 8] =
    ["nom", "titre", "editeur", "etablissement", "porteur", "porteurs", "dispositif", "territoire"];

/// The problem of a cell that holds an e-mail address, a telephone number or, it seems, a person.
pub(super) fn personal(file: &str, line: u64, column: &str, cell: &str) -> Option<Problem> {
    let found = |value: &str, expected: &str| problem(file, line, column, value, expected);
    if let Some(address) = cell.split_whitespace().find(|word| is_email(word)) {
        return Some(found(address, "une cellule sans adresse électronique"));
    }
    let is_address = cell.starts_with("http://") || cell.starts_with("https://");
    if let Some(number) = telephone(cell).filter(|_| !is_address) {
        return Some(found(number, "une cellule sans numéro de téléphone"));
    }
    if NAMES.contains(&column) || is_address {
        return None;
    }
    let oddity = "le nom d’une personne, semble-t-il\u{a0}: les tables n’en gardent pas";
    person(cell).map(|name| Problem { severity: Severity::Warning, ..found(&name, oddity) })
}

/// Whether a word holds `name@domain.fr`, or a link that writes to one.
fn is_email(word: &str) -> bool {
    word.split_once('@').is_some_and(|(name, domain)| {
        let is_letter = |char: char| char.is_alphanumeric() || "._-+".contains(char);
        let has_name = name.chars().next_back().is_some_and(is_letter);
        let domain: &str = domain.split(|char| !is_letter(char)).next().unwrap_or_default();
        has_name && domain.trim_matches('.').contains('.')
    })
}

/// A French telephone number: ten digits from 0, or nine behind +33, two by two or not.
fn telephone(cell: &str) -> Option<&str> {
    const DIGITS: usize = 10;
    let is_separator = |byte: u8| matches!(byte, b' ' | b'.' | b'-');
    let bytes = cell.as_bytes();
    let starts = (0..bytes.len()).filter(|&at| {
        let is_first = at == 0 || !bytes[at - 1].is_ascii_alphanumeric();
        is_first
            && bytes[at] == b'0'
            && bytes.get(at + 1).is_some_and(|next| (b'1'..=b'9').contains(next))
    });
    for start in starts {
        let mut digits = 0;
        let mut pairs = true;
        let mut at = start;
        while at < bytes.len() && digits < DIGITS {
            if bytes[at].is_ascii_digit() {
                digits += 1;
            } else if is_separator(bytes[at]) {
                // Two numbers of a list have a separator elsewhere: « 01014 01031 ».
                pairs &= digits % 2 == 0 && bytes[at - 1].is_ascii_digit();
            } else {
                break;
            }
            at += 1;
        }
        let ends = bytes.get(at).is_none_or(|byte| !byte.is_ascii_digit());
        if digits == DIGITS && pairs && ends {
            return cell.get(start..at);
        }
    }
    None
}

/// A title and the word behind it, where that one begins with a capital.
fn person(cell: &str) -> Option<String> {
    let words: Vec<&str> = cell.split_whitespace().collect();
    let pair = words.windows(2).find(|pair| {
        let is_title = TITLES.contains(&pair[0].trim_start_matches(['(', '«']));
        is_title && pair[1].chars().next().is_some_and(char::is_uppercase)
    })?;
    Some(pair.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(column: &str, cell: &str) -> Option<String> {
        personal("t.csv", 2, column, cell).map(|problem| problem.value)
    }

    #[test]
    fn addresses_and_numbers_of_people_are_found() {
        assert_eq!(found("note", "Écrire à a.b@cpts.fr.").as_deref(), Some("a.b@cpts.fr."));
        assert_eq!(found("site", "mailto:a@cpts.fr").as_deref(), Some("mailto:a@cpts.fr"));
        for number in ["01 23 45 67 89", "0123456789", "01.23.45.67.89"] {
            assert_eq!(
                found("reserve", &format!("Tél. {number}, le matin")).as_deref(),
                Some(number)
            );
        }
        assert_eq!(found("note", "Signé par Mme Durand").as_deref(), Some("Mme Durand"));
    }

    #[test]
    fn codes_dates_addresses_and_names_of_schemes_are_not_taken_for_them() {
        for (column, cell) in [
            ("communes", "01014 01031 01283"),
            ("communes", "06088"),
            ("finess", "090004755"),
            ("debut", "2024-03-08"),
            ("page", "https://exemple.fr/article/0123456789-cls"),
            ("page", "https://medium.com/@cpts/article"),
            ("nom", "MSP Docteur Schweitzer"),
            ("note", "Le Dr ne signe pas."),
            ("epci", "200046977"),
        ] {
            assert_eq!(found(column, cell), None, "{column} {cell}");
        }
    }
}
