//! Following a folder: a new build replaces the one that is served, as a whole.
//!
//! The folder is listed once a second. Unlike notifications, that works on every file system, and
//! it takes 2 % of a core at the most. While the folder is being written to, or is broken, the
//! former build stays.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use super::current::Current;
use super::load::{Loader, Occasion, Read};
use super::served::Size;
use super::status::Outcome;
use super::variants;
use crate::error::ServeError;

/// The time between two listings of the folder.
const POLL_INTERVAL: Duration = Duration::from_secs(1);
/// The least ratio of that time to the time that a listing takes.
const SHARE: u32 = 50;
/// The longest time between two attempts to read a build that cannot be read. The first is after
/// the poll interval; then the time doubles.
const LONGEST_BACKOFF: Duration = Duration::from_secs(300);
/// The part of the memory for the content that files of former builds may take besides.
const KEPT_PART: u64 = 4;

/// The thread that follows a folder.
#[derive(Debug)]
pub(crate) struct Reloader {
    pub loader: Loader,
    pub current: Arc<Current>,
}

impl Reloader {
    /// Adds the coded forms of files that are already served without them, calls `ready`, and then
    /// follows the folder. Each message in `calls` makes it read the folder. It ends when `calls`
    /// is closed.
    pub fn follow(&self, read: Read, calls: &Receiver<()>, ready: impl FnOnce()) {
        let known = read.fingerprint;
        let added = caught(|| {
            self.add_variants(&read);
            Ok(())
        });
        if let Err(error) = added {
            self.loader.log.error("variants not served", &[("error", &error)]);
        }
        drop(read);
        ready();
        self.watch(known, calls, || self.replace());
    }

    fn add_variants(&self, read: &Read) {
        variants::add(&read.draft, self.loader.means(Occasion::Start), None, &self.loader.log);
        self.log_size("site ready");
    }

    /// Reads the folder and replaces the site. Returns the new fingerprint.
    fn replace(&self) -> Result<u64, ServeError> {
        let previous = self.current.now();
        let shared = self.loader.shared(&previous);
        let occasion = Occasion::Change { shared };
        let Read { draft, fingerprint } = self.loader.read(occasion)?;
        variants::add(&draft, self.loader.means(occasion), shared, &self.loader.log);
        let site = self.loader.site(&draft, Some(&previous))?;
        self.current.swap(site.keeping(&previous, self.loader.limits.total / KEPT_PART));
        self.log_size("site replaced");
        Ok(fingerprint)
    }

    fn log_size(&self, message: &str) {
        let Size { files, bytes } = self.current.now().size();
        self.loader.log.info(message, &[("files", &files), ("bytes", &bytes)]);
    }

    /// Calls `replace` at each message in `calls`, and whenever the folder has another fingerprint
    /// than `known`. After an error or a panic, it tries again.
    fn watch(
        &self,
        mut known: u64,
        calls: &Receiver<()>,
        mut replace: impl FnMut() -> Result<u64, ServeError>,
    ) {
        let mut logged = String::new();
        let mut failure = None;
        let mut pause = POLL_INTERVAL;
        loop {
            let is_called = match calls.recv_timeout(pause) {
                Ok(()) => true,
                Err(RecvTimeoutError::Timeout) => false,
                Err(RecvTimeoutError::Disconnected) => return,
            };
            let began = Instant::now();
            let found = self.loader.fingerprint();
            pause = POLL_INTERVAL.max(began.elapsed() * SHARE);
            let may_succeed = Failure::may_be_over(failure.as_ref(), found, began);
            if is_called || (found != Some(known) && may_succeed) {
                let replaced = caught(&mut replace);
                self.note(&replaced, &mut logged);
                failure = Failure::after(&replaced, found, failure);
                known = replaced.unwrap_or(known);
            }
            if let Some(site) = self.current.now().without_old() {
                self.current.swap(site);
            }
        }
    }

    /// Logs an error, unless it is the last one again, and keeps the outcome for monitors.
    fn note(&self, replaced: &Result<u64, ServeError>, logged: &mut String) {
        let status = |outcome| self.current.now().status().last_reload.note(outcome);
        let message = replaced.as_ref().err().map(ToString::to_string).unwrap_or_default();
        match replaced {
            Ok(_) => status(Outcome::Done),
            Err(error) if error.is_passing() => {
                if *logged != message {
                    self.loader.log.info("the build before stays", &[("reason", &message)]);
                }
            }
            Err(_) => {
                status(Outcome::Failed);
                if *logged != message {
                    self.loader.log.error("the build before stays", &[("error", &message)]);
                }
            }
        }
        *logged = message;
    }
}

/// A build that could not be read. It is read again when the folder has changed, or after a time
/// that grows: reading a whole build each second, in vain, would cost more than serving it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Failure {
    /// That of the folder; `None` if it could not be listed.
    fingerprint: Option<u64>,
    backoff: Duration,
    again: Instant,
}

impl Failure {
    /// Whether reading a folder with the fingerprint `found` may succeed after `last` failed.
    fn may_be_over(last: Option<&Self>, found: Option<u64>, now: Instant) -> bool {
        last.is_none_or(|last| last.fingerprint != found || now >= last.again)
    }

    /// Returns what to remember of an attempt, after the failure `before`.
    fn after(
        replaced: &Result<u64, ServeError>,
        found: Option<u64>,
        before: Option<Self>,
    ) -> Option<Self> {
        match replaced {
            Ok(_) => None,
            // To find that, the build was not read.
            Err(error) if error.is_passing() => None,
            Err(_) => {
                let same = before.filter(|before| before.fingerprint == found);
                let backoff = same.map_or(POLL_INTERVAL, |same| same.backoff * 2);
                let backoff = backoff.min(LONGEST_BACKOFF);
                Some(Self { fingerprint: found, backoff, again: Instant::now() + backoff })
            }
        }
    }
}

/// Runs `work`, and turns a panic into an error: the thread must go on following the folder.
fn caught<T>(work: impl FnOnce() -> Result<T, ServeError>) -> Result<T, ServeError> {
    // A panic leaves no shared state half changed: sites are replaced as a whole.
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| {
        let text = panic.downcast_ref::<&str>().map(ToString::to_string);
        let text = text.or_else(|| panic.downcast_ref::<String>().cloned());
        Err(ServeError::Panic(text.unwrap_or_default()))
    })
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::mpsc;

    use super::*;
    use crate::log::{Addresses, Log};
    use crate::options::LogFormat;
    use crate::site::draft::{Draft, Limits};
    use crate::site::folder::Listing;
    use crate::site::load::Source;
    use crate::site::served::Site;

    #[test]
    fn a_panic_while_reloading_is_an_error_and_reloading_goes_on() {
        let folder = tempfile::tempdir().unwrap();
        let reloader = reloader(folder.path());
        let (calls, called) = mpsc::channel();
        for _ in 0..3 {
            calls.send(()).unwrap();
        }
        drop(calls);
        let mut rounds = 0;
        reloader.watch(0, &called, || {
            rounds += 1;
            assert!(rounds != 1, "round {rounds}");
            if rounds == 2 { Err(ServeError::Panic(String::new())) } else { Ok(0) }
        });
        assert_eq!(rounds, 3);
        let error = caught::<()>(|| panic!("at {}", 7)).unwrap_err();
        assert!(error.to_string().ends_with(": at 7"), "{error}");
    }

    #[test]
    fn a_build_that_cannot_be_read_is_tried_again_less_and_less_often() {
        let now = Instant::now();
        let failed = || Err(ServeError::Panic(String::new()));
        let mut failure = None;
        for seconds in [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300] {
            failure = Failure::after(&failed(), Some(7), failure);
            assert_eq!(failure.unwrap().backoff, Duration::from_secs(seconds));
        }
        assert!(!Failure::may_be_over(failure.as_ref(), Some(7), now));
        assert!(Failure::may_be_over(failure.as_ref(), Some(8), now), "the folder has changed");
        assert!(Failure::may_be_over(failure.as_ref(), None, now), "the folder has gone");
        let later = now + LONGEST_BACKOFF + POLL_INTERVAL;
        assert!(Failure::may_be_over(failure.as_ref(), Some(7), later));
        failure = Failure::after(&failed(), Some(8), failure);
        assert_eq!(failure.unwrap().backoff, POLL_INTERVAL, "another build");
        assert_eq!(Failure::after(&Ok(8), Some(8), failure), None);
    }

    fn reloader(folder: &Path) -> Reloader {
        let log = Arc::new(Log::new(LogFormat::Off, Addresses::Hidden).unwrap());
        let limits = Limits { total: 0, file: 0, open: 0 };
        let source = Source::Folder(folder.to_owned());
        let loader = Loader::of(source, limits, log);
        let draft =
            Draft::read(&Listing::default(), loader.means(Occasion::Start), |_| None).unwrap();
        let site = Site::new(&draft, None);
        Reloader { loader, current: Arc::new(Current::new(site)) }
    }
}
