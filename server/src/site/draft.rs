//! Reading the files of a build. Files that are too large stay on disk, open.

use std::collections::HashMap;
use std::fs::{File, OpenOptions};
use std::io;
use std::os::unix::fs::{FileExt, OpenOptionsExt};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::HeaderValue;
use sha2::{Digest, Sha256};

use super::blob::{Blob, FileBlob, Stamp};
use super::coding::Coding;
use super::folder::{Entry, Listing};
use crate::error::ServeError;
use crate::headers::Rules;

/// The most bytes of the rules of a site: each is compared with each file.
const LONGEST_RULES: u64 = 1 << 20;

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
    /// The headers that the site gives its files.
    pub rules: Rules,
    /// The faults in the file of the rules.
    pub problems: Vec<String>,
    /// The size of the largest files that are in memory, in bytes.
    pub largest_in_memory: u64,
}

/// A file that was read.
#[derive(Debug)]
pub struct Loaded {
    pub entry: Entry,
    /// The file itself, and its coded forms once [`super::variants`] has added them.
    pub variants: Vec<Variant>,
    /// The `.br` and `.gz` beside it, which may be out of date.
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
        let largest_in_memory = fitting(&listing.entries, limits);
        let (rules, problems) = read_rules(listing)?;
        let mut draft = Self { files: Vec::new(), rules, problems, largest_in_memory };
        for (entry, siblings) in with_siblings(&listing.entries) {
            let variant = draft
                .read_variant(&entry, Coding::Identity)
                .map_err(|source| ServeError::unreadable(&entry.path, source))?;
            let variant = known(&entry.name, &variant.etag)
                .filter(|known| matches!(known.blob, Blob::Memory(_)))
                .unwrap_or(variant);
            draft.files.push(Loaded { entry, variants: vec![variant], siblings });
        }
        Ok(draft)
    }

    /// Reads one file as the variant with `coding`.
    ///
    /// # Errors
    /// The file cannot be read, or has changed since it was listed without being restless.
    pub fn read_variant(&self, entry: &Entry, coding: Coding) -> io::Result<Variant> {
        let (file, stamp) = open(entry)?;
        if stamp.length > self.largest_in_memory {
            let range = entry.offset..entry.offset + stamp.length;
            let blob = Blob::File { file: FileBlob::new(file, stamp), range };
            return Ok(Variant { coding, etag: tag_of_large(&blob)?, blob });
        }
        Ok(Variant::new(coding, read_part(&file, entry.offset, stamp.length)?))
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

/// Reads the rules of the build, and what is wrong with them.
fn read_rules(listing: &Listing) -> Result<(Rules, Vec<String>), ServeError> {
    let Some(entry) = &listing.rules else { return Ok(Default::default()) };
    if entry.stamp.length > LONGEST_RULES {
        return Ok((Rules::default(), vec!["the file is too long".to_owned()]));
    }
    let read = || {
        let (file, stamp) = open(entry)?;
        read_part(&file, entry.offset, stamp.length)
    };
    let bytes = read().map_err(|source| ServeError::unreadable(&entry.path, source))?;
    Ok(Rules::parse(&String::from_utf8_lossy(&bytes)))
}

/// Returns the largest size such that all files up to it fit into memory together.
fn fitting(entries: &[Entry], limits: Limits) -> u64 {
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
    largest
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

fn read_part(file: &File, offset: u64, length: u64) -> io::Result<Vec<u8>> {
    let mut bytes = vec![0; length as usize];
    file.read_exact_at(&mut bytes, offset)?;
    Ok(bytes)
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
