//! Damage to a cell by a spreadsheet, or by saving a file twice: never published, named by its cause.

use crate::problem::Finding;
use encoding_rs::WINDOWS_1252;

/// The damage of one cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Damage {
    /// `#REF!`: a formula without a result.
    SheetError,
    /// `#####`: a column too narrow for its numbers.
    Hashes,
    /// `=A1&B1`: a formula itself.
    Formula,
    /// « &eacute; » for « é », `_x000D_` for a line break.
    Markup,
    /// U+FFFD, for a letter that an earlier save has lost.
    Replacement,
    /// « Ã© » for « é ».
    TwiceEncoded,
    /// Marks that turn the direction of the text around.
    Reversed,
    /// Marks that cannot be seen.
    Invisible,
}

impl Damage {
    /// The cell that should stand instead, in a sentence.
    pub(crate) fn expected(self) -> &'static str {
        match self {
            Self::SheetError => {
                "une valeur\u{a0}; le tableur a écrit l’erreur d’une formule (copier les cellules, \
                 puis collage spécial des valeurs, avant d’enregistrer)"
            }
            Self::Hashes => {
                "une valeur\u{a0}; le tableur a écrit des dièses, la colonne étant trop étroite"
            }
            Self::Formula => {
                "un texte\u{a0}; c’est une formule de tableur (copier les cellules, puis collage \
                 spécial des valeurs)"
            }
            Self::Markup => "un texte sans code HTML ou de tableur (le reprendre de la source)",
            Self::Replacement => {
                "un texte sans caractère de remplacement (�)\u{a0}: des lettres ont été perdues à \
                 un enregistrement précédent, à reprendre de la source"
            }
            Self::TwiceEncoded => {
                "un texte codé une fois\u{a0}; c’est de l’UTF-8 lu comme du Windows-1252 puis \
                 enregistré de nouveau (ouvrir la source en UTF-8)"
            }
            Self::Reversed => {
                "un texte sans marque d’écriture de droite à gauche, qui l’affiche autrement qu’il \
                 n’est écrit (le retaper)"
            }
            Self::Invisible => "un texte sans caractère invisible (le retaper)",
        }
    }
}

/// The damage of a cell, if any.
pub(crate) fn damage(cell: &str) -> Option<Damage> {
    let text = cell.trim();
    Some(match text {
        _ if text.contains(char::REPLACEMENT_CHARACTER) => Damage::Replacement,
        _ if decoded_twice(text).is_some() => Damage::TwiceEncoded,
        _ if text.chars().any(is_direction) => Damage::Reversed,
        _ if text.chars().any(is_invisible) => Damage::Invisible,
        _ if is_sheet_error(text) => Damage::SheetError,
        _ if text.len() >= 3 && text.bytes().all(|byte| byte == b'#') => Damage::Hashes,
        _ if is_formula(text) => Damage::Formula,
        _ if has_markup(text) => Damage::Markup,
        _ => return None,
    })
}

/// The finding about a cell: its damage and, where no letter is lost, the text that was meant.
pub(crate) fn finding(cell: &str, damage: Damage) -> Finding {
    let meant = match damage {
        Damage::TwiceEncoded => decoded_twice(cell),
        Damage::Invisible => Some(without_marks(cell)),
        _ => None,
    };
    let meant = meant.filter(|text| !text.is_empty());
    let proposal = meant.map(|text| format!("«\u{a0}{text}\u{a0}»"));
    Finding::proposing(damage.expected(), proposal)
}

/// A text without the marks that cannot be seen and change nothing.
pub(crate) fn without_marks(text: &str) -> String {
    text.chars().filter(|char| !is_invisible(*char)).collect()
}

/// Zero-width spaces and joiners, marks of direction without text to turn, soft hyphens, byte order
/// marks within the file.
pub(crate) fn is_invisible(char: char) -> bool {
    matches!(char, '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{ad}' | '\u{61c}')
}

fn is_direction(char: char) -> bool {
    matches!(char, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// `#N/A`, `#NOM?`, `#VALEUR!`, `#DIV/0!` in any language; `Err:502` of LibreOffice.
fn is_sheet_error(text: &str) -> bool {
    let known = |code: &str| {
        let is_name = |byte: u8| byte.is_ascii_uppercase() || matches!(byte, b'/' | b'_' | b'0');
        matches!(code, "N/A" | "N/D" | "NA")
            || code
                .strip_suffix(['!', '?'])
                .is_some_and(|name| !name.is_empty() && name.bytes().all(is_name))
    };
    let number = text.strip_prefix("Err:").or_else(|| text.strip_prefix("Erreur:"));
    text.split_whitespace().any(|word| word.strip_prefix('#').is_some_and(known))
        || number.is_some_and(|code| code.bytes().all(|byte| byte.is_ascii_digit()))
}

/// An entity of HTML, or a line break as the files of Excel write it.
fn has_markup(text: &str) -> bool {
    let is_entity = |rest: &str| {
        let name = rest.split_once(';').map(|(name, _)| name.trim_start_matches('#'));
        name.is_some_and(|name| {
            matches!(name.len(), 2..=8) && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
    };
    text.contains("_x000D_") || text.split('&').skip(1).any(is_entity)
}

/// A cell that a spreadsheet computes: `=…`, or `+SOMME(…)`.
fn is_formula(text: &str) -> bool {
    let call = |rest: &str| {
        let name = rest.find('(').map(|end| &rest[..end]);
        name.is_some_and(|name| {
            name.len() > 1 && name.bytes().all(|b| b.is_ascii_uppercase() || b == b'.')
        })
    };
    text.starts_with('=') || text.strip_prefix(['+', '-', '@']).is_some_and(call)
}

/// The text whose UTF-8 was read as Windows-1252, if `text` has traces of that.
fn decoded_twice(text: &str) -> Option<String> {
    let mut decoded = String::new();
    let (mut rest, mut is_found) = (text, false);
    while let Some(first) = rest.chars().next() {
        match decoded_letter(rest) {
            Some((letter, length)) => {
                is_found = true;
                decoded.push(letter);
                rest = &rest[length..];
            }
            None => {
                decoded.push(first);
                rest = &rest[first.len_utf8()..];
            }
        }
    }
    is_found.then_some(decoded)
}

/// The letter that the first characters are the bytes of, and their length in `text`.
fn decoded_letter(text: &str) -> Option<(char, usize)> {
    let first = text.chars().next().filter(|char| matches!(char, 'Ã' | 'Â' | 'Å' | 'â'))?;
    let count = if first == 'â' { 3 } else { 2 };
    let bytes: Option<Vec<u8>> = text.chars().take(count).map(byte_of).collect();
    let bytes = bytes.filter(|bytes| bytes.len() == count)?;
    let letter = std::str::from_utf8(&bytes).ok()?.chars().next()?;
    let length = text.chars().take(count).map(char::len_utf8).sum();
    Some((letter, length))
}

/// The byte of a character in Windows-1252.
fn byte_of(char: char) -> Option<u8> {
    if let Ok(byte) = u8::try_from(u32::from(char)) {
        return Some(byte);
    }
    let mut buffer = [0; 4];
    let (bytes, _, is_lossy) = WINDOWS_1252.encode(char.encode_utf8(&mut buffer));
    match (&*bytes, is_lossy) {
        ([byte], false) => Some(*byte),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_and_formulae_of_spreadsheets_are_seen() {
        for text in ["#REF!", "#N/A", "#NOM?", "#VALEUR!", "#DIV/0!", "Err:502", "CLS #REF! nord"] {
            assert_eq!(damage(text), Some(Damage::SheetError), "{text}");
        }
        assert_eq!(damage("=HYPERLINK(\"x\")"), Some(Damage::Formula));
        assert_eq!(damage("+SOMME(A1)"), Some(Damage::Formula));
        assert_eq!(damage("#####"), Some(Damage::Hashes));
        assert_eq!(damage("Is&egrave;re"), Some(Damage::Markup));
        assert_eq!(damage("l&#39;Ain"), Some(Damage::Markup));
        for text in [
            "CLS n° 1",
            "Nord & Sud\u{a0}; Est",
            "https://x.fr/?a=1&b=2",
            "#santé",
            "-",
            "+33 4",
            "A (B)",
            "Les = deux",
            "#1!x",
            "",
        ] {
            assert_eq!(damage(text), None, "{text}");
        }
    }

    #[test]
    fn letters_that_a_save_has_lost_or_written_twice_are_seen() {
        assert_eq!(damage("M\u{fffd}tropole"), Some(Damage::Replacement));
        assert_eq!(damage("MÃ©tropole dâ€™Ici"), Some(Damage::TwiceEncoded));
        let meant = finding("MÃ©tropole dâ€™Ici", Damage::TwiceEncoded).proposal;
        assert_eq!(meant.as_deref(), Some("«\u{a0}Métropole d’Ici\u{a0}»"));
        for text in ["Âge", "CHÂTEAU", "pâte", "São", "Ångström"] {
            assert_eq!(damage(text), None, "{text}");
        }
    }

    #[test]
    fn marks_that_cannot_be_seen_are_named() {
        assert_eq!(damage("CLS\u{200b} Lyon"), Some(Damage::Invisible));
        assert_eq!(damage("01004\u{200e}"), Some(Damage::Invisible));
        assert_eq!(damage("\u{202e}noyL"), Some(Damage::Reversed));
        assert_eq!(without_marks("01\u{200e}004"), "01004");
    }
}
