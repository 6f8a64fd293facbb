//! Packed sites: a copy of this program with the files of a site behind it.
//!
//! | part | content |
//! | --- | --- |
//! | the program | as it is |
//! | the files | one after the other |
//! | the index | a line for each: offset, length, seconds since 1970, name |
//! | the end | offset and length of the index (8 bytes each, little-endian), then [`MARK`] |

use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::{FileExt, PermissionsExt};
use std::path::Path;
use std::time::{Duration, UNIX_EPOCH};

use super::folder::{Entry, Listing, Stamp};
use crate::error::ServeError;

/// The last bytes of a packed site.
const MARK: &[u8; 16] = b"web-site-pack-01";
/// The size of the mark with the two numbers before it, in bytes.
const END: u64 = 32;

/// Writes `program` and the files of `listing` to the new program `target`.
///
/// # Errors
/// When a file cannot be read, or `target` is no regular file or cannot be written.
pub(crate) fn write(program: &Path, listing: &Listing, target: &Path) -> Result<(), ServeError> {
    if target.symlink_metadata().is_ok_and(|found| !found.is_file()) {
        return Err(ServeError::NotRegular(target.to_owned()));
    }
    // Written under another name first: the target may be running.
    let name = target.file_name().unwrap_or_default().display();
    let aside = target.with_file_name(format!(".{name}.part"));
    let written = write_parts(program, listing, &aside)
        .and_then(|()| fs::set_permissions(&aside, fs::Permissions::from_mode(0o755)))
        .and_then(|()| fs::rename(&aside, target));
    written.map_err(|source| {
        // It may not have been made at all.
        _ = fs::remove_file(&aside);
        ServeError::unreadable(target, source)
    })
}

fn write_parts(program: &Path, listing: &Listing, target: &Path) -> io::Result<()> {
    let mut output = BufWriter::new(File::create(target)?);
    // If the program contains a site already, it is left out.
    let source = File::open(program)?;
    let length = index_of(&source)?.map_or(source.metadata()?.len(), |index| index.start_of_files);
    let mut offset = io::copy(&mut source.take(length), &mut output)?;
    let mut index = format!("{offset}\n");
    for entry in listing.files() {
        let mut file = File::open(&entry.path)?;
        file.seek(SeekFrom::Start(entry.offset))?;
        let length = io::copy(&mut file.take(entry.stamp.length), &mut output)?;
        let modified = entry.modified.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
        index.push_str(&format!("{offset} {length} {modified} {}\n", entry.name));
        offset += length;
    }
    output.write_all(index.as_bytes())?;
    output.write_all(&offset.to_le_bytes())?;
    output.write_all(&(index.len() as u64).to_le_bytes())?;
    output.write_all(MARK)?;
    output.flush()
}

/// Whether the file at `path` contains a site.
pub(crate) fn is_packed(path: &Path) -> bool {
    File::open(path).is_ok_and(|file| matches!(index_of(&file), Ok(Some(_))))
}

/// Lists the files of the packed site at `path`.
///
/// # Errors
/// When it cannot be read, or contains no site.
pub(crate) fn listing(path: &Path) -> Result<Listing, ServeError> {
    let failed = |why| ServeError::NotPacked { path: path.to_path_buf(), why };
    let file = File::open(path).map_err(|source| ServeError::unreadable(path, source))?;
    let index = index_of(&file).map_err(|source| ServeError::unreadable(path, source))?;
    let index = index.ok_or(failed("il ne finit pas comme un site empaqueté"))?;
    let program = file.metadata().map_err(|source| ServeError::unreadable(path, source))?;
    let mut listing = Listing::default();
    for line in index.lines.lines() {
        let entry = entry(line, path, Stamp::of(&program))
            .ok_or(failed("sa table des matières est illisible"))?;
        listing.add(entry);
    }
    Ok(listing)
}

struct Index {
    start_of_files: u64,
    lines: String,
}

/// Reads the index at the end of `file`, if there is one.
fn index_of(file: &File) -> io::Result<Option<Index>> {
    let length = file.metadata()?.len();
    let mut end = [0; END as usize];
    if length < END {
        return Ok(None);
    }
    file.read_exact_at(&mut end, length - END)?;
    let number = |at: usize| {
        end[at..at + 8].iter().rev().fold(0, |number: u64, byte| number << 8 | u64::from(*byte))
    };
    let (offset, size) = (number(0), number(8));
    if &end[16..] != MARK || offset.checked_add(size) != Some(length - END) {
        return Ok(None);
    }
    let mut bytes = vec![0; size as usize];
    file.read_exact_at(&mut bytes, offset)?;
    let text = String::from_utf8(bytes).map_err(io::Error::other)?;
    let read = text.split_once('\n').and_then(|(first, lines)| {
        Some(Index { start_of_files: first.parse().ok()?, lines: lines.to_owned() })
    });
    Ok(read)
}

fn entry(line: &str, path: &Path, program: Stamp) -> Option<Entry> {
    let mut parts = line.splitn(4, ' ');
    let mut number = || parts.next()?.parse::<u64>().ok();
    let (offset, length, modified) = (number()?, number()?, number()?);
    Some(Entry {
        name: parts.next()?.to_owned(),
        path: path.to_path_buf(),
        offset,
        modified: UNIX_EPOCH.checked_add(Duration::from_secs(modified))?,
        stamp: Stamp::of_part(length, program),
        is_restless: false,
    })
}
