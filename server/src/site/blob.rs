//! Blobs: the bytes of answers. Those of files that are too large stay in the folder.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::ops::Range;
use std::os::unix::fs::FileExt;
use std::sync::Arc;

use bytes::Bytes;
use http::HeaderValue;

use super::coding::Coding;
use super::folder::Stamp;

/// The size of the buffer of [`Blob::reader`], in bytes.
const READ: usize = 8 << 10;

/// A sequence of bytes. Cloning and slicing copy none of them.
#[derive(Clone, Debug)]
pub enum Blob {
    /// Mapped from a store, or in memory.
    Memory(Bytes),
    File {
        file: Arc<FileBlob>,
        /// The range of bytes in the file.
        range: Range<u64>,
    },
}

/// An open file on disk.
#[derive(Debug)]
pub struct FileBlob {
    file: File,
    /// Its stamp when its tag was computed, which must stay the same.
    stamp: Stamp,
}

/// A representation of a file (RFC 9110 §3.2).
#[derive(Clone, Debug)]
pub struct Variant {
    pub coding: Coding,
    pub blob: Blob,
    /// Its strong validator (RFC 9110 §8.8.3), a hash of its bytes.
    pub etag: HeaderValue,
    /// The stamp that its file has for as long as it has these bytes; `None` if there is none that
    /// proves it.
    pub stamp: Option<Stamp>,
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
    pub fn new(file: File, stamp: Stamp) -> Arc<Self> {
        Arc::new(Self { file, stamp })
    }

    /// Reads the bytes of `range`.
    ///
    /// # Errors
    /// When the file cannot be read, or has changed since its tag was computed: new bytes must not
    /// follow old ones.
    pub fn read(&self, range: Range<u64>) -> io::Result<Bytes> {
        let mut bytes = vec![0; (range.end - range.start) as usize];
        self.file.read_exact_at(&mut bytes, range.start)?;
        if Stamp::of(&self.file.metadata()?).is_of_other_content(self.stamp) {
            return Err(io::Error::other("the file changed while it was being sent"));
        }
        Ok(bytes.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blobs_in_memory_and_on_disk_slice_alike() {
        let bytes: Vec<u8> = (0..1000).map(|index| (index % 251) as u8).collect();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("grand.bin");
        std::fs::write(&path, [&[7; 5000], &bytes[..]].concat()).unwrap();
        let file = File::open(&path).unwrap();
        let stamp = Stamp::of(&file.metadata().unwrap());
        let on_disk = Blob::File { file: FileBlob::new(file, stamp), range: 5000..6000 };
        for blob in [Blob::Memory(bytes.clone().into()), on_disk] {
            assert_eq!(blob.len(), 1000);
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
        let file = FileBlob::new(file, stamp);
        assert_eq!(file.read(0..3).unwrap(), "anc");
        std::thread::sleep(std::time::Duration::from_millis(20));
        std::fs::write(&path, "nouvea").unwrap();
        assert!(file.read(3..6).is_err());
    }
}
