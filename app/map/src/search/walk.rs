//! The names of the index that are within a few errors of a query, or begin within a few of it.
//!
//! Names are sorted, and neighbours share their beginnings. The table of edit distances is kept row
//! by row along a name, so that a shared beginning is computed once, and a beginning that is too far
//! from the query skips all names that have it.
//!
//! # Source
//! The optimal string alignment distance (omission, insertion, substitution, exchange of
//! neighbours); the walk is the usual one of a trie.

/// The names, in the order of their bytes.
#[derive(Debug, Default)]
pub(super) struct SortedNames {
    text: String,
    /// The byte at which each name begins; one more for the end.
    starts: Vec<u32>,
    /// By name, how many bytes it has in common with the one before.
    shared: Vec<u8>,
}

/// A name found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Its index among the sorted names.
    pub(super) index: usize,
    /// The number of errors in the whole name.
    pub(super) whole: u8,
    /// The number of errors in the best beginning of the name.
    pub(super) beginning: u8,
}

impl SortedNames {
    /// Takes names that are sorted.
    pub(super) fn new<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        let mut all = Self { starts: vec![0], ..Self::default() };
        let mut last: &[u8] = b"";
        for name in names {
            let bytes = name.as_bytes();
            let shared = last.iter().zip(bytes).take_while(|(one, other)| one == other).count();
            all.shared.push(shared.min(usize::from(u8::MAX)) as u8);
            all.text.push_str(name);
            all.starts.push(all.text.len() as u32);
            last = bytes;
        }
        all
    }

    /// The name of that index.
    pub(super) fn name(&self, index: usize) -> &str {
        &self.text[self.starts[index] as usize..self.starts[index + 1] as usize]
    }

    /// The bytes of the name of that index.
    pub(super) fn bytes(&self, index: usize) -> &[u8] {
        &self.text.as_bytes()[self.starts[index] as usize..self.starts[index + 1] as usize]
    }

    /// The number of names.
    pub(super) fn len(&self) -> usize {
        self.shared.len()
    }

    /// The names that begin with `prefix`.
    pub(super) fn beginning_with(&self, prefix: &str) -> std::ops::Range<usize> {
        let partition = |is_before: &dyn Fn(&str) -> bool| {
            let (mut low, mut high) = (0, self.len());
            while low < high {
                let middle = low.midpoint(high);
                if is_before(self.name(middle)) { low = middle + 1 } else { high = middle }
            }
            low
        };
        let start = partition(&|name| name < prefix);
        let end = partition(&|name| name < prefix || name.starts_with(prefix));
        start..end
    }

    /// The names that begin within `most` errors of `query`, [`MOST_ERRORS`] at most.
    pub(super) fn within(&self, query: &str, most: u8) -> Vec<Found> {
        let mut found = Vec::new();
        let mut table = Table::new(query.as_bytes(), most);
        // The depth at which the names so far became too far, if they did.
        let mut dead_from = usize::MAX;
        for index in 0..self.len() {
            let shared = usize::from(self.shared[index]);
            if shared >= dead_from {
                // The same beginning: it may be near although the name is too far.
                if table.best() <= most {
                    found.push(Found { index, whole: u8::MAX, beginning: table.best() });
                }
                continue;
            }
            dead_from = usize::MAX;
            let name = self.bytes(index);
            table.cut(shared);
            for &byte in &name[shared.min(name.len())..] {
                table.push(byte);
                if table.is_too_far() {
                    dead_from = table.depth();
                    break;
                }
            }
            if table.best() <= most {
                let whole = if dead_from == usize::MAX { table.last() } else { u8::MAX };
                found.push(Found { index, whole, beginning: table.best() });
            }
        }
        found
    }
}

/// The most errors that are sought.
pub(super) const MOST_ERRORS: usize = 2;

/// A row of the table: the cells no further from the diagonal than [`MOST_ERRORS`]. All others are too far.
type Row = [u8; 2 * MOST_ERRORS + 1];

/// The table of edit distances along a name, one row for each byte, with the best of its beginnings.
///
/// The cell `band` of the row of `depth` bytes stands for the first `depth + band - MOST_ERRORS` bytes of
/// the query.
struct Table<'a> {
    query: &'a [u8],
    most: u8,
    bytes: Vec<u8>,
    rows: Vec<Row>,
    /// By row, the smallest distance of the whole query to the beginnings so far.
    best: Vec<u8>,
    /// By row, its smallest cell.
    lowest: Vec<u8>,
}

impl<'a> Table<'a> {
    fn new(query: &'a [u8], most: u8) -> Self {
        let cell = |band: usize| match band.checked_sub(MOST_ERRORS) {
            Some(at) if at <= query.len() => at as u8,
            _ => u8::MAX,
        };
        let first: Row = std::array::from_fn(cell);
        let distance = query.len().min(255) as u8;
        let (bytes, lowest) = (Vec::new(), vec![0]);
        Self { query, most, bytes, rows: vec![first], best: vec![distance], lowest }
    }

    fn depth(&self) -> usize {
        self.bytes.len()
    }

    fn cut(&mut self, depth: usize) {
        if depth < self.depth() {
            self.bytes.truncate(depth);
            self.rows.truncate(depth + 1);
            self.best.truncate(depth + 1);
            self.lowest.truncate(depth + 1);
        }
    }

    /// Adds a byte of the name: one row.
    fn push(&mut self, byte: u8) {
        let before = self.depth();
        let above = self.rows[before];
        // Two rows above, where two bytes may be exchanged.
        let exchanged = match before.checked_sub(1) {
            Some(index) => (self.rows[index], Some(self.bytes[index])),
            None => ([u8::MAX; 2 * MOST_ERRORS + 1], None),
        };
        let mut row: Row = [u8::MAX; 2 * MOST_ERRORS + 1];
        let (mut left, mut lowest) = (u8::MAX, u8::MAX);
        for band in 0..row.len() {
            let Some(at) = (before + 1 + band).checked_sub(MOST_ERRORS) else { continue };
            let cell = match at {
                0 => (before + 1).min(255) as u8,
                _ if at > self.query.len() => break,
                _ => {
                    let own = self.query[at - 1];
                    let mut cell = above[band].saturating_add(u8::from(own != byte));
                    let omitted = above.get(band + 1).copied().unwrap_or(u8::MAX);
                    cell = cell.min(omitted.saturating_add(1)).min(left.saturating_add(1));
                    if at > 1 && exchanged.1 == Some(own) && self.query[at - 2] == byte {
                        cell = cell.min(exchanged.0[band].saturating_add(1));
                    }
                    cell
                }
            };
            row[band] = cell;
            left = cell;
            lowest = lowest.min(cell);
        }
        self.rows.push(row);
        self.lowest.push(lowest);
        self.bytes.push(byte);
        self.best.push(self.best[before].min(self.last()));
    }

    /// The distance of the query to the bytes so far.
    fn last(&self) -> u8 {
        let depth = self.depth();
        let band = (self.query.len() + MOST_ERRORS).checked_sub(depth);
        band.and_then(|band| self.rows[depth].get(band)).copied().unwrap_or(u8::MAX)
    }

    /// The distance of the query to the best beginning so far.
    fn best(&self) -> u8 {
        self.best.last().copied().unwrap_or(u8::MAX)
    }

    /// Whether nothing behind these bytes can come near; an exchange reaches over one row.
    fn is_too_far(&self) -> bool {
        let depth = self.depth();
        let before = self.lowest[depth.saturating_sub(1)];
        self.lowest[depth] > self.most && before > self.most
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> SortedNames {
        let mut names =
            ["ancey", "annecy", "annemasse", "argenton", "argentonsurcreuse", "arles", "lyon"];
        names.sort_unstable();
        SortedNames::new(names.into_iter())
    }

    fn near(query: &str, most: u8) -> Vec<(&'static str, u8)> {
        let names = Box::leak(Box::new(names()));
        let found = names.within(query, most).into_iter();
        found.map(|one| (names.name(one.index), one.whole)).filter(|one| one.1 <= most).collect()
    }

    #[test]
    fn each_of_the_four_errors_counts_once() {
        assert_eq!(near("annecy", 0), [("annecy", 0)]);
        assert_eq!(near("anecy", 1), [("ancey", 1), ("annecy", 1)]);
        assert_eq!(near("arrles", 1), [("arles", 1)]);
        assert_eq!(near("ables", 1), [("arles", 1)]);
        assert_eq!(near("abbes", 1), []);
        assert_eq!(near("arlse", 1), [("arles", 1)]);
        assert_eq!(near("laon", 1), [("lyon", 1)]);
    }

    #[test]
    fn a_beginning_counts_with_its_errors() {
        let names = names();
        let found = names.within("argnt", 1);
        let found: Vec<_> =
            found.iter().map(|one| (names.name(one.index), one.beginning)).collect();
        assert_eq!(found, [("argenton", 1), ("argentonsurcreuse", 1)]);
        assert_eq!(names.beginning_with("ann"), 1..3);
        assert_eq!(names.beginning_with("z"), 7..7);
    }

    #[test]
    fn the_walk_finds_what_a_plain_comparison_finds() {
        let mut random = fastrand::Rng::with_seed(1);
        let mut word = |longest: usize| -> String {
            let length = random.usize(1..=longest);
            (0..length).map(|_| ['a', 'b', 'c'][random.usize(..3)]).collect()
        };
        let mut all: Vec<String> = (0..300).map(|_| word(7)).collect();
        all.sort_unstable();
        all.dedup();
        let names = SortedNames::new(all.iter().map(String::as_str));
        for _ in 0..200 {
            let (query, most) = (word(7), 2);
            let found: Vec<usize> =
                names.within(&query, most).iter().map(|one| one.index).collect();
            let begins_near = |name: &String| {
                (0..=name.len()).any(|end| {
                    let mut table = Table::new(query.as_bytes(), most);
                    name.as_bytes()[..end].iter().for_each(|&byte| table.push(byte));
                    table.last() <= most
                })
            };
            let expected: Vec<usize> = all
                .iter()
                .enumerate()
                .filter(|(_, one)| begins_near(one))
                .map(|(at, _)| at)
                .collect();
            assert_eq!(found, expected, "{query}");
        }
    }
}
