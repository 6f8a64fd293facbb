//! The form of a table: its delimiter, whether its quotation marks pair, its rows with their lines.

use super::workbook::TextRow;

/// The delimiters of cells; a comma where the header does not tell.
const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

/// The delimiter under which the first line names the most of `columns`.
pub(crate) fn delimiter(text: &str, columns: &[&str]) -> u8 {
    let mut lines = text.split(['\n', '\r']);
    let header = lines.find(|line| !line.trim().is_empty()).unwrap_or_default();
    let known = |delimiter: u8| {
        let names = header.split(char::from(delimiter)).map(column_name);
        (
            names.filter(|name| columns.contains(&name.as_str())).count(),
            header.matches(char::from(delimiter)).count(),
        )
    };
    let mut best = DELIMITERS[0];
    for delimiter in DELIMITERS {
        if known(delimiter) > known(best) {
            best = delimiter;
        }
    }
    best
}

/// The line that an editor shows for the byte at `offset`, the first one being 1. Lines end with
/// LF, CR LF or, in files of old Macs, CR alone.
pub(crate) fn line_at(bytes: &[u8], offset: usize) -> u64 {
    let is_end = |index: usize| match bytes[index] {
        b'\n' => true,
        b'\r' => bytes.get(index + 1) != Some(&b'\n'),
        _ => false,
    };
    1 + (0..offset.min(bytes.len())).filter(|index| is_end(*index)).count() as u64
}

/// The name of a column as a header writes it.
pub(crate) fn column_name(cell: &str) -> String {
    cell.trim().trim_matches('"').trim().to_lowercase()
}

/// A cell whose quotation marks do not pair.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct BrokenCell {
    /// Its line in the file.
    pub line: u64,
    /// Its beginning, as written.
    pub text: String,
}

/// The first cell whose quotation marks do not pair, if any.
pub(crate) fn broken_quoting(text: &str, delimiter: u8) -> Option<BrokenCell> {
    let bytes = text.as_bytes();
    let ends_cell = |byte: u8| byte == delimiter || matches!(byte, b'\r' | b'\n');
    let mut offset = 0;
    while offset < bytes.len() {
        let start = offset;
        if bytes[start] == b'"' {
            match closing_quote(bytes, start + 1) {
                Some(end) => offset = end + 1,
                None => return Some(cell_at(text, start)),
            }
            while bytes.get(offset).is_some_and(|byte| *byte == b' ') {
                offset += 1;
            }
            if bytes.get(offset).is_some_and(|byte| !ends_cell(*byte)) {
                return Some(cell_at(text, start));
            }
        } else {
            let length = bytes[start..].iter().position(|byte| ends_cell(*byte));
            offset = length.map_or(bytes.len(), |length| start + length);
        }
        offset += 1;
    }
    None
}

/// The offset in bytes of the quotation mark that closes a cell; two in a row stand for one in the
/// text.
fn closing_quote(bytes: &[u8], start: usize) -> Option<usize> {
    let mut offset = start;
    loop {
        offset += bytes.get(offset..)?.iter().position(|byte| *byte == b'"')?;
        if bytes.get(offset + 1) != Some(&b'"') {
            return Some(offset);
        }
        offset += 2;
    }
}

fn cell_at(text: &str, start: usize) -> BrokenCell {
    const LONGEST: usize = 40;
    let line = line_at(text.as_bytes(), start);
    let cell = text[start..].split(['\n', '\r']).next().unwrap_or_default();
    BrokenCell { line, text: cell.chars().take(LONGEST).collect() }
}

/// The rows of a text, the first of which is the header.
pub(crate) fn records(text: &str, delimiter: u8) -> impl Iterator<Item = TextRow> {
    let mut lines = Lines::new(text);
    // No record is lost by `flatten`: text in memory with rows of any length has no error to give.
    let records = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes())
        .into_records()
        .flatten();
    records.map(move |record| TextRow {
        line: lines.of(record.position().map_or(0, csv::Position::byte)),
        cells: record.iter().map(ToOwned::to_owned).collect(),
    })
}

/// The lines of records, whose offsets only grow: the text is counted through once. The line that
/// `csv` gives itself is one short where lines end as on Windows.
struct Lines<'a> {
    bytes: &'a [u8],
    counted: usize,
    line: u64,
}

impl<'a> Lines<'a> {
    fn new(text: &'a str) -> Self {
        Self { bytes: text.as_bytes(), counted: 0, line: 1 }
    }

    /// The line of the record that begins at or after `byte`.
    fn of(&mut self, byte: u64) -> u64 {
        let rest = self.bytes.get(byte as usize..).unwrap_or_default();
        let ends = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let start = byte as usize + ends;
        self.line += line_at(&self.bytes[self.counted..], start - self.counted) - 1;
        self.counted = start;
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_tells_what_separates_cells() {
        let columns = ["id", "nom"];
        assert_eq!(delimiter("id,nom\n", &columns), b',');
        assert_eq!(delimiter("\r\n\"id\";\"nom\"\r\n", &columns), b';');
        assert_eq!(delimiter("ID\tNom", &columns), b'\t');
        assert_eq!(delimiter("a;b;c", &columns), b';', "unknown names are still cells");
        assert_eq!(delimiter("", &columns), b',');
    }

    #[test]
    fn quotation_marks_that_pair_are_accepted() {
        for text in ["", "a,\"b\"\n\"\",c", "\"a \"\"b\"\"\n c\" ,d", "a \"b\" c", "\"a\"\r\n"] {
            assert_eq!(broken_quoting(text, b','), None, "{text}");
        }
    }

    #[test]
    fn lines_end_in_three_ways() {
        for text in ["a\nb\nc", "a\r\nb\r\nc", "a\rb\rc"] {
            assert_eq!(line_at(text.as_bytes(), text.len() - 1), 3, "{text:?}");
        }
    }

    #[test]
    fn a_cell_that_is_not_closed_is_shown_with_its_line() {
        let broken = |text| broken_quoting(text, b',').unwrap();
        let cell = |text: &str| BrokenCell { line: 2, text: text.to_owned() };
        assert_eq!(broken("a\nb,\"c\nd"), cell("\"c"));
        assert_eq!(broken("a\n\"b \"c\" d\",e"), cell("\"b \"c\" d\",e"));
    }
}
