//! Stamps: metadata that tell whether a file still has the bytes that it had.

use std::fs::Metadata;
use std::os::unix::fs::MetadataExt;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Metadata of a file that change when it is written to, replaced or renamed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Stamp {
    /// Size in bytes.
    pub length: u64,
    inode: u64,
    modified_ns: i128,
    /// The date of the inode, the only one that programs cannot set.
    pub changed_ns: i128,
}

impl Stamp {
    /// Returns the stamp of a file of `length` bytes that is part of a packed program, which has the
    /// stamp `program`.
    pub fn of_part(length: u64, program: Self) -> Self {
        Self { length, ..program }
    }

    pub fn of(metadata: &Metadata) -> Self {
        let nanoseconds =
            |seconds: i64, part: i64| i128::from(seconds) * 1_000_000_000 + i128::from(part);
        Self {
            length: metadata.len(),
            inode: metadata.ino(),
            modified_ns: nanoseconds(metadata.mtime(), metadata.mtime_nsec()),
            changed_ns: nanoseconds(metadata.ctime(), metadata.ctime_nsec()),
        }
    }

    /// The date of the inode, not before 1970.
    pub fn changed(self) -> SystemTime {
        UNIX_EPOCH + Duration::from_nanos(u64::try_from(self.changed_ns).unwrap_or(0))
    }

    /// The time since the last change, see [`age_since`].
    pub fn age(self) -> Option<Duration> {
        age_since(self.changed_ns)
    }

    /// Whether both are stamps of one file, and not of two that had the same name.
    pub fn is_same_file(self, other: Self) -> bool {
        self.inode == other.inode
    }

    /// Whether the content may have changed since `before`. The date of the inode does not count:
    /// it also changes when a build is removed while downloads of it go on.
    pub fn is_of_other_content(self, before: Self) -> bool {
        (self.length, self.modified_ns) != (before.length, before.modified_ns)
    }
}

/// The time since a date in nanoseconds since 1970; `None` if it lies in the future: such a date comes
/// from another clock and must not be waited for.
pub fn age_since(date_ns: i128) -> Option<Duration> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let age = i128::try_from(now.as_nanos()).unwrap_or(i128::MAX) - date_ns;
    u64::try_from(age).ok().map(Duration::from_nanos)
}
