//! Copying the files of a build and hashing them, batch by batch.
//!
//! | a file | is |
//! | --- | --- |
//! | that has the stamp of one that is served | not read: the copy is shared |
//! | that has its bytes | read, and the copy shared |
//! | that is too large to be copied | read, and kept open |
//! | of another kind | read and copied |

use std::fs::{File, OpenOptions};
use std::io;
use std::ops::Range;
use std::os::unix::fs::{FileExt, OpenOptionsExt};
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use blake3::{Hash, Hasher};
use bytes::Bytes;
use http::HeaderValue;

use super::blob::{Blob, FileBlob, Variant};
use super::coding::Coding;
use super::folder::{Entry, Stamp};
use super::store::{Store, Stored};

/// The size of the files of a batch together, in bytes. A store is given back when none of them is
/// served any more.
const BATCH: u64 = 8 << 20;
/// The size of the buffer through which a file is read, in bytes: it stays in the cache of a core.
const BUFFER: usize = 256 << 10;

/// A reader of the files of one batch.
pub struct Copier<'a> {
    /// The size of the largest files that are copied, in bytes.
    largest: u64,
    stored: &'a Stored,
    /// The size of the files that may still have to be copied, in bytes.
    size: u64,
    /// `None` before the first copy, and where the system has no place for it.
    store: Option<Store>,
    buffer: Vec<u8>,
}

impl<'a> Copier<'a> {
    /// A reader of files of `size` bytes together, of which those up to `largest` are copied.
    pub fn new(size: u64, largest: u64, stored: &'a Stored) -> Self {
        Self { largest, stored, size, store: None, buffer: Vec::new() }
    }

    /// Reads one file as the variant with `coding`.
    ///
    /// # Errors
    /// The file cannot be read, or has changed since it was listed without being restless.
    pub fn read(&mut self, entry: &Entry, coding: Coding) -> io::Result<Variant> {
        let (file, stamp) = open(entry)?;
        let range = entry.offset..entry.offset + stamp.length;
        let stamp_of_bytes = entry.is_dated().then_some(stamp);
        if stamp.length > self.largest {
            let etag = self.digest(&file, range.clone(), |_| {})?;
            let blob = Blob::File { file: FileBlob::new(file, stamp), range };
            return Ok(Variant { coding, etag, blob, stamp: stamp_of_bytes });
        }
        let (bytes, etag) = self.copy(&file, range)?;
        Ok(Variant { coding, etag, blob: Blob::Memory(bytes), stamp: stamp_of_bytes })
    }

    /// Reads one file as it is, unless it is `known`: the bytes are then shared.
    ///
    /// # Errors
    /// Those of [`Self::read`].
    pub fn read_new(&mut self, entry: &Entry, known: Option<Variant>) -> io::Result<Variant> {
        if let Some(known) = known {
            if entry.is_dated() && known.stamp == Some(entry.stamp) {
                return Ok(known);
            }
            if matches!(known.blob, Blob::Memory(_)) && known.blob.len() == entry.stamp.length {
                let (file, stamp) = open(entry)?;
                let range = entry.offset..entry.offset + stamp.length;
                if self.digest(&file, range, |_| {})? == known.etag {
                    let stamp = entry.is_dated().then_some(stamp);
                    return Ok(Variant { stamp, ..known });
                }
            }
        }
        self.read(entry, Coding::Identity)
    }

    /// Copies a part of `file` to the store, or to memory where that has no place for it.
    fn copy(&mut self, file: &File, range: Range<u64>) -> io::Result<(Bytes, HeaderValue)> {
        let store = match self.store.take() {
            _ if range.is_empty() => None,
            Some(store) => Some(store),
            None => Store::new(self.size, self.stored).ok(),
        };
        if let Some(mut store) = store {
            let mut part = store.begin();
            let mut is_whole = true;
            let etag = self.digest(file, range.clone(), |bytes| {
                is_whole = is_whole && part.write(bytes).is_ok();
            })?;
            let bytes = part.finish();
            self.store = Some(store);
            if is_whole {
                return Ok((bytes, etag));
            }
        }
        let mut bytes = Vec::with_capacity((range.end - range.start) as usize);
        let etag = self.digest(file, range, |part| bytes.extend_from_slice(part))?;
        Ok((bytes.into(), etag))
    }

    /// Calls `take` with a part of `file`, piece by piece, and returns its tag.
    fn digest(
        &mut self,
        file: &File,
        range: Range<u64>,
        mut take: impl FnMut(&[u8]),
    ) -> io::Result<HeaderValue> {
        self.buffer.resize(BUFFER, 0);
        let mut hasher = Hasher::new();
        let mut at = range.start;
        while at < range.end {
            let length = (range.end - at).min(BUFFER as u64) as usize;
            let piece = &mut self.buffer[..length];
            file.read_exact_at(piece, at)?;
            hasher.update(piece);
            take(piece);
            at += length as u64;
        }
        Ok(tag(hasher.finalize()))
    }
}

/// Calls `work` with batches of files of these sizes, each with its size, on as many threads.
/// Returns the results in the order of the files.
///
/// # Errors
/// The first one of `work`; no other batch is begun after it.
pub fn in_batches<T: Send, E: Send>(
    sizes: &[u64],
    threads: usize,
    work: impl Fn(Range<usize>, u64) -> Result<T, E> + Sync,
) -> Result<Vec<T>, E> {
    let batches = batches(sizes);
    let next = AtomicUsize::new(0);
    let run = || {
        let take = || batches.get(next.fetch_add(1, Ordering::Relaxed));
        let done = std::iter::from_fn(take).map(|(files, size)| {
            let result = work(files.clone(), *size);
            if result.is_err() {
                next.store(batches.len(), Ordering::Relaxed);
            }
            (files.start, result)
        });
        done.collect::<Vec<_>>()
    };
    let mut done = thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(run)).collect();
        let own = run();
        let join = |other: thread::ScopedJoinHandle<'_, _>| {
            other.join().unwrap_or_else(|panic| resume_unwind(panic))
        };
        own.into_iter().chain(others.into_iter().flat_map(join)).collect::<Vec<_>>()
    });
    done.sort_unstable_by_key(|(start, _)| *start);
    done.into_iter().map(|(_, result)| result).collect()
}

/// Cuts a list of files of these sizes into batches, each with its size.
fn batches(sizes: &[u64]) -> Vec<(Range<usize>, u64)> {
    let mut batches: Vec<(Range<usize>, u64)> = Vec::new();
    for (index, size) in sizes.iter().enumerate() {
        match batches.last_mut() {
            Some((files, all)) if *all + size <= BATCH => {
                (files.end, *all) = (index + 1, *all + size);
            }
            _ => batches.push((index..index + 1, *size)),
        }
    }
    batches
}

/// Reads a file into memory.
///
/// # Errors
/// Those of [`Copier::read`].
pub fn read_small(entry: &Entry) -> io::Result<Vec<u8>> {
    let (file, stamp) = open(entry)?;
    let mut bytes = vec![0; stamp.length as usize];
    file.read_exact_at(&mut bytes, entry.offset)?;
    Ok(bytes)
}

/// Opens a file that was a regular one when it was listed, and returns its present stamp. If another
/// file has taken its name since, no link is followed and no pipe is waited for.
fn open(entry: &Entry) -> io::Result<(File, Stamp)> {
    let flags = rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK;
    let flags = flags.bits().cast_signed();
    let file = OpenOptions::new().read(true).custom_flags(flags).open(&entry.path)?;
    if entry.offset > 0 {
        return Ok((file, entry.stamp));
    }
    let stamp = Stamp::of(&file.metadata()?);
    if stamp != entry.stamp && !entry.is_restless {
        return Err(io::Error::other("it changed while it was being read"));
    }
    Ok((file, stamp))
}

/// Returns the tag of bytes with this hash.
fn tag(hash: Hash) -> HeaderValue {
    let text = format!("\"{}\"", URL_SAFE_NO_PAD.encode(&hash.as_bytes()[..16]));
    // Letters, digits and dashes between quotes are always a valid value.
    HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static("\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_half_a_hash_in_the_alphabet_of_addresses() {
        // printf '' | b3sum --raw | head -c 16 | base64 | tr '+/' '-_'
        assert_eq!(tag(blake3::hash(b"")), "\"rxNJufX5oaagQE3qNtzJSQ\"");
    }

    #[test]
    fn batches_are_of_bounded_size_and_have_every_file_once() {
        let sizes = [BATCH - 1, 1, 1, 0, 3 * BATCH, BATCH];
        let bounds = [(0..2, BATCH), (2..4, 1), (4..5, 3 * BATCH), (5..6, BATCH)];
        assert_eq!(batches(&sizes), bounds);
        assert_eq!(batches(&[]), []);
        for threads in [1, 3] {
            let done = in_batches(&sizes, threads, |files, _| Ok::<_, ()>(files));
            assert_eq!(done.unwrap(), bounds.clone().map(|(files, _)| files), "in order");
        }
    }

    #[test]
    fn no_batch_is_begun_after_an_error() {
        let begun = AtomicUsize::new(0);
        let done: Result<Vec<()>, usize> = in_batches(&[BATCH; 9], 1, |files, _| {
            begun.fetch_add(1, Ordering::Relaxed);
            if files.start == 2 { Err(files.start) } else { Ok(()) }
        });
        assert_eq!((done, begun.into_inner()), (Err(2), 3));
    }
}
