//! Step 5: a changed folder is read aside and swapped in as a whole.
//!
//! The folder is listed once a second: that works on every file system, where notifications do not,
//! and costs 2 % of a core at the most. A folder that is being written to is waited for; one that is
//! broken is told of, and the build before stays.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::sync::{Arc, PoisonError, RwLock};
use std::thread;
use std::time::{Duration, Instant};

use super::draft::{Draft, Limits};
use super::scan::Listing;
use super::variants::{self, Lacking};
use super::{Site, pack};
use crate::error::ServeError;
use crate::headers::Table;
use crate::log::Log;

/// How often the folder is listed; seldom enough that listing it takes a fiftieth of the time.
const GLANCE: Duration = Duration::from_secs(1);
const SHARE: u32 = 50;
/// How long a folder that changed must rest before it is read: whoever copies a build into place file
/// by file hardly pauses for so long.
const REST: Duration = Duration::from_millis(400);
/// How long to wait for that at a time.
const BREATH: Duration = Duration::from_millis(100);
/// How often it is looked at in vain.
const PATIENCE: usize = 30;

/// The site as it is now. Each answer takes it once, and so is of one build.
#[derive(Debug)]
pub(crate) struct Current(RwLock<Arc<Site>>);

impl Current {
    /// Serves `site` from the start.
    pub fn new(site: Site) -> Self {
        Self(RwLock::new(Arc::new(site)))
    }

    /// The site as it is now.
    pub fn now(&self) -> Arc<Site> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn swap(&self, site: Site) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(site);
    }
}

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
    /// Who may show their frameable pages.
    pub frame_ancestors: String,
    /// Where it says what it does.
    pub log: Arc<Log>,
}

/// A draft, and what its folder looked like.
pub(crate) struct Read {
    /// Without variants.
    pub draft: Draft,
    fingerprint: u64,
}

impl Loader {
    /// Reads the files, once they have not changed for `rest`.
    ///
    /// # Errors
    /// When there is no site, when a file cannot be read, or when the folder never stands still.
    pub fn read(&self, rest: Duration) -> Result<Read, ServeError> {
        let path = match &self.source {
            Source::Packed(path) => {
                let draft = Draft::read(&pack::listing(path)?, self.limits)?;
                return Ok(Read { draft, fingerprint: 0 });
            }
            Source::Folder(path) => path,
        };
        for _ in 0..PATIENCE {
            let listing = list(path)?;
            let fingerprint = listing.fingerprint();
            if !listing.entries.iter().any(|entry| entry.name == "index.html") {
                return Err(ServeError::MissingIndex(path.clone()));
            }
            if listing.is_settled(rest) {
                for refused in &listing.refused {
                    self.log.warn("not served", &[("file", refused)]);
                }
                let draft = Draft::read(&listing, self.limits);
                // What was added meanwhile may belong to what was read.
                if list(path)?.fingerprint() == fingerprint {
                    return Ok(Read { draft: draft?, fingerprint });
                }
            }
            thread::sleep(BREATH);
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
        Table { inline: draft.inline.clone(), frame_ancestors: self.frame_ancestors.clone() }
    }

    /// Adds the variants of a site that is served without them already, then follows its folder.
    /// `calls` are the requests to read it anew; it ends when nobody can make one any more.
    pub fn follow(
        &self,
        read: Read,
        current: &Current,
        calls: &Receiver<()>,
        ready: impl FnOnce(),
    ) {
        let known = read.fingerprint;
        if let Err(error) = caught(|| self.add_variants(read, current)) {
            self.log.error("variants not served", &[("error", &error)]);
        }
        ready();
        self.watch(known, calls, || self.replace(current));
    }

    fn add_variants(&self, mut read: Read, current: &Current) -> Result<(), ServeError> {
        for lacking in [Lacking::Leave, Lacking::Make] {
            variants::add(&mut read.draft, None, lacking, &self.log);
            self.put(self.site(&read.draft)?, current, "site ready");
        }
        Ok(())
    }

    /// Calls `replace` whenever the folder no longer is as `known`, or somebody `calls` for it. After an
    /// error, or a panic, it is called again as long as the folder is not served.
    fn watch(
        &self,
        mut known: u64,
        calls: &Receiver<()>,
        mut replace: impl FnMut() -> Result<u64, ServeError>,
    ) {
        let mut told = String::new();
        let mut pause = GLANCE;
        loop {
            let is_called = match calls.recv_timeout(pause) {
                Ok(()) => true,
                Err(RecvTimeoutError::Timeout) => false,
                Err(RecvTimeoutError::Disconnected) => return,
            };
            let began = Instant::now();
            let has_changed = self.has_changed(known);
            pause = GLANCE.max(began.elapsed() * SHARE);
            if is_called || has_changed {
                match caught(&mut replace) {
                    Ok(fingerprint) => (known, told) = (fingerprint, String::new()),
                    Err(error) => self.tell_once(&error, &mut told),
                }
            }
        }
    }

    fn has_changed(&self, known: u64) -> bool {
        match &self.source {
            // A program that runs cannot be written to.
            Source::Packed(_) => false,
            // A folder that cannot be listed has changed, too: reading it says what is wrong.
            Source::Folder(path) => list(path).map_or(true, |found| found.fingerprint() != known),
        }
    }

    /// Reads the folder anew and serves it; on any error, what was served stays.
    fn replace(&self, current: &Current) -> Result<u64, ServeError> {
        let Read { mut draft, fingerprint } = self.read(REST)?;
        let previous = current.now();
        for lacking in [Lacking::Leave, Lacking::Make] {
            variants::add(&mut draft, Some(&previous), lacking, &self.log);
        }
        let site = self.site(&draft)?.inheriting(&previous);
        self.put(site, current, "site replaced");
        Ok(fingerprint)
    }

    fn put(&self, site: Site, current: &Current, message: &str) {
        let (files, bytes) = site.size();
        current.swap(site);
        self.log.info(message, &[("files", &files), ("bytes", &bytes)]);
    }

    /// Says why the folder is not served, but not every second.
    fn tell_once(&self, error: &ServeError, told: &mut String) {
        let message = error.to_string();
        if *told != message {
            self.log.error("the build before stays", &[("error", &message)]);
            *told = message;
        }
    }
}

/// Turns a panic of `work` into an error: the thread that follows a folder must outlive it.
fn caught<T>(work: impl FnOnce() -> Result<T, ServeError>) -> Result<T, ServeError> {
    // What is shared with other threads is swapped as a whole, or not at all.
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| {
        let text = panic.downcast_ref::<&str>().map(ToString::to_string);
        let text = text.or_else(|| panic.downcast_ref::<String>().cloned());
        Err(ServeError::Panic(text.unwrap_or_default()))
    })
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

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;
    use crate::options::LogFormat;

    #[test]
    fn a_panic_while_reloading_is_an_error_and_reloading_goes_on() {
        let folder = tempfile::tempdir().unwrap();
        let loader = Loader {
            source: Source::Folder(folder.path().to_owned()),
            limits: Limits { total: 0, file: 0 },
            frame_ancestors: String::new(),
            log: Arc::new(Log::new(LogFormat::Off, false).unwrap()),
        };
        let (calls, called) = mpsc::channel();
        for _ in 0..3 {
            calls.send(()).unwrap();
        }
        drop(calls);
        let mut rounds = 0;
        loader.watch(0, &called, || {
            rounds += 1;
            assert!(rounds != 1, "round {rounds}");
            if rounds == 2 { Err(ServeError::Panic(String::new())) } else { Ok(0) }
        });
        assert_eq!(rounds, 3);
        let error = caught::<()>(|| panic!("at {}", 7)).unwrap_err();
        assert!(error.to_string().ends_with(": at 7"), "{error}");
    }
}
