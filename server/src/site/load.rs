//! From a folder, or from the site in a program, to a site.

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

/// How long to wait at a time for a folder that is being written to.
const BACKOFF: Duration = Duration::from_millis(100);
/// The most times that it is listed before it is given up.
const MOST_TRIES: usize = 30;

/// Where a site comes from.
#[derive(Clone, Debug)]
pub(crate) enum Source {
    /// A folder.
    Folder(PathBuf),
    /// A file that holds one (the module `pack`).
    Packed(PathBuf),
}

/// Makes sites.
#[derive(Debug)]
pub(crate) struct Loader {
    /// From where.
    pub source: Source,
    /// How large they may be.
    pub limits: Limits,
    /// Which of their pages others may show in a frame.
    pub framing: Framing,
    /// Where it says what it does.
    pub log: Arc<Log>,
}

/// A draft, and what its folder looked like.
pub(crate) struct Read {
    /// Without variants.
    pub draft: Draft,
    /// What its folder looked like.
    pub fingerprint: u64,
}

impl Loader {
    /// The loader that `options` ask for: of a folder, or of the site in this program.
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

    /// Reads the files, once they have not changed for `settle_time`.
    ///
    /// # Errors
    /// When there is no site, when a file cannot be read, or when the folder never stands still.
    pub fn read(&self, settle_time: Duration) -> Result<Read, ServeError> {
        let path = match &self.source {
            Source::Packed(path) => {
                let draft = Draft::read(&pack::listing(path)?, self.limits)?;
                return Ok(Read { draft, fingerprint: 0 });
            }
            Source::Folder(path) => path,
        };
        for _ in 0..MOST_TRIES {
            let listing = list(path)?;
            let fingerprint = listing.fingerprint();
            if !listing.entries.iter().any(|entry| entry.name == "index.html") {
                return Err(ServeError::MissingIndex(path.clone()));
            }
            if listing.is_settled(settle_time) {
                for refused in &listing.refused {
                    self.log.warn("not served", &[("file", refused)]);
                }
                let draft = Draft::read(&listing, self.limits);
                // What was added meanwhile may belong to what was read.
                if list(path)?.fingerprint() == fingerprint {
                    return Ok(Read { draft: draft?, fingerprint });
                }
            }
            thread::sleep(BACKOFF);
        }
        Err(ServeError::Changing(path.clone()))
    }

    /// The site that `draft` holds.
    ///
    /// # Errors
    /// When it has no page to start from.
    pub fn site(&self, draft: &Draft) -> Result<Site, ServeError> {
        let site = Site::new(draft, &self.table(draft));
        let (Source::Folder(path) | Source::Packed(path)) = &self.source;
        if site.has_index() { Ok(site) } else { Err(ServeError::MissingIndex(path.clone())) }
    }

    /// The headers of the site that `draft` holds.
    pub fn table(&self, draft: &Draft) -> Table {
        Table { inline: draft.inline.clone(), framing: self.framing.clone() }
    }

    /// Whether the folder no longer is as `known`.
    pub fn has_changed(&self, known: u64) -> bool {
        match &self.source {
            // A program that runs cannot be written to.
            Source::Packed(_) => false,
            // A folder that cannot be listed has changed, too: reading it says what is wrong.
            Source::Folder(path) => list(path).map_or(true, |found| found.fingerprint() != known),
        }
    }
}

/// Lists a folder.
///
/// # Errors
/// When it is not there or cannot be read.
pub(crate) fn list(path: &Path) -> Result<Listing, ServeError> {
    if !path.is_dir() {
        return Err(ServeError::MissingRoot(path.to_path_buf()));
    }
    Listing::of(path).map_err(|source| ServeError::unreadable(path, source))
}
