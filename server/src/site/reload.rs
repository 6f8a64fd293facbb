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
use super::load::{Loader, Read};
use super::served::{Site, Size};
use super::variants::{self, OnMissing};
use crate::error::ServeError;
use crate::log::Log;

/// The time between two listings of the folder.
const POLL_INTERVAL: Duration = Duration::from_secs(1);
/// The least ratio of that time to the time that a listing takes.
const SHARE: u32 = 50;
/// The time for which a changed folder must not change again before it is read. Copying a build
/// file by file hardly pauses for so long.
const SETTLE_TIME: Duration = Duration::from_millis(400);

/// The thread that follows a folder.
#[derive(Debug)]
pub(crate) struct Reloader {
    pub loader: Loader,
    pub current: Arc<Current>,
}

impl Reloader {
    /// Adds the variants to the site that is already served without them, calls `ready`, and then
    /// follows the folder. Each message in `calls` makes it read the folder. It ends when `calls`
    /// is closed.
    pub fn follow(&self, read: Read, calls: &Receiver<()>, ready: impl FnOnce()) {
        let known = read.fingerprint;
        if let Err(error) = caught(|| self.add_variants(read)) {
            self.loader.log.error("variants not served", &[("error", &error)]);
        }
        ready();
        watch(&self.loader, known, calls, || self.replace());
    }

    fn add_variants(&self, mut read: Read) -> Result<(), ServeError> {
        for on_missing in [OnMissing::Skip, OnMissing::Compress] {
            variants::add(&mut read.draft, None, on_missing, &self.loader.log);
            self.put(self.loader.site(&read.draft)?, "site ready");
        }
        Ok(())
    }

    /// Reads the folder and replaces the site. Returns the new fingerprint.
    fn replace(&self) -> Result<u64, ServeError> {
        let Read { mut draft, fingerprint } = self.loader.read(SETTLE_TIME)?;
        let previous = self.current.now();
        for on_missing in [OnMissing::Skip, OnMissing::Compress] {
            variants::add(&mut draft, Some(&previous), on_missing, &self.loader.log);
        }
        let site = self.loader.site(&draft)?.inheriting(&previous);
        self.put(site, "site replaced");
        Ok(fingerprint)
    }

    fn put(&self, site: Site, message: &str) {
        let Size { files, bytes } = site.size();
        self.current.swap(site);
        self.loader.log.info(message, &[("files", &files), ("bytes", &bytes)]);
    }
}

/// Calls `replace` at each message in `calls`, and whenever the folder has another fingerprint than
/// `known`. After an error or a panic, it tries again.
fn watch(
    loader: &Loader,
    mut known: u64,
    calls: &Receiver<()>,
    mut replace: impl FnMut() -> Result<u64, ServeError>,
) {
    let mut logged = String::new();
    let mut pause = POLL_INTERVAL;
    loop {
        let is_called = match calls.recv_timeout(pause) {
            Ok(()) => true,
            Err(RecvTimeoutError::Timeout) => false,
            Err(RecvTimeoutError::Disconnected) => return,
        };
        let began = Instant::now();
        let has_changed = loader.has_changed(known);
        pause = POLL_INTERVAL.max(began.elapsed() * SHARE);
        if is_called || has_changed {
            match caught(&mut replace) {
                Ok(fingerprint) => (known, logged) = (fingerprint, String::new()),
                Err(error) => log_once(&loader.log, &error, &mut logged),
            }
        }
    }
}

/// Logs an error, unless it is the last one again.
fn log_once(log: &Log, error: &ServeError, logged: &mut String) {
    let message = error.to_string();
    if *logged != message {
        log.error("the build before stays", &[("error", &message)]);
        *logged = message;
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
    use std::sync::mpsc;

    use super::*;
    use crate::headers::Framing;
    use crate::log::Addresses;
    use crate::options::LogFormat;
    use crate::site::draft::Limits;
    use crate::site::load::Source;

    #[test]
    fn a_panic_while_reloading_is_an_error_and_reloading_goes_on() {
        let folder = tempfile::tempdir().unwrap();
        let loader = Loader {
            source: Source::Folder(folder.path().to_owned()),
            limits: Limits { total: 0, file: 0 },
            framing: Framing { folders: Vec::new(), ancestors: String::new() },
            log: Arc::new(Log::new(LogFormat::Off, Addresses::Hidden).unwrap()),
        };
        let (calls, called) = mpsc::channel();
        for _ in 0..3 {
            calls.send(()).unwrap();
        }
        drop(calls);
        let mut rounds = 0;
        watch(&loader, 0, &called, || {
            rounds += 1;
            assert!(rounds != 1, "round {rounds}");
            if rounds == 2 { Err(ServeError::Panic(String::new())) } else { Ok(0) }
        });
        assert_eq!(rounds, 3);
        let error = caught::<()>(|| panic!("at {}", 7)).unwrap_err();
        assert!(error.to_string().ends_with(": at 7"), "{error}");
    }
}
