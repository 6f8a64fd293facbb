//! The text of a layer: UTF-8 or UTF-16, as JSON wants it.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

/// Bytes that are no text in an encoding of JSON.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct EncodingError {
    /// Line in the file; 0 for the file as a whole.
    pub line: u64,
    /// The encoding found, with the word where it shows.
    pub found: String,
}

/// The text of `bytes`: UTF-8, or UTF-16 with or without a byte order mark.
///
/// # Source
/// RFC 8259 §8.1: JSON between systems is UTF-8. UTF-16 without a mark is recognised as RFC 4627
/// §3 describes: the first character is ASCII.
pub(super) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, EncodingError> {
    if [&b"\xff\xfe\0\0"[..], b"\0\0\xfe\xff"].iter().any(|mark| bytes.starts_with(mark)) {
        return Err(EncodingError { line: 0, found: "texte en UTF-32".to_owned() });
    }
    if let Some((encoding, bytes)) = utf_16(bytes) {
        let (text, is_damaged) = encoding.decode_without_bom_handling(bytes);
        let damaged = || EncodingError { line: 0, found: "texte en UTF-16 abîmé".to_owned() };
        return if is_damaged { Err(damaged()) } else { Ok(text) };
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map(Cow::Borrowed).map_err(|error| not_utf_8(bytes, &error))
}

/// The byte order of UTF-16, and the bytes behind its mark.
fn utf_16(bytes: &[u8]) -> Option<(&'static Encoding, &[u8])> {
    match *bytes {
        [0xff, 0xfe, ..] => Some((UTF_16LE, &bytes[2..])),
        [0xfe, 0xff, ..] => Some((UTF_16BE, &bytes[2..])),
        [first, 0, ..] if first.is_ascii() && first != 0 => Some((UTF_16LE, bytes)),
        [0, first, ..] if first.is_ascii() && first != 0 => Some((UTF_16BE, bytes)),
        _ => None,
    }
}

fn not_utf_8(bytes: &[u8], error: &std::str::Utf8Error) -> EncodingError {
    let offset = error.valid_up_to();
    let line = 1 + bytes[..offset].iter().filter(|byte| **byte == b'\n').count() as u64;
    let word = word_at(bytes, offset);
    let (shown, _) = WINDOWS_1252.decode_without_bom_handling(word);
    // In the other encodings of one byte a letter, this reading gives signs instead of letters.
    let is_plausible = |char: char| char.is_ascii() || char.is_alphabetic() || "’–°".contains(char);
    let is_mixed = bytes.utf8_chunks().any(|chunk| !chunk.valid().is_ascii());
    let found = match () {
        () if is_mixed => {
            format!("texte en deux encodages\u{a0}: {}", String::from_utf8_lossy(word))
        }
        () if shown.chars().all(is_plausible) => format!("texte en Windows-1252\u{a0}: {shown}"),
        () => format!("texte dans un autre encodage\u{a0}: {}", String::from_utf8_lossy(word)),
    };
    EncodingError { line, found }
}

/// The part of a JSON string around `offset`, not too long.
fn word_at(bytes: &[u8], offset: usize) -> &[u8] {
    const LONGEST: usize = 40;
    let is_limit = |byte: &u8| matches!(byte, b'"' | b'\r' | b'\n');
    let start = bytes[..offset].iter().rposition(is_limit).map_or(0, |limit| limit + 1);
    let end = bytes[offset..].iter().position(is_limit).map_or(bytes.len(), |end| offset + end);
    let start = start.max(offset.saturating_sub(LONGEST));
    &bytes[start..end.min(offset + LONGEST)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf_16_le(text: &str) -> Vec<u8> {
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    }

    #[test]
    fn utf_8_and_utf_16_are_read_with_and_without_a_mark() {
        let text = "{\"nom\":\"CLS du Léon\"}";
        assert_eq!(decode(text.as_bytes()).unwrap(), text);
        assert_eq!(decode(format!("\u{feff}{text}").as_bytes()).unwrap(), text);
        assert_eq!(decode(&utf_16_le(text)).unwrap(), text);
        assert_eq!(decode(&utf_16_le(&format!("\u{feff}{text}"))).unwrap(), text);
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode(&big).unwrap(), text);
    }

    #[test]
    fn other_encodings_are_named_with_the_word_where_they_show() {
        let found = |bytes: &[u8]| decode(bytes).unwrap_err();
        let error = found(b"{\n\"nom\":\"CLS du L\xe9on\"}");
        assert_eq!(error.line, 2);
        assert_eq!(error.found, "texte en Windows-1252\u{a0}: CLS du Léon");
        let mixed = found(
            "{\"a\":\"Léon\",\"b\":\"".bytes().chain(*b"L\xe9on\"}").collect::<Vec<_>>().as_slice(),
        );
        assert!(mixed.found.starts_with("texte en deux encodages"), "{mixed:?}");
        let dos = found(b"{\"nom\":\"CLS du L\x82on\"}");
        assert!(dos.found.starts_with("texte dans un autre encodage"), "{dos:?}");
    }
}
