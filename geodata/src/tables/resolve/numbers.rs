//! Codes that a spreadsheet has taken for numbers: `200046977.0`, `2,00046977E+08`, `200 046 977`.

use std::borrow::Cow;

/// A code as a cell writes it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum WrittenCode<'a> {
    /// As it is, or with what a spreadsheet adds to whole numbers taken away: no digit is lost.
    Certain(Cow<'a, str>),
    /// In scientific notation, with the whole number that it is as far as its digits tell.
    Scientific(String),
}

/// The code that `item` writes. Names are given back as they are.
pub(crate) fn written_code(item: &str) -> WrittenCode<'_> {
    if let Some(digits) = scientific(item) {
        return WrittenCode::Scientific(digits);
    }
    let whole = without_decimals(item);
    let digits: String = whole.chars().filter(|char| !is_space(*char)).collect();
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    match is_number && (digits.len() != whole.len() || whole != item) {
        true => WrittenCode::Certain(Cow::Owned(digits)),
        false => WrittenCode::Certain(Cow::Borrowed(item)),
    }
}

/// Whether a whole cell is one number with a decimal comma or point, or in scientific notation: the
/// comma separates nothing.
pub(crate) fn is_one_number(cell: &str) -> bool {
    scientific(cell).is_some() || without_decimals(cell) != cell
}

/// Whether words are the groups of digits of SIREN or SIRET numbers of intercommunalities, which
/// all begin with 2: « 200 046 977 », « 200 046 977 00019 ».
pub(crate) fn is_grouped_siren(words: &str) -> bool {
    let groups: Vec<&str> = words.split(is_space).filter(|group| !group.is_empty()).collect();
    let is_digits = |group: &&str| group.bytes().all(|byte| byte.is_ascii_digit());
    let lengths: Vec<usize> = groups.iter().map(|group| group.len()).collect();
    words.starts_with('2')
        && groups.iter().all(is_digits)
        && matches!(lengths[..], [3, 3, 3] | [3, 3, 3, 5])
}

/// The text before `.0` or `,00`, if there are digits before it.
fn without_decimals(text: &str) -> &str {
    const SHORTEST: usize = 4;
    let Some((whole, decimals)) = text.split_once(['.', ',']) else { return text };
    let is_zero = !decimals.is_empty() && decimals.bytes().all(|byte| byte == b'0');
    let digits = whole.chars().filter(char::is_ascii_digit).count();
    let is_whole = whole.chars().all(|char| char.is_ascii_digit() || is_space(char));
    if is_zero && is_whole && digits >= SHORTEST && decimals.len() <= 2 { whole } else { text }
}

/// The digits of a number in scientific notation, zeros where it does not tell them.
fn scientific(text: &str) -> Option<String> {
    let (mantissa, exponent) = text.split_once(['E', 'e'])?;
    let exponent: usize = exponent.strip_prefix('+')?.parse().ok().filter(|power| *power < 20)?;
    let (whole, decimals) = mantissa.split_once(['.', ',']).unwrap_or((mantissa, ""));
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let fits = whole.len() == 1 && is_digits(whole) && is_digits(decimals);
    (fits && decimals.len() <= exponent).then(|| format!("{whole}{decimals:0<exponent$}"))
}

fn is_space(char: char) -> bool {
    matches!(char, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_of_spreadsheets_are_codes() {
        for text in ["200046977.0", "200046977,00", "200 046 977", "200\u{202f}046\u{a0}977"] {
            assert_eq!(written_code(text), WrittenCode::Certain("200046977".into()), "{text}");
        }
        for text in ["2A004", "200046977.5", "Bron", "1er", "14e", ""] {
            assert_eq!(written_code(text), WrittenCode::Certain(text.into()), "{text}");
        }
    }

    #[test]
    fn scientific_notation_is_seen_with_the_digits_that_it_keeps() {
        let seen = |text| written_code(text);
        assert_eq!(seen("2,00046977E+08"), WrittenCode::Scientific("200046977".into()));
        assert_eq!(seen("2.00047E+08"), WrittenCode::Scientific("200047000".into()));
        assert!(is_one_number("2,00047E+08") && is_one_number("38185,0"));
        assert!(!is_one_number("01014,01031") && !is_one_number("Bron, Lyon"));
    }

    #[test]
    fn groups_of_three_digits_are_one_siren() {
        assert!(is_grouped_siren("200 046 977") && is_grouped_siren("200 046 977 00019"));
        assert!(!is_grouped_siren("971 972 973"), "departments");
        assert!(!is_grouped_siren("01014 01031 01283"));
    }
}
