//! The list of retired words.

use super::words::words;
use crate::error::Error;
use std::path::Path;

/// The path of the committed list.
pub(super) const PATH: &str = "tests/structure/retired.txt";
/// The committed list.
const LIST: &str = include_str!("../../retired.txt");
/// The form of a line.
const FORM: &str = "word [in path …] [except path or identifier …] → what stands for it now";
/// An identifier of so many words is a sentence, the name of a test: prose is free.
const SENTENCE: usize = 5;

/// A list of retired words.
///
/// # Example
/// ```
/// use structure::RetiredWords;
///
/// let list = "*place* in app except app/src/facts.rs NamedPlace → index, center or point";
/// let words = RetiredWords::parse(list)?;
/// assert!(words.retire("place_of", "app/src/main.rs".as_ref()));
/// assert!(!words.retire("place_of", "app/src/facts.rs".as_ref()));
/// assert!(!words.retire("NamedPlace", "app/src/main.rs".as_ref()));
/// assert!(!words.retire("placed", "app/src/main.rs".as_ref()));
/// # Ok::<(), structure::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RetiredWords {
    pub(super) entries: Vec<Entry>,
}

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// The line, from 1.
    pub(super) line: usize,
    /// The word as it stands there.
    pub(super) word: String,
    /// The word or words that stand for it now.
    pub(super) instead: String,
    /// The beginnings of the paths where it is retired; everywhere if there is none.
    pub(super) paths: Vec<String>,
    /// The beginnings of the paths where it has its ordinary meaning.
    pub(super) excepted_paths: Vec<String>,
    /// The identifiers in which it has its ordinary meaning.
    excepted_names: Vec<String>,
    /// Of `*word*` the words, which are retired as a part of an identifier too.
    parts: Option<Vec<String>>,
}

impl RetiredWords {
    /// Reads the committed list.
    ///
    /// # Errors
    /// [`Error::List`] with the first line that has another form.
    pub fn committed() -> Result<Self, Error> {
        Self::parse(LIST)
    }

    /// Reads a list. Empty lines and those that begin with `#` say nothing.
    ///
    /// # Errors
    /// [`Error::List`] with the first line that has another form.
    pub fn parse(list: &str) -> Result<Self, Error> {
        let lines = list.lines().enumerate().map(|(index, line)| (index + 1, line.trim()));
        let entries = lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
        let entry = |(line, text): (usize, &str)| {
            let refused = || Error::List { line, expected: FORM, found: text.to_owned() };
            Entry::parse(line, text).ok_or_else(refused)
        };
        Ok(Self { entries: entries.map(entry).collect::<Result<_, _>>()? })
    }

    /// True when `identifier` holds a word that is retired in the file at `path`.
    #[must_use]
    pub fn retire(&self, identifier: &str, path: &Path) -> bool {
        self.entries_of(identifier).iter().any(|entry| entry.holds_in(path))
    }

    /// The entries that retire `identifier`, in whatever file.
    pub(super) fn entries_of(&self, identifier: &str) -> Vec<&Entry> {
        let words = words(identifier);
        self.entries.iter().filter(|entry| entry.retires(identifier, &words)).collect()
    }
}

impl Entry {
    fn parse(line: usize, text: &str) -> Option<Self> {
        let (left, instead) = text.split_once('→')?;
        let (left, exceptions) = left.split_once(" except ").unwrap_or((left, ""));
        let (word, paths) = left.split_once(" in ").unwrap_or((left, ""));
        let list = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let (excepted_paths, excepted_names) =
            list(exceptions).into_iter().partition(|exception| exception.contains('/'));
        let [word, instead] = [word, instead].map(|it| it.trim().to_owned());
        let is_complete = !instead.is_empty() && word.split_whitespace().count() == 1;
        let parts = word.strip_prefix('*').and_then(|word| word.strip_suffix('*')).map(words);
        let paths = list(paths);
        is_complete.then_some(Self {
            line,
            word,
            instead,
            paths,
            excepted_paths,
            excepted_names,
            parts,
        })
    }

    /// True when the word is retired in the file at `path`.
    pub(super) fn holds_in(&self, path: &Path) -> bool {
        let is_under = |prefix: &String| path.starts_with(prefix);
        (self.paths.is_empty() || self.paths.iter().any(is_under))
            && !self.excepted_paths.iter().any(is_under)
    }

    /// True when `identifier`, which consists of `words`, is the word or, where the line says so, has it
    /// as a part.
    fn retires(&self, identifier: &str, words: &[String]) -> bool {
        if self.excepted_names.iter().any(|name| name == identifier) {
            return false;
        }
        let Some(parts) = &self.parts else { return self.word == identifier };
        words.len() < SENTENCE && words.windows(parts.len()).any(|window| window == parts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn retires(line: &str, identifier: &str) -> bool {
        RetiredWords::parse(line).unwrap().retire(identifier, Path::new("app/src/main.rs"))
    }

    #[test]
    fn a_word_alone_is_the_whole_identifier() {
        assert!(retires("Part → PixelRect", "Part"));
        assert!(!retires("Part → PixelRect", "part"));
        assert!(!retires("Part → PixelRect", "draw_part"));
    }

    #[test]
    fn a_word_between_stars_is_a_part_in_any_spelling() {
        for identifier in ["place", "PLACE_OF", "_place", "NamedPlace", "placeOf"] {
            assert!(retires("*place* → index", identifier), "{identifier}");
        }
        for identifier in ["places", "replace", "placement"] {
            assert!(!retires("*place* → index", identifier), "{identifier}");
        }
        assert!(retires("*is_against* → is_reversed", "arc_is_against"));
        assert!(!retires("*is_against* → is_reversed", "is_not_against"));
    }

    #[test]
    fn the_name_of_a_test_is_prose() {
        assert!(!retires("*place* → index", "a_place_is_found_from_everywhere"));
    }

    #[test]
    fn a_line_of_another_form_is_named() {
        for list in ["# fine\nplace", "# fine\nplace →", "# fine\na place → index"] {
            let error = RetiredWords::parse(list).unwrap_err().to_string();
            assert!(error.starts_with("retired.txt:2: expected word [in"), "{error}");
        }
    }
}
