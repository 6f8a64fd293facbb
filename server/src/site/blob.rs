//! Bytes that answers are made of: small ones in memory, large ones in a file without a name.
//!
//! A large body goes from that file to the socket inside the kernel (`sendfile`), which costs half of a
//! copy through our memory. The file lies in the temporary folder, where the page cache holds it in
//! larger pieces than a file in memory (a quarter less time), or else in memory. Nobody else can write
//! to it, so that a download never mixes two builds.

use std::fs::{File, Metadata};
use std::io::{self, BufReader, Read};
use std::ops::Range;
use std::os::unix::fs::{FileExt, MetadataExt};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use bytes::Bytes;
use rustix::fs::{MemfdFlags, Mode, OFlags};

/// The largest blob that is copied into an answer, in bytes.
const SMALL: usize = 32 << 10;

/// How much is read at a time by who reads all, in bytes.
const READ: usize = 8 << 10;

/// The kernel's page, in bytes; where it is larger, nothing breaks.
const PAGE: u64 = 4096;

/// A run of bytes; cloning and slicing copy none of them.
#[derive(Clone, Debug)]
pub enum Blob {
    /// In our memory.
    Memory(Bytes),
    /// In a file that we hold open.
    File {
        /// The file.
        file: Arc<FileBlob>,
        /// Where in the file, in bytes.
        range: Range<u64>,
    },
}

/// An open file.
#[derive(Debug)]
pub struct FileBlob {
    file: File,
    /// What a file on disk looked like when its tag was computed; none for our own.
    stamp: Option<Stamp>,
}

/// What changes when a file is written to, replaced or renamed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Stamp {
    /// Size in bytes.
    pub length: u64,
    inode: u64,
    modified_ns: i128,
    /// Of the inode: the one date that a program cannot set.
    pub changed_ns: i128,
}

impl Stamp {
    /// The stamp of what cannot change: part of a larger file.
    pub fn of_length(length: u64) -> Self {
        Self { length, inode: 0, modified_ns: 0, changed_ns: 0 }
    }

    /// The stamp in `metadata`.
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

    /// Whether somebody wrote to the file in between. Its inode may change for less: a build that is
    /// removed loses its names while downloads of it go on.
    fn is_of_other_content(self, before: Self) -> bool {
        (self.length, self.modified_ns) != (before.length, before.modified_ns)
    }
}

impl Blob {
    /// Size in bytes.
    pub fn len(&self) -> u64 {
        match self {
            Self::Memory(bytes) => bytes.len() as u64,
            Self::File { range, .. } => range.end - range.start,
        }
    }

    /// The bytes of `range`, which must lie inside.
    pub fn slice(&self, range: Range<u64>) -> Self {
        match self {
            Self::Memory(bytes) => {
                Self::Memory(bytes.slice(range.start as usize..range.end as usize))
            }
            Self::File { file, range: whole } => Self::File {
                file: Arc::clone(file),
                range: whole.start + range.start..whole.start + range.end,
            },
        }
    }

    /// All the bytes.
    ///
    /// # Errors
    /// When the file cannot be read, or is no longer what it was.
    pub fn read(&self) -> io::Result<Bytes> {
        match self {
            Self::Memory(bytes) => Ok(bytes.clone()),
            Self::File { file, range } => file.read(range.clone()),
        }
    }

    /// The bytes one after the other, however many there are.
    pub fn reader(&self) -> BufReader<Reader<'_>> {
        BufReader::with_capacity(READ, Reader { blob: self, at: 0 })
    }
}

/// Reads a blob from its start to its end.
pub struct Reader<'a> {
    blob: &'a Blob,
    at: u64,
}

impl Read for Reader<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let end = self.blob.len().min(self.at + buffer.len() as u64);
        let bytes = self.blob.slice(self.at..end).read()?;
        buffer[..bytes.len()].copy_from_slice(&bytes);
        self.at = end;
        Ok(bytes.len())
    }
}

impl FileBlob {
    /// A file on disk, expected to stay as `stamp` says.
    pub fn on_disk(file: File, stamp: Stamp) -> Arc<Self> {
        Arc::new(Self { file, stamp: Some(stamp) })
    }

    /// Whether nobody else can write to it: the kernel may then send it by itself.
    pub fn is_private(&self) -> bool {
        self.stamp.is_none()
    }

    /// The open file.
    pub fn file(&self) -> &File {
        &self.file
    }

    /// The bytes of `range`.
    ///
    /// # Errors
    /// When the file cannot be read, or was written to since its tag was computed: what was read
    /// may be new, and is not to follow what is old.
    pub fn read(&self, range: Range<u64>) -> io::Result<Bytes> {
        let mut bytes = vec![0; (range.end - range.start) as usize];
        self.file.read_exact_at(&mut bytes, range.start)?;
        match self.stamp {
            Some(stamp) if Stamp::of(&self.file.metadata()?).is_of_other_content(stamp) => {
                Err(io::Error::other("the file changed while it was being sent"))
            }
            _ => Ok(bytes.into()),
        }
    }
}

/// Where the blobs of one build go.
#[derive(Debug)]
pub struct Arena {
    large: Arc<FileBlob>,
    end: AtomicU64,
}

impl Arena {
    /// An empty arena.
    ///
    /// # Errors
    /// When the system has no file left to give.
    pub fn new() -> io::Result<Self> {
        let large = Arc::new(FileBlob { file: nameless()?, stamp: None });
        Ok(Self { large, end: AtomicU64::new(0) })
    }

    /// Keeps `bytes`.
    pub fn keep(&self, bytes: Vec<u8>) -> Blob {
        let length = bytes.len() as u64;
        if bytes.len() <= SMALL {
            return Blob::Memory(Bytes::from(bytes.into_boxed_slice()));
        }
        // Each blob starts with a page: the kernel sends whole pages.
        let start = self.end.fetch_add(length.next_multiple_of(PAGE), Ordering::Relaxed);
        if self.large.file.write_all_at(&bytes, start).is_err() {
            // Where the disk is full, memory does.
            return Blob::Memory(Bytes::from(bytes.into_boxed_slice()));
        }
        Blob::File { file: Arc::clone(&self.large), range: start..start + length }
    }
}

/// A file that nobody else can open, and that is gone when we close it.
fn nameless() -> io::Result<File> {
    let flags = OFlags::TMPFILE | OFlags::RDWR | OFlags::CLOEXEC;
    let on_disk = rustix::fs::open(std::env::temp_dir(), flags, Mode::RUSR | Mode::WUSR);
    // A folder that is not ours to write to, or a file system that cannot.
    let file = on_disk.or_else(|_| rustix::fs::memfd_create("site", MemfdFlags::CLOEXEC))?;
    Ok(file.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_and_large_blobs_slice_alike() {
        let arena = Arena::new().unwrap();
        for length in [1000, SMALL + 1000] {
            let bytes: Vec<u8> = (0..length).map(|index| (index % 251) as u8).collect();
            arena.keep(vec![7; SMALL + 1]);
            let blob = arena.keep(bytes.clone());
            assert_eq!(blob.len(), length as u64);
            assert_eq!(blob.read().unwrap(), bytes);
            let part = blob.slice(100..900).slice(10..20);
            assert_eq!(part.read().unwrap(), bytes[110..120]);
        }
    }

    #[test]
    fn a_file_on_disk_that_was_written_to_is_not_read_on() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("grand.bin");
        std::fs::write(&path, "ancien").unwrap();
        let file = File::open(&path).unwrap();
        let stamp = Stamp::of(&file.metadata().unwrap());
        let file = FileBlob::on_disk(file, stamp);
        assert_eq!(file.read(0..3).unwrap(), "anc");
        std::thread::sleep(std::time::Duration::from_millis(20));
        std::fs::write(&path, "nouvea").unwrap();
        assert!(file.read(3..6).is_err());
    }
}
