//! The compressed variants of files: their siblings, checked on all cores at the start.
//!
//! A sibling (`.br`, `.gz`) is used only if it decodes to the file beside it and is smaller, because
//! its date and its size do not prove that it is of the same content. Nor would a list that the build
//! writes: it would have to be believed, and be copied as faithfully as the siblings themselves. At
//! the start, files are served as they are until their own siblings are checked, those of the start
//! page and its programs first. Those of unchanged files are shared with the former build, and not
//! checked again.

use std::convert::Infallible;

use super::blob::Variant;
use super::coding::Coding;
use super::copier::{Copier, in_batches};
use super::draft::{Draft, Loaded, Means};
use super::folder::Entry;
use super::served::Site;
use crate::log::Log;

/// Adds to each file of `draft` its siblings.
pub(crate) fn add(draft: &Draft, means: Means<'_>, previous: Option<&Site>, log: &Log) {
    let mut files: Vec<&Loaded> = draft.files.iter().collect();
    // Near the root lies what all visitors need.
    files.sort_by_key(|file| file.entry.name.matches('/').count());
    let sizes: Vec<u64> = files
        .iter()
        .map(|file| file.siblings.iter().map(|(_, sibling)| sibling.stamp.length).sum())
        .collect();
    let Ok(_done) = in_batches(&sizes, means.threads, |batch, size| {
        let mut work =
            Work { copier: Copier::new(size, draft.largest_copied, means.stored), previous, log };
        for file in &files[batch] {
            // Nobody else puts any in.
            _ = file.coded.set(work.variants_of(file));
        }
        Ok::<(), Infallible>(())
    });
}

struct Work<'a> {
    copier: Copier<'a>,
    previous: Option<&'a Site>,
    log: &'a Log,
}

impl Work<'_> {
    fn variants_of(&mut self, file: &Loaded) -> Vec<Variant> {
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
        let known = self.previous?.variant(&file.entry.name, &file.identity.etag, coding)?;
        (sibling.stamp.length == known.blob.len()).then(|| known.clone())
    }

    fn checked(&mut self, file: &Loaded, coding: Coding, sibling: &Entry) -> Option<Variant> {
        let taken = self.copier.read(sibling, coding).ok().filter(|variant| {
            coding.decodes_to(variant.blob.reader(), file.identity.blob.reader())
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
