//! Listing the files of a folder.
//!
//! Hidden files, symbolic links to folders or out of the folder, names that no address can have, and
//! files that are not regular (a pipe would block for ever) are left out, with a warning. So are
//! folders that may not be read, such as `lost+found`.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, ErrorKind::PermissionDenied};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::stamp::{Stamp, age_since};
use crate::error::ServeError;

/// The rules of the site (the module `headers`), which are no file of it.
const RULES: &str = "_headers";
/// The only hidden folder that is served (RFC 8615).
const WELL_KNOWN: &str = ".well-known";
/// The file with which a build may say that it is complete, by writing it last.
const MARKER: &str = ".complet";
/// The least age of the last change in a reliable listing. File systems date changes by clock ticks
/// of 4 to 10 ms, so a second change within the same tick would not be noticed.
pub const TICK: Duration = Duration::from_millis(50);

/// The files of a folder.
#[derive(Debug, Default)]
pub struct Listing {
    /// Sorted by name.
    pub entries: Vec<Entry>,
    /// The rules of the site.
    pub rules: Option<Entry>,
    /// The files that are left out, each with the reason, for the log.
    pub refused: Vec<String>,
    /// The date of the marker's inode, in nanoseconds since 1970.
    pub marker_ns: Option<i128>,
}

/// A regular file.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The path below the root, with `/` between its parts.
    pub name: String,
    /// The path of its content: the target, if it is a symbolic link.
    pub path: PathBuf,
    /// The start of its content in the file at `path`, in bytes. It is 0 outside of packed sites.
    pub offset: u64,
    /// The date of its last change.
    pub modified: SystemTime,
    pub stamp: Stamp,
    /// Whether it is written to all the time (the module `restless`): then its stamp says nothing.
    pub is_restless: bool,
}

impl Listing {
    /// Lists the files under `root`.
    ///
    /// # Errors
    /// When `root` cannot be read, or a file goes away meanwhile.
    pub fn of(root: &Path) -> Result<Self, ServeError> {
        let failed = |path: &Path, source| ServeError::unreadable(path, source);
        let root = root.canonicalize().map_err(|source| failed(root, source))?;
        let mut listing = Self::default();
        let mut folders = vec![(root.clone(), String::new())];
        while let Some((folder, prefix)) = folders.pop() {
            match listing.add_folder(&root, &folder, &prefix) {
                Ok(inner) => folders.extend(inner),
                Err(error) if error.kind() == PermissionDenied && !prefix.is_empty() => {
                    listing.refused.push(format!("{prefix}: {error}"));
                }
                Err(error) => return Err(failed(&folder, error)),
            }
        }
        listing.entries.sort_unstable_by(|one, other| one.name.cmp(&other.name));
        Ok(listing)
    }

    /// Adds the files of `folder`. Returns the folders in it, each with the start of its names.
    fn add_folder(
        &mut self,
        root: &Path,
        folder: &Path,
        prefix: &str,
    ) -> io::Result<Vec<(PathBuf, String)>> {
        let mut folders = Vec::new();
        for item in fs::read_dir(folder)? {
            let item = item?;
            let Some(name) = self.admit(&item, prefix) else { continue };
            let kind = item.file_type()?;
            if kind.is_dir() {
                folders.push((item.path(), format!("{name}/")));
            } else if kind.is_symlink() {
                self.add_link(root, name, &item.path());
            } else if kind.is_file() {
                self.add(Entry::new(name, item.path(), &item.metadata()?));
            } else {
                self.refused.push(format!("{name}: not a regular file"));
            }
        }
        Ok(folders)
    }

    /// Returns the file `name`.
    pub fn find(&self, name: &str) -> Option<&Entry> {
        let index = self.entries.binary_search_by(|entry| entry.name.as_str().cmp(name)).ok()?;
        Some(&self.entries[index])
    }

    /// Returns a number that differs if any file was added, removed or changed.
    pub fn fingerprint(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        for entry in self.files() {
            let stamp = Some(&entry.stamp).filter(|_| !entry.is_restless);
            (&entry.name, stamp).hash(&mut hasher);
        }
        self.marker_ns.hash(&mut hasher);
        hasher.finish()
    }

    /// The time since the last change, see [`age_since`].
    pub fn age(&self) -> Option<Duration> {
        age_since(self.newest_ns())
    }

    /// Marks files that have changed within `time` as restless.
    pub fn mark_changed_within(&mut self, time: Duration) {
        for entry in self.files_mut() {
            entry.is_restless |= entry.stamp.age().is_some_and(|age| age < time);
        }
    }

    /// Whether nothing has changed until `later`. Restless files do not count.
    pub fn is_still(&self, later: &Self) -> bool {
        let is_same = |(one, other): (&Entry, &Entry)| {
            one.name == other.name && (one.is_restless || one.stamp == other.stamp)
        };
        self.files().count() == later.files().count()
            && self.marker_ns == later.marker_ns
            && self.files().zip(later.files()).all(is_same)
    }

    /// The date of the last change, in nanoseconds since 1970.
    pub fn newest_ns(&self) -> i128 {
        let resting = self.files().filter(|entry| !entry.is_restless);
        resting.map(|entry| entry.stamp.changed_ns).max().unwrap_or(0)
    }

    /// All files, with that of the rules.
    pub fn files(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().chain(&self.rules)
    }

    /// The same, to be changed.
    pub fn files_mut(&mut self) -> impl Iterator<Item = &mut Entry> {
        self.entries.iter_mut().chain(&mut self.rules)
    }

    /// Adds a file, as a part of the site or as its rules.
    pub fn add(&mut self, entry: Entry) {
        if entry.name == RULES {
            self.rules = Some(entry);
        } else {
            self.entries.push(entry);
        }
    }

    /// Returns the path below the root, if a file of that name may be served.
    fn admit(&mut self, item: &fs::DirEntry, prefix: &str) -> Option<String> {
        let Ok(file_name) = item.file_name().into_string() else {
            self.refused.push(format!("{prefix}{}: not UTF-8", item.file_name().display()));
            return None;
        };
        let name = format!("{prefix}{file_name}");
        if name == MARKER {
            self.marker_ns = item.metadata().ok().map(|found| Stamp::of(&found).changed_ns);
            return None;
        }
        if file_name.starts_with('.') && name != WELL_KNOWN {
            self.refused.push(format!("{name}: hidden"));
            return None;
        }
        // The module `path` refuses such addresses, and a packed site has a line for each name.
        if file_name.contains(|letter: char| letter.is_control() || letter == '\\') {
            self.refused.push(format!("{name:?}: no address can have this name"));
            return None;
        }
        Some(name)
    }

    fn add_link(&mut self, root: &Path, name: String, link: &Path) {
        let target = link.canonicalize().and_then(|path| Ok((path.metadata()?, path)));
        match target {
            Ok((metadata, path)) if path.starts_with(root) && metadata.is_file() => {
                self.add(Entry::new(name, path, &metadata));
            }
            Ok((_, path)) if path.starts_with(root) => {
                self.refused.push(format!("{name}: a symbolic link to a folder"));
            }
            Ok(_) => self.refused.push(format!("{name}: a symbolic link out of the folder")),
            Err(error) => self.refused.push(format!("{name}: a broken symbolic link ({error})")),
        }
    }
}

impl Entry {
    fn new(name: String, path: PathBuf, metadata: &fs::Metadata) -> Self {
        let modified = metadata.modified().unwrap_or(UNIX_EPOCH);
        let stamp = Stamp::of(metadata);
        Self { name, path, offset: 0, modified, stamp, is_restless: false }
    }

    /// Whether another content of the file would have another stamp.
    pub fn is_dated(&self) -> bool {
        !self.is_restless && self.stamp.age().is_some_and(|age| age >= TICK)
    }
}
