//! Loading a site, from a folder or from this program.

use std::env;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use super::coding::Coding;
use super::complete;
use super::draft::{Draft, Limits};
use super::pack;
use super::scan::{Listing, TICK};
use super::served::Site;
use crate::error::ServeError;
use crate::headers::{Framing, Table};
use crate::log::Log;
use crate::options::{DEFAULT_ROOT, Options};

/// The wait before another try while a folder is being written to.
const BACKOFF: Duration = Duration::from_millis(100);
/// The most tries.
const MOST_TRIES: usize = 30;

/// The unit of the options for memory, in bytes.
const MEGABYTE: u64 = 1 << 20;

/// The source of a site.
#[derive(Clone, Debug)]
pub(crate) enum Source {
    Folder(PathBuf),
    /// A program that contains one (the module `pack`).
    Packed(PathBuf),
}

impl Source {
    /// The folder, or the program.
    fn path(&self) -> &Path {
        let (Self::Folder(path) | Self::Packed(path)) = self;
        path
    }
}

/// A reader of sites from one source.
#[derive(Debug)]
pub(crate) struct Loader {
    pub source: Source,
    pub limits: Limits,
    pub framing: Framing,
    pub log: Arc<Log>,
}

/// The occasion on which a folder is read.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Occasion<'a> {
    /// Nothing is served yet, so nothing is waited for.
    Start,
    /// This build is served, and stays until the next one is complete.
    Change(&'a Site),
}

/// A build as it was read, with the fingerprint of its folder.
pub(crate) struct Read {
    /// The files, still without variants.
    pub draft: Draft,
    pub fingerprint: u64,
}

impl Loader {
    /// A loader of the folder that the options name, or else of the site in this program.
    pub fn new(options: &Options, log: Arc<Log>) -> Self {
        let packed = || env::current_exe().ok().filter(|program| pack::is_packed(program));
        let source = match &options.root {
            Some(root) => Source::Folder(root.clone()),
            None => packed().map_or(Source::Folder(PathBuf::from(DEFAULT_ROOT)), Source::Packed),
        };
        let limits = Limits {
            total: options.max_memory.saturating_mul(MEGABYTE),
            file: options.max_file.saturating_mul(MEGABYTE),
        };
        let (folders, ancestors) = (options.embeddable.clone(), options.frame_ancestors.clone());
        Self { source, limits, framing: Framing { folders, ancestors }, log }
    }

    /// Lists the files.
    ///
    /// # Errors
    /// When there is no site, or a folder cannot be read.
    pub fn listing(&self) -> Result<Listing, ServeError> {
        let path = match &self.source {
            Source::Packed(path) => return pack::listing(path),
            Source::Folder(path) => path,
        };
        if !path.is_dir() {
            return Err(ServeError::MissingRoot(path.clone()));
        }
        let listing = Listing::of(path)?;
        if listing.find("index.html").is_none() {
            return Err(ServeError::MissingIndex(path.clone()));
        }
        Ok(listing)
    }

    /// Reads the files, as soon as none changes any more.
    ///
    /// # Errors
    /// When there is no site, a file cannot be read, the folder keeps changing, or more of the
    /// build is to come.
    pub fn read(&self, occasion: Occasion<'_>) -> Result<Read, ServeError> {
        for _ in 0..MOST_TRIES {
            let listing = self.listing()?;
            let fingerprint = listing.fingerprint();
            let (settle_time, previous) = match occasion {
                Occasion::Start => (TICK, None),
                Occasion::Change(previous) => (complete::settle_time(&listing)?, Some(previous)),
            };
            if listing.age().is_none_or(|age| age >= settle_time) {
                let draft = Draft::read(&listing, self.limits, |name, tag| {
                    previous?.variant(name, tag, Coding::Identity).cloned()
                });
                // Files that were added meanwhile may belong to those that were read.
                if self.listing()?.fingerprint() == fingerprint {
                    let draft = draft?;
                    self.warn(&listing, &draft);
                    return Ok(Read { draft, fingerprint });
                }
            }
            thread::sleep(BACKOFF);
        }
        Err(ServeError::Changing(self.source.path().to_owned()))
    }

    fn warn(&self, listing: &Listing, draft: &Draft) {
        for refused in &listing.refused {
            self.log.warn("not served", &[("file", refused)]);
        }
        if let Some((name, bytes)) = self.table(draft).longest_policy() {
            let details: [(&str, &dyn std::fmt::Display); 2] = [("file", &name), ("bytes", &bytes)];
            self.log.warn("long policy: proxies may refuse the page, or a later one", &details);
        }
    }

    /// Makes a site of `draft`, which comes after `previous`.
    ///
    /// # Errors
    /// When it has no page to start from.
    pub fn site(&self, draft: &Draft, previous: Option<&Site>) -> Result<Site, ServeError> {
        let site = Site::new(draft, &self.table(draft), previous);
        let path = self.source.path().to_owned();
        if site.has_index() { Ok(site) } else { Err(ServeError::MissingIndex(path)) }
    }

    /// Returns the table of headers for `draft`.
    pub fn table(&self, draft: &Draft) -> Table {
        Table { inline: draft.inline.clone(), framing: self.framing.clone() }
    }

    /// Returns the fingerprint of the folder, or `None` if it cannot be listed. That of this program
    /// never changes: a running program cannot be written to.
    pub fn fingerprint(&self) -> Option<u64> {
        self.listing().ok().map(|listing| listing.fingerprint())
    }
}
