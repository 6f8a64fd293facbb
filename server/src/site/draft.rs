//! Reading the files of a build. Files that are too large stay on disk, open.

use std::collections::HashMap;
use std::fs::{File, OpenOptions};
use std::io;
use std::os::unix::fs::{FileExt, OpenOptionsExt};
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::HeaderValue;
use sha2::{Digest, Sha256};

use super::blob::{Blob, FileBlob, Stamp};
use super::coding::Coding;
use super::scan::{Entry, Listing};
use crate::error::ServeError;
use crate::headers::{Inline, Media};

/// The most memory that the content may take, in bytes.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// All files with their variants together.
    pub total: u64,
    /// A single file.
    pub file: u64,
}

/// A build that is read but not served yet.
#[derive(Debug)]
pub struct Draft {
    pub files: Vec<Loaded>,
    /// The scripts and styles inside its pages, for those that have any.
    pub inline: HashMap<String, Inline>,
    /// The size of the largest files that are in memory, in bytes.
    pub largest_in_memory: u64,
    /// The memory for variants that have no sibling, in bytes.
    pub variant_budget: u64,
}

/// A file that was read.
#[derive(Debug)]
pub struct Loaded {
    pub entry: Entry,
    pub media: Media,
    /// The file itself, and its coded forms once [`super::variants`] has added them.
    pub variants: Vec<Variant>,
    /// The `.br`, `.zst` and `.gz` beside it, which may be out of date.
    pub siblings: Vec<(Coding, Entry)>,
}

/// A representation of a file (RFC 9110 §3.2).
#[derive(Clone, Debug)]
pub struct Variant {
    pub coding: Coding,
    pub blob: Blob,
    /// Its strong validator (RFC 9110 §8.8.3), a hash of its bytes.
    pub etag: HeaderValue,
}

impl Draft {
    /// Reads the files of `listing`. `known` gives the variant without coding of a file that is served
    /// now, by name and tag: unchanged bytes are shared with it.
    ///
    /// # Errors
    /// When one cannot be read, or has changed since it was listed.
    pub fn read(
        listing: &Listing,
        limits: Limits,
        known: impl Fn(&str, &HeaderValue) -> Option<Variant>,
    ) -> Result<Self, ServeError> {
        let (largest_in_memory, total) = fitting(&listing.entries, limits);
        let mut draft = Self {
            files: Vec::new(),
            inline: HashMap::new(),
            largest_in_memory,
            variant_budget: limits.total.saturating_sub(total),
        };
        for (entry, siblings) in with_siblings(&listing.entries) {
            let variant = draft
                .read_variant(&entry, Coding::Identity)
                .map_err(|source| ServeError::unreadable(&entry.path, source))?;
            let variant = known(&entry.name, &variant.etag)
                .filter(|known| matches!(known.blob, Blob::Memory(_)))
                .unwrap_or(variant);
            let media = Media::of(&entry.name);
            if media.is_page && entry.stamp.length <= largest_in_memory {
                let mut inline = Inline::default();
                inline.add_page(&variant.blob.read()?);
                if !inline.is_empty() {
                    draft.inline.insert(entry.name.clone(), inline);
                }
            }
            draft.files.push(Loaded { entry, media, variants: vec![variant], siblings });
        }
        Ok(draft)
    }

    /// Reads one file as the variant with `coding`.
    ///
    /// # Errors
    /// When it cannot be read, or has changed since it was listed.
    pub fn read_variant(&self, entry: &Entry, coding: Coding) -> io::Result<Variant> {
        let file = open(&entry.path)?;
        let stamp = Stamp::of(&file.metadata()?);
        let range = entry.offset..entry.offset + entry.stamp.length;
        if entry.offset == 0 && stamp != entry.stamp {
            return Err(io::Error::other("it changed while it was being read"));
        }
        if entry.stamp.length > self.largest_in_memory {
            let blob = Blob::File { file: FileBlob::new(file, stamp), range };
            return Ok(Variant { coding, etag: tag_of_large(&blob)?, blob });
        }
        let mut bytes = vec![0; entry.stamp.length as usize];
        file.read_exact_at(&mut bytes, entry.offset)?;
        Ok(Variant::new(coding, bytes))
    }
}

impl Variant {
    /// The variant with `coding` whose content is `bytes`.
    pub fn new(coding: Coding, bytes: Vec<u8>) -> Self {
        let etag = tag(Sha256::digest(&bytes).as_ref());
        // A boxed slice has no spare capacity, as an encoder's buffer has.
        Self { coding, etag, blob: Blob::Memory(bytes.into_boxed_slice().into()) }
    }
}

impl Loaded {
    /// Returns the file without coding.
    pub fn identity(&self) -> &Variant {
        &self.variants[0]
    }
}

/// Returns the largest size such that all files up to it fit into memory together, and their sum.
fn fitting(entries: &[Entry], limits: Limits) -> (u64, u64) {
    let mut sizes: Vec<u64> = entries.iter().map(|entry| entry.stamp.length).collect();
    sizes.sort_unstable();
    let mut total = 0;
    let mut largest = limits.file.min(limits.total);
    for size in sizes.into_iter().filter(|size| *size <= limits.file) {
        if total + size > limits.total {
            largest = size - 1;
            break;
        }
        total += size;
    }
    (largest, total)
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

/// Opens a file that was a regular one when it was listed. If another file has taken its name
/// since, no link is followed and no pipe is waited for.
fn open(path: &Path) -> io::Result<File> {
    let flags = rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK;
    OpenOptions::new().read(true).custom_flags(flags.bits().cast_signed()).open(path)
}

fn tag(digest: &[u8]) -> HeaderValue {
    let text = format!("\"{}\"", URL_SAFE_NO_PAD.encode(&digest[..16]));
    // Letters, digits and dashes between quotes are always a valid value.
    HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static("\"\""))
}

fn tag_of_large(blob: &Blob) -> io::Result<HeaderValue> {
    const CHUNK: u64 = 1 << 20;
    let mut hasher = Sha256::new();
    let mut start = 0;
    while start < blob.len() {
        let end = blob.len().min(start + CHUNK);
        hasher.update(&blob.slice(start..end).read()?);
        start = end;
    }
    Ok(tag(hasher.finalize().as_ref()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_half_a_hash_in_the_alphabet_of_addresses() {
        // printf '' | openssl dgst -sha256 -binary | head -c 16 | base64 | tr '+/' '-_'
        assert_eq!(tag(Sha256::digest("").as_ref()), "\"47DEQpj8HBSa-_TImW-5JA\"");
    }
}
