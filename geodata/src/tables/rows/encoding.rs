//! The text of a file, whatever a spreadsheet has encoded it in.

use super::charset::{Charset, charset};
use super::delimiter::line_at;
use encoding_rs::Encoding;
use std::borrow::Cow;

/// A decoded file.
pub(crate) struct Text<'a> {
    /// The text, without byte order mark; with stand-ins for damaged bytes, and empty where the
    /// file is no text at all.
    pub text: Cow<'a, str>,
    /// The first thing in it that is not text, if any.
    pub error: Option<EncodingError>,
    /// The name of an encoding that is read, but that should not be written any more.
    pub old_encoding: Option<&'static str>,
}

/// Bytes that are not text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct EncodingError {
    /// Line in the file; 0 for the file as a whole.
    pub line: u64,
    /// The cell around it, as far as it can be shown.
    pub value: String,
    /// The encoding or format that was expected.
    pub expected: &'static str,
}

/// The oddity of a file in an old encoding, to follow its name.
pub(crate) const OLD_ENCODING: &str = "encodage ancien, lu\u{a0}; enregistrer en UTF-8 (format \
                                       «\u{a0}CSV UTF-8\u{a0}»)";
const MACINTOSH_EXPECTED: &str = "un fichier enregistré en UTF-8 ou en Windows-1252\u{a0}; celui-ci \
                                  semble l’être en Mac OS Roman (dans un tableur\u{a0}: le format \
                                  «\u{a0}CSV UTF-8\u{a0}»)";
const UTF_16_EXPECTED: &str = "un fichier enregistré en UTF-8\u{a0}; celui-ci l’est en UTF-16 sans \
                               marque d’ordre (format «\u{a0}CSV UTF-8\u{a0}», et non «\u{a0}texte \
                               Unicode\u{a0}»)";
const ENCODING_EXPECTED: &str = "un fichier enregistré en UTF-8 ou en Windows-1252 (dans un \
                                 tableur\u{a0}: le format «\u{a0}CSV UTF-8\u{a0}»)";
const CSV_EXPECTED: &str = "un texte au format CSV, non un classeur (dans un tableur\u{a0}: \
                            «\u{a0}enregistrer sous\u{a0}», format «\u{a0}CSV UTF-8\u{a0}»)";

/// The first bytes of a zip archive (`.xlsx`, `.ods`) and of an old workbook (`.xls`).
const WORKBOOKS: [&[u8]; 2] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0"];

/// The text of `bytes`: UTF-8; UTF-16 behind its byte order mark; else Windows-1252.
pub(crate) fn decode(bytes: &[u8]) -> Text<'_> {
    if WORKBOOKS.iter().any(|beginning| bytes.starts_with(beginning)) {
        let error =
            EncodingError { line: 0, value: workbook(bytes).to_owned(), expected: CSV_EXPECTED };
        return Text { text: Cow::Borrowed(""), error: Some(error), old_encoding: None };
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, is_damaged) = encoding.decode_without_bom_handling(&bytes[mark..]);
        let error = is_damaged.then(|| replaced(&text)).or_else(|| control(&text));
        return Text { text, error, old_encoding: None };
    }
    if is_utf_16(bytes) {
        let value = "UTF-16".to_owned();
        let error = EncodingError { line: 0, value, expected: UTF_16_EXPECTED };
        return Text { text: Cow::Borrowed(""), error: Some(error), old_encoding: None };
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Text { error: control(text), text: Cow::Borrowed(text), old_encoding: None },
        Err(utf_8) if is_utf_8_elsewhere(bytes) => {
            let error = Some(at(bytes, utf_8.valid_up_to()));
            Text { text: String::from_utf8_lossy(bytes), error, old_encoding: None }
        }
        Err(utf_8) => old_text(bytes, utf_8.valid_up_to()),
    }
}

/// The text of bytes in an encoding older than UTF-8; `first` is the offset of the first byte that
/// tells.
fn old_text(bytes: &[u8], first: usize) -> Text<'_> {
    let charset = charset(bytes);
    let text = charset.decode(bytes);
    match charset {
        Charset::Windows1252 | Charset::Iso8859_15 => {
            Text { error: control(&text), text, old_encoding: None }
        }
        Charset::CodePage850 => {
            Text { error: control(&text), text, old_encoding: Some("MS-DOS (page de codes 850)") }
        }
        Charset::Macintosh => {
            let error = EncodingError { expected: MACINTOSH_EXPECTED, ..at(bytes, first) };
            Text { text, error: Some(error), old_encoding: None }
        }
    }
}

/// Whether every second byte, or nearly, is zero: UTF-16 without its byte order mark.
fn is_utf_16(bytes: &[u8]) -> bool {
    const SHORTEST: usize = 8;
    let zeros = |first: usize| bytes.iter().skip(first).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let half = bytes.len() / 2;
    bytes.len() >= SHORTEST && even.max(odd) * 10 >= half * 9 && even.min(odd) * 10 <= half
}

/// The ordinary name of a workbook.
fn workbook(bytes: &[u8]) -> &'static str {
    const OPEN_DOCUMENT: &[u8] = b"application/vnd.oasis";
    let head = &bytes[..bytes.len().min(200)];
    match head.windows(OPEN_DOCUMENT.len()).any(|window| window == OPEN_DOCUMENT) {
        true => "classeur LibreOffice",
        false => "classeur Excel",
    }
}

/// Whether letters of two bytes and bytes that are no UTF-8 stand side by side: two files were
/// pasted together, and neither encoding reads both.
fn is_utf_8_elsewhere(bytes: &[u8]) -> bool {
    bytes.utf8_chunks().any(|chunk| !chunk.valid().is_ascii())
}

/// The first character that no table holds: bytes of another encoding, or no text at all.
fn control(text: &str) -> Option<EncodingError> {
    let is_odd = |char: char| char.is_control() && !matches!(char, '\t' | '\r' | '\n');
    text.find(is_odd).map(|offset| at(text.as_bytes(), offset))
}

fn replaced(text: &str) -> EncodingError {
    at(text.as_bytes(), text.find(char::REPLACEMENT_CHARACTER).unwrap_or(0))
}

/// The encoding error at `offset`, in bytes, with the cell around it.
fn at(bytes: &[u8], offset: usize) -> EncodingError {
    const LONGEST: usize = 60;
    let is_limit = |byte: &u8| matches!(byte, b',' | b';' | b'\t' | b'"' | b'\r' | b'\n');
    let (before, after) = bytes.split_at(offset);
    let start = before.iter().rposition(is_limit).map_or(0, |start| start + 1);
    let end = after.iter().position(is_limit).map_or(bytes.len(), |length| offset + length);
    let cell = String::from_utf8_lossy(&bytes[start..end]);
    let shown = |char: char| if char.is_control() { char::REPLACEMENT_CHARACTER } else { char };
    EncodingError {
        line: line_at(bytes, offset),
        value: cell.chars().map(shown).take(LONGEST).collect(),
        expected: ENCODING_EXPECTED,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_reads(bytes: &[u8], expected: &str) {
        let Text { text, error, .. } = decode(bytes);
        assert_eq!(text, expected);
        assert_eq!(error, None);
    }

    #[test]
    fn what_spreadsheets_write_is_read() {
        assert_reads("Santé".as_bytes(), "Santé");
        assert_reads("\u{feff}Santé".as_bytes(), "Santé");
        assert_reads(b"Sant\xe9 \x96 l\x92\x9cuvre", "Santé – l’œuvre");
        assert_reads(b"\xff\xfeS\0a\0n\0t\0\xe9\0", "Santé");
        assert_reads(b"", "");
        assert_reads(b"C\xbdur de Savoie", "Cœur de Savoie");
        assert_reads(b"Sant\x82 de l'Is\x8are", "Santé de l'Isère");
    }

    #[test]
    fn two_encodings_in_one_file_are_shown_where_they_meet() {
        let error = decode(b"id,nom\na,Sant\xc3\xa9\nb,Sant\xe9\n").error.unwrap();
        assert_eq!((error.line, error.value.as_str()), (3, "Sant\u{fffd}"));
    }

    #[test]
    fn another_encoding_and_a_workbook_are_refused() {
        assert_eq!(decode(b"id\nRh\x99ne tr\x8fs").error.unwrap().line, 2, "Mac Roman");
        assert_eq!(decode(b"id\nSant\x8e").error.unwrap().expected, MACINTOSH_EXPECTED);
        assert_eq!(decode(b"i\0d\0;\0n\0o\0m\0").error.unwrap().expected, UTF_16_EXPECTED);
        assert_eq!(decode(b"id\0nom").error.unwrap().line, 1);
        assert_eq!(decode(b"PK\x03\x04...").error.unwrap().expected, CSV_EXPECTED);
    }
}
