//! Copies of files, in files without a name that are mapped into memory.
//!
//! A build may be overwritten or removed while its answers are being sent. So a site is copied, but not
//! into memory of the process: the system keeps the copies in its cache of files, and may give that
//! memory to others. A store is in the folder for temporary files, and gone with its last copy.

use std::env;
use std::fs::File;
use std::io;
use std::ops::Range;
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use bytes::Bytes;
use memmap2::{MmapOptions, MmapRaw};

/// The folder for temporary files that may be large, unless `TMPDIR` names another: `/tmp` is in
/// memory on many systems (`file-hierarchy(7)`).
const FOLDER: &str = "/var/tmp";

/// The number of bytes in all stores of a server.
#[derive(Clone, Debug, Default)]
pub struct Stored(Arc<AtomicU64>);

impl Stored {
    pub fn bytes(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// A file without a name, for copies of some files.
#[derive(Debug)]
pub struct Store {
    file: File,
    mapping: Arc<Mapping>,
    /// The end of the last copy, in bytes.
    end: usize,
}

/// A store, mapped read-only.
#[derive(Debug)]
struct Mapping {
    raw: MmapRaw,
    own: AtomicU64,
    all: Stored,
}

impl Store {
    /// A store for up to `size` bytes, which count in `all` as they are written.
    ///
    /// # Errors
    /// When the system has no place for it.
    pub fn new(size: u64, all: &Stored) -> io::Result<Self> {
        let file = nameless()?;
        file.set_len(size)?;
        let length = usize::try_from(size).map_err(io::Error::other)?;
        let raw = MmapOptions::new().len(length).map_raw_read_only(&file)?;
        let mapping = Mapping { raw, own: AtomicU64::new(0), all: all.clone() };
        Ok(Self { file, mapping: Arc::new(mapping), end: 0 })
    }

    /// Begins a copy. If it is not finished, the next one takes its place.
    pub fn begin(&mut self) -> Part<'_> {
        Part { range: self.end..self.end, store: self }
    }
}

/// A copy that is being written.
pub struct Part<'a> {
    store: &'a mut Store,
    range: Range<usize>,
}

impl Part<'_> {
    /// Appends `bytes`.
    ///
    /// # Errors
    /// When the store or the disk is full.
    pub fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        if bytes.len() > self.store.mapping.raw.len() - self.range.end {
            return Err(io::ErrorKind::StorageFull.into());
        }
        self.store.file.write_all_at(bytes, self.range.end as u64)?;
        self.range.end += bytes.len();
        Ok(())
    }

    /// Returns the bytes that were written. No byte is written to their place any more.
    pub fn finish(self) -> Bytes {
        let Self { store, range } = self;
        let length = range.len() as u64;
        store.end = range.end;
        store.mapping.own.fetch_add(length, Ordering::Relaxed);
        store.mapping.all.0.fetch_add(length, Ordering::Relaxed);
        Bytes::from_owner(Copied { mapping: Arc::clone(&store.mapping), range })
    }
}

/// A finished copy.
struct Copied {
    mapping: Arc<Mapping>,
    range: Range<usize>,
}

impl AsRef<[u8]> for Copied {
    #[expect(unsafe_code, reason = "the kernel alone knows what is in a mapped file")]
    fn as_ref(&self) -> &[u8] {
        // SAFETY: All bytes of the range are in the mapping, which `self` keeps: `Part::write`
        // compares with its length, and writes each byte before `Part::finish` makes `self`. From
        // then on nothing changes them:
        // - Here, only a `Part` writes, and none begins before the end of a finished copy.
        // - Elsewhere, nobody can write to the file or shorten it (bytes beyond its end would raise
        //   SIGBUS): it has no name, and its only descriptor is that of `Store`, soon closed. With
        //   `O_TMPFILE` it never had a name; on file systems without that, it had a random one for
        //   a moment, with rights for this user alone. Who acts as this user or as root can change
        //   the memory of a process in any case.
        // A disk that fails to give back what it has taken ends the process with SIGBUS, as it does
        // when the program itself lies on it.
        unsafe {
            let start = self.mapping.raw.as_ptr().add(self.range.start);
            std::slice::from_raw_parts(start, self.range.len())
        }
    }
}

impl Drop for Mapping {
    fn drop(&mut self) {
        self.all.0.fetch_sub(*self.own.get_mut(), Ordering::Relaxed);
    }
}

fn nameless() -> io::Result<File> {
    if env::var_os("TMPDIR").is_none_or(|folder| folder.is_empty())
        && let Ok(file) = tempfile::tempfile_in(Path::new(FOLDER))
    {
        return Ok(file);
    }
    tempfile::tempfile()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_has_the_bytes_that_were_written_and_outlives_its_store() {
        let stored = Stored::default();
        let mut store = Store::new(10, &stored).unwrap();
        let mut part = store.begin();
        part.write(b"ab").unwrap();
        part.write(b"cd").unwrap();
        let first = part.finish();
        // Given up: the next takes its place.
        store.begin().write(b"xxxx").unwrap();
        let mut part = store.begin();
        part.write(b"efg").unwrap();
        let second = part.finish();
        assert!(store.begin().finish().is_empty());
        drop(store);
        assert_eq!((&first[..], &second[..]), (&b"abcd"[..], &b"efg"[..]));
        assert_eq!(first.slice(1..3), "bc");
        assert_eq!(stored.bytes(), 7);
        let slice = second.slice(1..);
        drop((first, second));
        assert_eq!((slice.as_ref(), stored.bytes()), (&b"fg"[..], 7), "a part is still read");
        drop(slice);
        assert_eq!(stored.bytes(), 0);
    }

    #[test]
    fn a_full_store_takes_nothing_and_keeps_what_it_has() {
        let mut store = Store::new(3, &Stored::default()).unwrap();
        let mut part = store.begin();
        part.write(b"abc").unwrap();
        assert!(part.write(b"d").is_err());
        assert_eq!(part.finish(), "abc");
    }
}
