//! Loading a site, from a folder or from this program.

use std::env;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::draft::{Draft, Limits, Means};
use super::folder::{Listing, Restless, TICK, settle_time};
use super::pack;
use super::served::Site;
use super::store::Stored;
use crate::error::ServeError;
use crate::log::Log;
use crate::open_files;
use crate::options::{DEFAULT_ROOT, Options};

/// The wait before another try while a folder is being written to.
const BACKOFF: Duration = Duration::from_millis(100);
/// The most tries to read a build that is to replace another: there is a next time soon.
const TRIES: u32 = 6;
/// The most tries at the start.
const TRIES_AT_START: u32 = 30;

/// The part of the files that the process may have open which a single build may have.
const OPEN_PART: u64 = 8;
/// The size of stores that are never too large, in bytes.
const SMALL_STORES: u64 = 64 << 20;

/// The unit of the options for sizes, in bytes.
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
    pub log: Arc<Log>,
    stored: Stored,
    restless: Mutex<Restless>,
}

/// The occasion on which a folder is read.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Occasion<'a> {
    /// Nothing is served yet, so nothing is waited for.
    Start,
    /// A build is served, and stays until the next one is complete.
    Change {
        /// The same, if bytes that have not changed are to be shared with it.
        shared: Option<&'a Site>,
    },
}

/// A build as it was read, with the fingerprint of its folder.
pub(crate) struct Read {
    /// The files, still without coded forms.
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
            open: (open_files::limit() / OPEN_PART).try_into().unwrap_or(usize::MAX),
        };
        Self::of(source, limits, log)
    }

    pub fn of(source: Source, limits: Limits, log: Arc<Log>) -> Self {
        Self { source, limits, log, stored: Stored::default(), restless: Mutex::default() }
    }

    /// The means of reading a build. While another is served, the other cores are for its readers.
    pub fn means(&self, occasion: Occasion<'_>) -> Means<'_> {
        let threads = match occasion {
            Occasion::Start => thread::available_parallelism().map_or(1, usize::from),
            Occasion::Change { .. } => 1,
        };
        Means { limits: self.limits, stored: &self.stored, threads }
    }

    /// Returns `site`, unless the stores have become much larger than its copies: a store stays whole
    /// for as long as a single copy in it is served.
    pub fn shared<'a>(&self, site: &'a Site) -> Option<&'a Site> {
        let is_dense = self.stored.bytes() <= site.bytes().saturating_mul(2).max(SMALL_STORES);
        is_dense.then_some(site)
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
        let mut listing = Listing::of(path)?;
        let mut restless = self.restless.lock().unwrap_or_else(PoisonError::into_inner);
        restless.mark(&mut listing, Instant::now());
        if listing.find("index.html").is_none() {
            return Err(ServeError::MissingIndex(path.clone()));
        }
        Ok(listing)
    }

    /// Reads the files, as soon as none changes any more. At the start, what still changes after half
    /// of the tries is taken as it is: to serve nothing would not be better.
    ///
    /// # Errors
    /// When there is no site, a file cannot be read, the folder keeps changing, or more of the
    /// build is to come.
    pub fn read(&self, occasion: Occasion<'_>) -> Result<Read, ServeError> {
        let tries = match occasion {
            Occasion::Start => TRIES_AT_START,
            Occasion::Change { .. } => TRIES,
        };
        for attempt in 0..tries {
            if attempt > 0 {
                thread::sleep(BACKOFF);
            }
            let mut listing = self.listing()?;
            if attempt >= TRIES_AT_START / 2 {
                listing.mark_changed_within(BACKOFF * TRIES_AT_START);
            }
            if let Some(read) = self.read_listed(&listing, occasion)? {
                return Ok(read);
            }
        }
        Err(ServeError::Changing(self.source.path().to_owned()))
    }

    /// Reads the files of `listing`; returns `None` if some have changed just before or meanwhile.
    fn read_listed(
        &self,
        listing: &Listing,
        occasion: Occasion<'_>,
    ) -> Result<Option<Read>, ServeError> {
        let (settled_after, shared) = match occasion {
            Occasion::Start => (TICK, None),
            Occasion::Change { shared } => (settle_time(listing)?, shared),
        };
        if listing.age().is_some_and(|age| age < settled_after) {
            return Ok(None);
        }
        let known = |name: &str| shared?.identity(name).cloned();
        let draft = Draft::read(listing, self.means(occasion), known);
        // Files that were added meanwhile may belong to those that were read.
        if !listing.is_still(&self.listing()?) {
            return Ok(None);
        }
        let draft = draft?;
        self.warn(listing, &draft);
        Ok(Some(Read { draft, fingerprint: listing.fingerprint() }))
    }

    fn warn(&self, listing: &Listing, draft: &Draft) {
        for refused in &listing.refused {
            self.log.warn("not served", &[("file", refused)]);
        }
        for problem in &draft.problems {
            self.log.warn("rule ignored in _headers", &[("problem", problem)]);
        }
    }

    /// Makes a site of `draft`, which comes after `previous`.
    ///
    /// # Errors
    /// When it has no page to start from.
    pub fn site(&self, draft: &Draft, previous: Option<&Site>) -> Result<Site, ServeError> {
        let site = Site::new(draft, previous);
        let path = self.source.path().to_owned();
        if site.has_index() { Ok(site) } else { Err(ServeError::MissingIndex(path)) }
    }

    /// Returns the fingerprint of the folder, or `None` if it cannot be listed. That of this program
    /// never changes: a running program cannot be written to.
    pub fn fingerprint(&self) -> Option<u64> {
        self.listing().ok().map(|listing| listing.fingerprint())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::log::Addresses;
    use crate::options::LogFormat;
    use crate::site::store::Store;

    #[test]
    fn bytes_are_not_shared_with_a_site_whose_stores_are_mostly_empty() {
        let log = Arc::new(Log::new(LogFormat::Off, Addresses::Hidden).unwrap());
        let limits = Limits { total: 0, file: 0, open: 0 };
        let loader = Loader::of(Source::Folder(PathBuf::new()), limits, log);
        let means = loader.means(Occasion::Start);
        let site = Site::new(&Draft::read(&Listing::default(), means, |_| None).unwrap(), None);
        let mut store = Store::new(SMALL_STORES + 1, &loader.stored).unwrap();
        let mut part = store.begin();
        for _ in 0..SMALL_STORES / MEGABYTE {
            part.write(&[7; MEGABYTE as usize]).unwrap();
        }
        let small = part.finish();
        assert!(loader.shared(&site).is_some());
        let mut part = store.begin();
        part.write(&[7]).unwrap();
        let large = part.finish();
        drop((small, store));
        assert!(loader.shared(&site).is_none(), "a single byte holds them");
        drop(large);
        assert!(loader.shared(&site).is_some());
    }
}
