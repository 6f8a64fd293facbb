//! Where retired words still occur.

use super::list::{Entry, PATH, RetiredWords};
use crate::source::{SourceFile, Sources};
use crate::violation::{Rule, Violation};
use std::collections::{BTreeMap, HashMap};
use std::path::Path;

/// Lists the files with retired words, one violation for each word in each file, and the paths in the
/// list that lead to no file.
pub fn violations(words: &RetiredWords, sources: &Sources) -> Vec<Violation> {
    let mut known = Known::new();
    let stale = words.entries.iter().flat_map(|entry| stale_paths(entry, sources));
    let mut found: Vec<_> = stale.collect();
    for (path, file) in sources.iter() {
        found.extend(in_file(words, path, file, &mut known));
    }
    found
}

/// For each identifier, the entries that retire it: most identifiers occur many times.
type Known<'a> = HashMap<&'a str, Vec<&'a Entry>>;

/// The identifiers of a file that hold one retired word, each with its lines.
struct Occurrence<'a> {
    entry: &'a Entry,
    lines: BTreeMap<&'a str, Vec<usize>>,
}

fn in_file<'a>(
    words: &'a RetiredWords,
    path: &Path,
    file: &'a SourceFile,
    known: &mut Known<'a>,
) -> Vec<Violation> {
    let mut by_entry: BTreeMap<usize, Occurrence> = BTreeMap::new();
    for identifier in &file.identifiers {
        let name = identifier.name.as_str();
        let entries = known.entry(name).or_insert_with(|| words.entries_of(name));
        for entry in entries.iter().filter(|entry| entry.holds_in(path)) {
            let occurrence = by_entry
                .entry(entry.line)
                .or_insert_with(|| Occurrence { entry, lines: BTreeMap::new() });
            occurrence.lines.entry(name).or_default().push(identifier.line);
        }
    }
    by_entry.into_values().map(|occurrence| occurrence.violation(path)).collect()
}

impl Occurrence<'_> {
    fn violation(&self, path: &Path) -> Violation {
        let detail = |(name, lines): (&&str, &Vec<usize>)| {
            let lines: Vec<_> = lines.iter().map(ToString::to_string).collect();
            format!("{name}: {}", lines.join(", "))
        };
        let word = self.entry.word.trim_matches('*');
        Violation {
            rule: Rule::Words,
            path: path.to_owned(),
            line: self.lines.values().flatten().min().copied(),
            sentence: format!("`{word}` is retired; use {}", self.entry.instead),
            details: self.lines.iter().map(detail).collect(),
        }
    }
}

/// A path of the list that leads nowhere any more would retire or except nothing, silently.
fn stale_paths(entry: &Entry, sources: &Sources) -> Vec<Violation> {
    let paths = entry.paths.iter().chain(&entry.excepted_paths);
    let is_stale = |prefix: &&String| !sources.iter().any(|(path, _)| path.starts_with(prefix));
    let stale = paths.filter(is_stale).map(|prefix| Violation {
        rule: Rule::Words,
        path: PATH.into(),
        line: Some(entry.line),
        sentence: format!("there is no source file under {prefix}"),
        details: Vec::new(),
    });
    stale.collect()
}
