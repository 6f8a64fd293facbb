//! Blobs: the bytes of answers. Small ones are in memory, large ones in a file without a name.
//!
//! The kernel copies a large body from that file to the socket (`sendfile`), in half the time of a
//! copy through our memory. The file is in the temporary folder, or else in memory; the page cache
//! holds the former in larger pieces, which saves a quarter of the time. Nobody else can write to
//! it, so a download never mixes two builds.

use std::fs::{File, Metadata};
use std::io::{self, BufReader, Read};
use std::ops::Range;
use std::os::unix::fs::{FileExt, MetadataExt};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use bytes::Bytes;
use rustix::fs::{MemfdFlags, Mode, OFlags};

/// The size of the largest blob in memory, in bytes.
const SMALL: usize = 32 << 10;

/// The size of the buffer of [`Blob::reader`], in bytes.
const READ: usize = 8 << 10;

/// The size of a memory page, in bytes. If it is larger, only time is lost.
const PAGE: u64 = 4096;

/// A sequence of bytes. Cloning and slicing copy none of them.
#[derive(Clone, Debug)]
pub enum Blob {
    Memory(Bytes),
    File {
        file: Arc<FileBlob>,
        /// The range of bytes in the file.
        range: Range<u64>,
    },
}

/// An open file that contains blobs.
#[derive(Debug)]
pub struct FileBlob {
    file: File,
    /// The stamp of a file on disk when its tag was computed; `None` for a private file.
    stamp: Option<Stamp>,
}

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
    /// Returns the stamp of a file that cannot change: it is part of a packed program.
    pub fn of_length(length: u64) -> Self {
        Self { length, inode: 0, modified_ns: 0, changed_ns: 0 }
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

    /// Whether the content may have changed since `before`. The date of the inode does not count:
    /// it also changes when a build is removed while downloads of it go on.
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

    /// Returns the bytes of `range`, which must lie inside.
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

    /// Reads all bytes.
    ///
    /// # Errors
    /// When the file cannot be read, or has changed.
    pub fn read(&self) -> io::Result<Bytes> {
        match self {
            Self::Memory(bytes) => Ok(bytes.clone()),
            Self::File { file, range } => file.read(range.clone()),
        }
    }

    /// Returns a reader of all bytes.
    pub fn reader(&self) -> BufReader<Reader<'_>> {
        BufReader::with_capacity(READ, Reader { blob: self, at: 0 })
    }
}

/// A reader of a blob, from its start to its end.
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
    /// A file on disk, whose stamp must stay the same.
    pub fn on_disk(file: File, stamp: Stamp) -> Arc<Self> {
        Arc::new(Self { file, stamp: Some(stamp) })
    }

    /// Whether nobody else can write to it. The kernel may then send it unchecked.
    pub fn is_private(&self) -> bool {
        self.stamp.is_none()
    }

    pub fn file(&self) -> &File {
        &self.file
    }

    /// Reads the bytes of `range`.
    ///
    /// # Errors
    /// When the file cannot be read, or has changed since its tag was computed: new bytes must not
    /// follow old ones.
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

/// The storage of the blobs of one build.
#[derive(Debug)]
pub struct Arena {
    large: Arc<FileBlob>,
    end: AtomicU64,
}

impl Arena {
    ///
    /// # Errors
    /// When the system has no more file descriptors.
    pub fn new() -> io::Result<Self> {
        let large = Arc::new(FileBlob { file: nameless()?, stamp: None });
        Ok(Self { large, end: AtomicU64::new(0) })
    }

    /// Stores `bytes`.
    pub fn keep(&self, bytes: Vec<u8>) -> Blob {
        let length = bytes.len() as u64;
        if bytes.len() <= SMALL {
            return Blob::Memory(Bytes::from(bytes.into_boxed_slice()));
        }
        // Each blob begins on a page, because the kernel sends whole pages.
        let start = self.end.fetch_add(length.next_multiple_of(PAGE), Ordering::Relaxed);
        if self.large.file.write_all_at(&bytes, start).is_err() {
            // If the disk is full, memory has to do.
            return Blob::Memory(Bytes::from(bytes.into_boxed_slice()));
        }
        Blob::File { file: Arc::clone(&self.large), range: start..start + length }
    }
}

/// Creates a file without a name, which nobody else can open and which ends with the process.
fn nameless() -> io::Result<File> {
    let flags = OFlags::TMPFILE | OFlags::RDWR | OFlags::CLOEXEC;
    let on_disk = rustix::fs::open(std::env::temp_dir(), flags, Mode::RUSR | Mode::WUSR);
    // The folder may be read-only, and not every file system can do this.
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
