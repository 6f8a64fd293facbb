//! Loading a site, from a folder or from this program.

use std::env;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use super::draft::{Draft, Limits};
use super::pack;
use super::scan::Listing;
use super::served::Site;
use crate::error::ServeError;
use crate::headers::{Framing, Table};
use crate::log::Log;
use crate::options::{DEFAULT_ROOT, Options};

/// The wait before another try while a folder is being written to.
const BACKOFF: Duration = Duration::from_millis(100);
/// The most tries.
const MOST_TRIES: usize = 30;

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
        let limits = Limits { total: options.max_memory << 20, file: options.max_file << 20 };
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
        if !listing.entries.iter().any(|entry| entry.name == "index.html") {
            return Err(ServeError::MissingIndex(path.clone()));
        }
        Ok(listing)
    }

    /// Reads the files, as soon as none has changed for `settle_time`.
    ///
    /// # Errors
    /// When there is no site, a file cannot be read, or the folder keeps changing.
    pub fn read(&self, settle_time: Duration) -> Result<Read, ServeError> {
        for _ in 0..MOST_TRIES {
            let listing = self.listing()?;
            let fingerprint = listing.fingerprint();
            if listing.is_settled(settle_time) {
                for refused in &listing.refused {
                    self.log.warn("not served", &[("file", refused)]);
                }
                let draft = Draft::read(&listing, self.limits);
                // Files that were added meanwhile may belong to those that were read.
                if self.listing()?.fingerprint() == fingerprint {
                    return Ok(Read { draft: draft?, fingerprint });
                }
            }
            thread::sleep(BACKOFF);
        }
        Err(ServeError::Changing(self.source.path().to_owned()))
    }

    /// Makes a site of `draft`.
    ///
    /// # Errors
    /// When it has no page to start from.
    pub fn site(&self, draft: &Draft) -> Result<Site, ServeError> {
        let site = Site::new(draft, &self.table(draft));
        let path = self.source.path().to_owned();
        if site.has_index() { Ok(site) } else { Err(ServeError::MissingIndex(path)) }
    }

    /// Returns the table of headers for `draft`.
    pub fn table(&self, draft: &Draft) -> Table {
        Table { inline: draft.inline.clone(), framing: self.framing.clone() }
    }

    /// Whether the folder has another fingerprint than `known`.
    pub fn has_changed(&self, known: u64) -> bool {
        match &self.source {
            // A running program cannot be written to.
            Source::Packed(_) => false,
            // A folder that cannot be listed has changed too. Reading it gives the error.
            Source::Folder(_) => self.listing().map_or(true, |found| found.fingerprint() != known),
        }
    }
}
