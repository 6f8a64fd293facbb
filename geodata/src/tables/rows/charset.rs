//! The encoding of bytes that are no UTF-8, by the French that they make.

use super::code_page_850;
use encoding_rs::{ISO_8859_15, MACINTOSH, WINDOWS_1252};
use std::borrow::Cow;

/// An encoding that spreadsheets and exports of older programs use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Charset {
    Windows1252,
    Iso8859_15,
    CodePage850,
    Macintosh,
}

/// The encodings, the likeliest first.
const CHARSETS: [Charset; 4] =
    [Charset::Windows1252, Charset::Iso8859_15, Charset::CodePage850, Charset::Macintosh];

impl Charset {
    /// The text of `bytes`.
    pub(super) fn decode(self, bytes: &[u8]) -> Cow<'_, str> {
        match self {
            Self::Windows1252 => WINDOWS_1252.decode_without_bom_handling(bytes).0,
            Self::Iso8859_15 => ISO_8859_15.decode_without_bom_handling(bytes).0,
            Self::CodePage850 => Cow::Owned(code_page_850::decode(bytes)),
            Self::Macintosh => MACINTOSH.decode_without_bom_handling(bytes).0,
        }
    }
}

/// The encoding of `bytes`: Windows-1252, unless it makes odd words where another one makes none.
pub(super) fn charset(bytes: &[u8]) -> Charset {
    let makes_words = |charset: &Charset| !has_odd_words(&charset.decode(bytes));
    CHARSETS.into_iter().find(makes_words).unwrap_or(Charset::Windows1252)
}

/// Whether letters stand where no French text has them, or signs within words.
fn has_odd_words(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    let at = |index: Option<usize>| index.and_then(|index| chars.get(index)).copied();
    chars
        .iter()
        .enumerate()
        .filter(|(_, char)| !char.is_ascii())
        .any(|(index, &char)| is_odd(at(index.checked_sub(1)), char, at(Some(index + 1))))
}

fn is_odd(before: Option<char>, char: char, after: Option<char>) -> bool {
    const SMALL: &str = "àâäçéèêëîïôöùûüÿñœæáíóúìòãõåøß";
    const CAPITAL: &str = "ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸÑŒÆ";
    const SIGNS: &str = "«»‹›°ªº’‘“”–—…€²³·•§™®©\u{a0}";
    const WITHIN: &str = "’‘–·°º\u{a0}";
    const FRACTIONS: &str = "½¼¾×±";
    let is_letter = |one: Option<char>| one.is_some_and(char::is_alphabetic);
    let is_small = |one: Option<char>| one.is_some_and(char::is_lowercase);
    let is_capital = |one: Option<char>| one.is_some_and(char::is_uppercase);
    if SMALL.contains(char) {
        return is_capital(before) && is_capital(after);
    }
    if CAPITAL.contains(char) {
        return is_small(before) || (is_letter(before) && is_small(after));
    }
    if FRACTIONS.contains(char) {
        return is_letter(before) || is_letter(after);
    }
    !SIGNS.contains(char) || (is_letter(before) && is_letter(after) && !WITHIN.contains(char))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_encoding_is_known_by_the_words_that_it_makes() {
        for (bytes, expected) in [
            (&b"Sant\xe9 \x96 l\x92\x9cuvre, 15 \x80"[..], Charset::Windows1252),
            (b"C\xbdur de Savoie", Charset::Iso8859_15),
            (b"15 000 \xa4", Charset::Iso8859_15),
            (b"D\x82pt;Sant\x82 Rh\x93ne;Is\x8are", Charset::CodePage850),
            (b"RH\xe2NE", Charset::CodePage850),
            (b"Rh\x99ne tr\x8fs", Charset::Macintosh),
            (b"Sant\x8e", Charset::Macintosh),
            (b"Stra\xdfe", Charset::Windows1252),
        ] {
            assert_eq!(charset(bytes), expected, "{bytes:?}");
        }
    }
}
