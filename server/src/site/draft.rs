//! Reading the files of a build. Files that are too large stay in the folder, open.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use super::blob::Variant;
use super::coding::Coding;
use super::copier::{Copier, in_batches, read_small};
use super::folder::{Entry, Listing};
use super::store::Stored;
use crate::error::ServeError;
use crate::headers::Rules;

/// The most bytes of the rules of a site: each is compared with each file.
const LONGEST_RULES: u64 = 1 << 20;

/// The limits of copying, in bytes.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Of all files with their variants together.
    pub total: u64,
    /// Of a single file.
    pub file: u64,
    /// The most files that stay open instead. All others are copied, whatever their size.
    pub open: usize,
}

/// The means that reading a build may use.
#[derive(Clone, Copy, Debug)]
pub struct Means<'a> {
    pub limits: Limits,
    pub stored: &'a Stored,
    pub threads: usize,
}

/// A build that is read but not served yet.
#[derive(Debug)]
pub struct Draft {
    pub files: Vec<Loaded>,
    /// The headers that the site gives its files.
    pub rules: Rules,
    /// The faults in the file of the rules.
    pub problems: Vec<String>,
    /// The size of the largest files that are copied, in bytes.
    pub largest_copied: u64,
}

/// A file that was read.
#[derive(Debug)]
pub struct Loaded {
    pub entry: Entry,
    /// The file without coding.
    pub identity: Variant,
    /// The `.br` and `.gz` beside it, which may be out of date.
    pub siblings: Vec<(Coding, Entry)>,
    pub coded: Arc<Coded>,
}

/// The coded forms of a file. There are none before its siblings are checked: the module `variants`
/// then puts them in, together.
pub type Coded = OnceLock<Vec<Variant>>;

impl Draft {
    /// Reads the files of `listing`. `known` gives the variant without coding of a file that is served
    /// now, by name: unchanged bytes are shared with it.
    ///
    /// # Errors
    /// When one cannot be read, or has changed since it was listed.
    pub fn read(
        listing: &Listing,
        means: Means<'_>,
        known: impl Fn(&str) -> Option<Variant> + Sync,
    ) -> Result<Self, ServeError> {
        let largest_copied = fitting(&listing.entries, means.limits);
        let (rules, problems) = read_rules(listing)?;
        let files = with_siblings(&listing.entries);
        let sizes: Vec<u64> = files.iter().map(|(entry, _)| entry.stamp.length).collect();
        let batches = in_batches(&sizes, means.threads, |batch, size| {
            let mut copier = Copier::new(size, largest_copied, means.stored);
            let read = |(entry, _): &(Entry, _)| {
                let variant = copier.read_new(entry, known(&entry.name));
                variant.map_err(|source| ServeError::unreadable(&entry.path, source))
            };
            files[batch].iter().map(read).collect::<Result<Vec<_>, _>>()
        })?;
        let read = batches.into_iter().flatten();
        let loaded = |((entry, siblings), identity)| Loaded {
            entry,
            identity,
            siblings,
            coded: Arc::default(),
        };
        let files = files.into_iter().zip(read).map(loaded).collect();
        Ok(Self { files, rules, problems, largest_copied })
    }

    /// Returns the number of files that are kept open, with their siblings.
    pub fn open_files(&self) -> u64 {
        let siblings = self.files.iter().flat_map(|file| &file.siblings);
        let entries = self.files.iter().map(|file| &file.entry);
        let all = entries.chain(siblings.map(|(_, sibling)| sibling));
        all.filter(|entry| entry.stamp.length > self.largest_copied).count() as u64
    }

    /// Returns the size of all siblings, in bytes.
    pub fn size_of_siblings(&self) -> u64 {
        let siblings = self.files.iter().flat_map(|file| &file.siblings);
        siblings.map(|(_, sibling)| sibling.stamp.length).sum()
    }
}

/// Reads the rules of the build, and what is wrong with them.
fn read_rules(listing: &Listing) -> Result<(Rules, Vec<String>), ServeError> {
    let Some(entry) = &listing.rules else { return Ok(Default::default()) };
    if entry.stamp.length > LONGEST_RULES {
        return Ok((Rules::default(), vec!["the file is too long".to_owned()]));
    }
    let bytes = read_small(entry).map_err(|source| ServeError::unreadable(&entry.path, source))?;
    Ok(Rules::parse(&String::from_utf8_lossy(&bytes)))
}

/// Returns the largest size such that all files up to it may be copied together, and not too many
/// others are to be kept open.
fn fitting(entries: &[Entry], limits: Limits) -> u64 {
    let mut sizes: Vec<u64> = entries.iter().map(|entry| entry.stamp.length).collect();
    sizes.sort_unstable();
    let mut total = 0;
    let mut largest = limits.file.min(limits.total);
    for size in sizes.iter().filter(|size| **size <= limits.file) {
        if total + size > limits.total {
            largest = size - 1;
            break;
        }
        total += size;
    }
    let must_be_copied = &sizes[..sizes.len().saturating_sub(limits.open)];
    largest.max(must_be_copied.last().copied().unwrap_or(0))
}

/// Pairs each file with its siblings. A `.br` without its file is a file like any other.
fn with_siblings(entries: &[Entry]) -> Vec<(Entry, Vec<(Coding, Entry)>)> {
    let indices: HashMap<String, usize> =
        entries.iter().enumerate().map(|(index, entry)| (entry.name.clone(), index)).collect();
    let sibling_of = |entry: &Entry| {
        Coding::COMPRESSED.into_iter().find_map(|coding| {
            let base = entry.name.strip_suffix(coding.extension())?;
            Some((*indices.get(base)?, coding))
        })
    };
    let mut siblings: HashMap<usize, Vec<(Coding, Entry)>> = HashMap::new();
    let mut files = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        match sibling_of(entry) {
            Some((base, coding)) => siblings.entry(base).or_default().push((coding, entry.clone())),
            None => files.push((index, entry.clone())),
        }
    }
    let with_siblings_of = |(index, entry)| (entry, siblings.remove(&index).unwrap_or_default());
    files.into_iter().map(with_siblings_of).collect()
}
