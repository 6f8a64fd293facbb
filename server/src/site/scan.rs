//! Which files there are, and whether any of them changed.
//!
//! Refused, with a warning: hidden files, symbolic links that leave the folder or lead to folders,
//! what is no regular file (a pipe would stop us for ever), names that are no UTF-8.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::blob::Stamp;

/// The file of header rules for other hosts (`server export`): not part of the site.
const RULES: &str = "_headers";
/// RFC 8615: the one hidden folder that the web knows.
const WELL_KNOWN: &str = ".well-known";
/// How long after the last change a listing may be believed: file systems date changes by the tick
/// of a clock (4 to 10 ms), and a second change within the same tick would not be seen.
pub const TICK: Duration = Duration::from_millis(50);

/// What lies in a folder.
#[derive(Debug, Default)]
pub struct Listing {
    /// The files, sorted by name.
    pub entries: Vec<Entry>,
    /// What was refused, and why: sentences for the log.
    pub refused: Vec<String>,
}

/// One regular file.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The path below the root, with `/` between its parts.
    pub name: String,
    /// Where it really is: the target of a symbolic link.
    pub path: PathBuf,
    /// Where its content starts in the file at `path`, in bytes: not at 0 in a packed site.
    pub offset: u64,
    /// When it was last written to.
    pub modified: SystemTime,
    /// What it looked like when it was listed.
    pub stamp: Stamp,
}

impl Listing {
    /// Lists the files under `root`.
    ///
    /// # Errors
    /// When a folder cannot be read, or a file goes away meanwhile.
    pub fn of(root: &Path) -> io::Result<Self> {
        let root = root.canonicalize()?;
        let mut listing = Self::default();
        let mut folders = vec![(root.clone(), String::new())];
        while let Some((folder, prefix)) = folders.pop() {
            for item in fs::read_dir(&folder)? {
                let item = item?;
                let Some(name) = listing.admit(&item, &prefix) else { continue };
                let kind = item.file_type()?;
                if kind.is_dir() {
                    folders.push((item.path(), format!("{name}/")));
                } else if kind.is_symlink() {
                    listing.add_link(&root, name, &item.path());
                } else if kind.is_file() {
                    listing.add(name, item.path(), &item.metadata()?);
                } else {
                    listing.refused.push(format!("{name}: not a regular file"));
                }
            }
        }
        listing.entries.sort_unstable_by(|one, other| one.name.cmp(&other.name));
        Ok(listing)
    }

    /// A number that differs when anything was added, removed or written to.
    pub fn fingerprint(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        for entry in &self.entries {
            (&entry.name, &entry.stamp).hash(&mut hasher);
        }
        hasher.finish()
    }

    /// Whether nothing has changed for `settle_time`, which is at least a [`TICK`].
    pub fn is_settled(&self, settle_time: Duration) -> bool {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let newest = self.entries.iter().map(|entry| entry.stamp.changed_ns).max().unwrap_or(0);
        let age = i128::try_from(now.as_nanos()).unwrap_or(i128::MAX) - newest;
        // A clock that was set back, or a date from another machine, is no reason to wait for ever.
        age < 0 || age >= settle_time.as_nanos() as i128
    }

    /// The name below the root, if what bears it may be served.
    fn admit(&mut self, item: &fs::DirEntry, prefix: &str) -> Option<String> {
        let Ok(file_name) = item.file_name().into_string() else {
            self.refused.push(format!("{prefix}{}: not UTF-8", item.file_name().display()));
            return None;
        };
        let name = format!("{prefix}{file_name}");
        if file_name.starts_with('.') && name != WELL_KNOWN {
            self.refused.push(format!("{name}: hidden"));
            return None;
        }
        (name != RULES).then_some(name)
    }

    fn add_link(&mut self, root: &Path, name: String, link: &Path) {
        let target = link.canonicalize().and_then(|path| Ok((path.metadata()?, path)));
        match target {
            Ok((metadata, path)) if path.starts_with(root) && metadata.is_file() => {
                self.add(name, path, &metadata);
            }
            Ok((_, path)) if path.starts_with(root) => {
                self.refused.push(format!("{name}: a symbolic link to a folder"));
            }
            Ok(_) => self.refused.push(format!("{name}: a symbolic link out of the folder")),
            Err(error) => self.refused.push(format!("{name}: a broken symbolic link ({error})")),
        }
    }

    fn add(&mut self, name: String, path: PathBuf, metadata: &fs::Metadata) {
        let modified = metadata.modified().unwrap_or(UNIX_EPOCH);
        self.entries.push(Entry { name, path, offset: 0, modified, stamp: Stamp::of(metadata) });
    }
}
