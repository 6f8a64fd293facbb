//! Files that are ready to be sent. Those of former builds are kept for a time: a page that was opened
//! before a swap still finds the files that it names.

use std::collections::HashMap;
use std::iter;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use http::HeaderValue;

#[cfg(test)]
use super::blob::Blob;
use super::blob::Variant;
#[cfg(test)]
use super::coding::Coding;
use super::draft::{Coded, Loaded};
use crate::date;
use crate::headers::{self, Block};
#[cfg(test)]
use crate::headers::{Blocks, Rules};

/// A file that is ready to be sent.
#[derive(Clone, Debug)]
pub struct File {
    /// The value of `Content-Type`.
    pub content_type: HeaderValue,
    /// `None` for a date that HTTP cannot express.
    pub last_modified: Option<LastModified>,
    /// The headers that depend on its name.
    pub block: Arc<Block>,
    /// The file without coding.
    pub identity: Variant,
    pub(super) coded: Arc<Coded>,
    /// When the last build that had it was replaced; `None` for a file of this build.
    pub(super) left: Option<Instant>,
}

/// The date since when a file has had its content (RFC 9110 §8.8.2). It is never in the future.
#[derive(Clone, Debug)]
pub struct LastModified {
    pub time: SystemTime,
    /// The date as a header value.
    pub header: HeaderValue,
}

/// The time for which a file is kept after the last build that had it.
pub(super) const KEPT_FOR: Duration = Duration::from_secs(3600);

/// The files of a site by address.
pub(super) type Files = HashMap<Box<str>, Arc<File>>;

/// Adds to `files` those of `previous` that never change and that it lacks: first the last ones that
/// were served, up to `limit` bytes.
pub(super) fn add(files: &mut Files, previous: &Files, now: Instant, limit: u64) {
    let mut former: Vec<(&str, File)> = previous
        .iter()
        .filter(|(name, file)| file.block.is_immutable && !files.contains_key(*name))
        .map(|(name, file)| (&**name, File { left: file.left.or(Some(now)), ..File::clone(file) }))
        .filter(|(_, file)| !is_over(file, now))
        .collect();
    former.sort_by_key(|(_, file)| std::cmp::Reverse(file.left));
    let mut total = 0;
    for (name, file) in former {
        total += file.bytes();
        if total > limit {
            break;
        }
        files.insert(name.into(), Arc::new(file));
    }
}

/// Whether `file` has been kept for long enough.
pub(super) fn is_over(file: &File, now: Instant) -> bool {
    file.left.is_some_and(|left| now.duration_since(left) >= KEPT_FOR)
}

impl File {
    /// The file `loaded`. `before` is the file of that name in the previous build; `None` if no
    /// build was served before.
    pub(super) fn new(loaded: &Loaded, before: Option<Option<&Self>>, block: Arc<Block>) -> Self {
        Self {
            content_type: headers::media_type(&loaded.entry.name),
            last_modified: LastModified::of(loaded, before),
            block,
            identity: loaded.identity.clone(),
            coded: Arc::clone(&loaded.coded),
            left: None,
        }
    }

    /// The size of all variants, in bytes.
    pub(super) fn bytes(&self) -> u64 {
        self.variants().map(|variant| variant.blob.len()).sum()
    }

    /// Returns the file itself, then those of its coded forms that are checked by now.
    pub fn variants(&self) -> impl Iterator<Item = &Variant> {
        iter::once(&self.identity).chain(self.coded.get().into_iter().flatten())
    }
}

impl LastModified {
    /// Returns `None` for a date that HTTP cannot express, and for one that another content of the
    /// file had: the tag is then its only validator.
    ///
    /// A build may keep the date of a file whose content is new. So the date at which the file came
    /// to be there counts as well, which programs cannot set; and while the server runs, the time
    /// at which the content changed.
    fn of(loaded: &Loaded, before: Option<Option<&File>>) -> Option<Self> {
        let etag = &loaded.identity.etag;
        let now = SystemTime::now();
        date::http(loaded.entry.modified)?;
        let time = match before {
            Some(Some(before)) if before.identity.etag == etag => {
                return before.last_modified.clone();
            }
            Some(_) => now,
            // Not later than the answer itself (RFC 9110 §8.8.2.1).
            None => loaded.entry.modified.max(loaded.entry.stamp.changed()).min(now),
        };
        let header = date::http(time)?;
        let had = before.flatten().and_then(|before| before.last_modified.as_ref());
        had.is_none_or(|had| had.header != header).then_some(Self { time, header })
    }
}

#[cfg(test)]
impl File {
    /// The file `name` of `size` bytes. A script never changes.
    pub(super) fn example(name: &str, size: usize) -> Self {
        let (rules, _) = Rules::parse("/*.js\n  Cache-Control: immutable");
        Self {
            content_type: HeaderValue::from_static("text/plain"),
            last_modified: None,
            block: Blocks::new(&rules).of(name),
            identity: Variant {
                coding: Coding::Identity,
                blob: Blob::Memory(vec![7; size].into()),
                etag: HeaderValue::from_static("\"\""),
                stamp: None,
            },
            coded: Arc::default(),
            left: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(names: &[(&str, usize)]) -> Files {
        let file = |name: &str, size: usize| Arc::new(File::example(name, size));
        names.iter().map(|(name, size)| ((*name).into(), file(name, *size))).collect()
    }

    fn names(files: &Files) -> Vec<&str> {
        let mut names: Vec<_> = files.keys().map(|name| &**name).collect();
        names.sort_unstable();
        names
    }

    #[test]
    fn files_that_never_change_are_kept_for_an_hour_however_many_builds_come() {
        let start = Instant::now();
        let mut previous = files(&[("a.0000000a.js", 1), ("b.00000000.js", 1), ("c.css", 1)]);
        for round in 0..10 {
            let mut next = files(&[("index.html", 1)]);
            add(&mut next, &previous, start + KEPT_FOR * round / 10, 100);
            assert_eq!(names(&next), ["a.0000000a.js", "b.00000000.js", "index.html"]);
            previous = next;
        }
        let mut last = files(&[("index.html", 1)]);
        add(&mut last, &previous, start + KEPT_FOR, 100);
        assert_eq!(names(&last), ["index.html"]);
    }

    #[test]
    fn the_last_served_are_kept_when_there_is_no_room_for_all() {
        let start = Instant::now();
        let mut second = files(&[("b.0000000b.js", 60)]);
        add(&mut second, &files(&[("a.0000000a.js", 60)]), start, 100);
        assert_eq!(names(&second), ["a.0000000a.js", "b.0000000b.js"]);
        let mut third = files(&[("c.0000000c.js", 60)]);
        add(&mut third, &second, start + Duration::from_secs(1), 100);
        assert_eq!(names(&third), ["b.0000000b.js", "c.0000000c.js"]);
    }

    #[test]
    fn a_file_that_comes_back_is_of_the_build_again() {
        let start = Instant::now();
        let mut next = files(&[("a.0000000a.js", 1)]);
        add(&mut next, &files(&[("a.0000000a.js", 1)]), start, 100);
        assert!(next["a.0000000a.js"].left.is_none());
    }
}
