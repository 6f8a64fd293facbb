//! The compressed variants of files, made on all cores at the start.
//!
//! A sibling (`.br`, `.zst`, `.gz`) is used only if it decodes to the file beside it, because its
//! date and its size do not prove that it is of the same content. Other files are compressed, if
//! their type compresses. Variants that are not smaller are dropped. Unchanged variants are shared
//! with the former build.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::thread;
use std::time::Instant;

use super::coding::Coding;
use super::draft::{Draft, Loaded, Variant};
use super::served::Site;
use crate::log::Log;

/// The treatment of a variant without a sibling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OnMissing {
    /// It is left out for now: taking siblings is quick.
    Skip,
    /// The file is compressed.
    Compress,
}

/// Adds to each file of `draft` the variants that it lacks and that make it smaller.
pub(crate) fn add(draft: &mut Draft, previous: Option<&Site>, on_missing: OnMissing, log: &Log) {
    let (made, next) = (AtomicU64::new(0), AtomicUsize::new(0));
    let (began, logged) = (Instant::now(), AtomicU64::new(0));
    let work = Work { draft, previous, on_missing, log, made, next, began, logged };
    // While a build is served, the other cores are for its readers. Besides, a lasting thread
    // reuses the memory of compression; new threads would each leave theirs to the allocator (200
    // MB after forty builds).
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let helpers = if previous.is_some() { 0 } else { cores - 1 };
    let found: Vec<(usize, Vec<Variant>)> = thread::scope(|scope| {
        let handles: Vec<_> = (0..helpers).map(|_| scope.spawn(|| work.run())).collect();
        let own = work.run();
        let others = handles.into_iter().filter_map(|handle| handle.join().ok());
        own.into_iter().chain(others.flatten()).collect()
    });
    for (index, variants) in found {
        draft.files[index].variants.extend(variants);
    }
}

struct Work<'a> {
    draft: &'a Draft,
    previous: Option<&'a Site>,
    on_missing: OnMissing,
    log: &'a Log,
    /// The size of all variants without a sibling so far, in bytes.
    made: AtomicU64,
    next: AtomicUsize,
    began: Instant,
    /// The second since `began` in which progress was last logged.
    logged: AtomicU64,
}

impl Work<'_> {
    /// Takes file after file until none is left.
    fn run(&self) -> Vec<(usize, Vec<Variant>)> {
        let mut found = Vec::new();
        loop {
            let index = self.next.fetch_add(1, Ordering::Relaxed);
            let Some(file) = self.draft.files.get(index) else { return found };
            self.log_progress(index);
            found.push((index, self.variants_of(file)));
        }
    }

    /// Logs the progress once a second.
    fn log_progress(&self, done: usize) {
        let second = self.began.elapsed().as_secs();
        if self.logged.fetch_max(second, Ordering::Relaxed) < second {
            let all = self.draft.files.len();
            self.log.info("compressing", &[("done", &done), ("files", &all)]);
        }
    }

    fn variants_of(&self, file: &Loaded) -> Vec<Variant> {
        if !file.media.compresses && file.siblings.is_empty() {
            return Vec::new();
        }
        let has = |coding| file.variants.iter().any(|variant| variant.coding == coding);
        let variants =
            Coding::COMPRESSED.into_iter().filter(|coding| !has(*coding)).filter_map(|coding| {
                match self.on_missing {
                    OnMissing::Skip => {
                        self.known(file, coding).or_else(|| self.sibling(file, coding))
                    }
                    OnMissing::Compress => self.make(file, coding),
                }
            });
        let is_smaller = |variant: &Variant| variant.blob.len() < file.entry.stamp.length;
        variants.filter(is_smaller).collect()
    }

    /// Returns the variant of the former build, if the file is unchanged.
    fn known(&self, file: &Loaded, coding: Coding) -> Option<Variant> {
        let known = self.previous?.variant(&file.entry.name, &file.identity().etag, coding)?;
        let mut siblings = file.siblings.iter();
        let sibling = siblings.find(|(beside, _)| *beside == coding);
        if sibling.is_some_and(|(_, entry)| entry.stamp.length != known.blob.len()) {
            return None;
        }
        Some(known.clone())
    }

    fn sibling(&self, file: &Loaded, coding: Coding) -> Option<Variant> {
        let (_, entry) = file.siblings.iter().find(|(beside, _)| *beside == coding)?;
        let taken = self.draft.read_variant(entry, coding).ok().filter(|variant| {
            coding.decodes_to(variant.blob.reader(), file.identity().blob.reader())
        });
        if taken.is_none() {
            self.log
                .warn("sibling ignored: it is not this file compressed", &[("file", &entry.name)]);
        }
        taken
    }

    /// Compresses the file, unless it is too large for memory or its type does not compress.
    fn make(&self, file: &Loaded, coding: Coding) -> Option<Variant> {
        if !file.media.compresses || file.entry.stamp.length > self.draft.largest_in_memory {
            return None;
        }
        let coded = coding.encode(&file.identity().blob.read().ok()?).ok()?;
        let length = coded.len() as u64;
        if self.made.fetch_add(length, Ordering::Relaxed) + length > self.draft.variant_budget {
            return None;
        }
        Some(Variant::new(coding, coded))
    }
}
