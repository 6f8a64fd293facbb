//! The compressed variants of files: their siblings, checked on all cores at the start.
//!
//! A sibling (`.br`, `.gz`) is used only if it decodes to the file beside it and is smaller, because
//! its date and its size do not prove that it is of the same content. Those of unchanged files are
//! shared with the former build, and not checked again.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::coding::Coding;
use super::draft::{Draft, Loaded, Variant};
use super::folder::Entry;
use super::served::Site;
use crate::log::Log;

/// Adds to each file of `draft` its siblings.
pub(crate) fn add(draft: &mut Draft, previous: Option<&Site>, log: &Log) {
    let work = Work { draft, previous, log, next: AtomicUsize::new(0) };
    // While a build is served, the other cores are for its readers. Besides, a lasting thread
    // reuses the memory of decompression; new threads would each leave theirs to the allocator.
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
    log: &'a Log,
    next: AtomicUsize,
}

impl Work<'_> {
    /// Takes file after file until none is left.
    fn run(&self) -> Vec<(usize, Vec<Variant>)> {
        let mut found = Vec::new();
        loop {
            let index = self.next.fetch_add(1, Ordering::Relaxed);
            let Some(file) = self.draft.files.get(index) else { return found };
            found.push((index, self.variants_of(file)));
        }
    }

    fn variants_of(&self, file: &Loaded) -> Vec<Variant> {
        let siblings = file.siblings.iter();
        siblings
            .filter(|(_, sibling)| sibling.stamp.length < file.entry.stamp.length)
            .filter_map(|(coding, sibling)| {
                self.known(file, *coding, sibling).or_else(|| self.checked(file, *coding, sibling))
            })
            .collect()
    }

    /// Returns the variant of the former build, if the file is unchanged.
    fn known(&self, file: &Loaded, coding: Coding, sibling: &Entry) -> Option<Variant> {
        let known = self.previous?.variant(&file.entry.name, &file.identity().etag, coding)?;
        (sibling.stamp.length == known.blob.len()).then(|| known.clone())
    }

    fn checked(&self, file: &Loaded, coding: Coding, sibling: &Entry) -> Option<Variant> {
        let taken = self.draft.read_variant(sibling, coding).ok().filter(|variant| {
            coding.decodes_to(variant.blob.reader(), file.identity().blob.reader())
        });
        if taken.is_none() {
            self.log.warn(
                "sibling ignored: it is not this file compressed",
                &[("file", &sibling.name)],
            );
        }
        taken
    }
}
