//! Files that are written to all the time, such as a log in the folder. A build does not wait for
//! them, and their changes alone make no new build: each build takes them as they are.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use super::scan::Listing;
use super::stamp::Stamp;

/// The time since its last change for which a file counts as being written to.
const SETTLED_AFTER: Duration = Duration::from_secs(10);
/// The time for which a file must have been written to without a rest. Copying a large file takes
/// time too, and half of it must not be served.
const RESTLESS_AFTER: Duration = Duration::from_secs(30);

/// The most restless files: more are builds that come one upon the other.
const MOST: usize = 16;

/// The files that are being written to, each with an earlier stamp and since when.
#[derive(Debug, Default)]
pub struct Restless {
    since: HashMap<String, (Stamp, Instant)>,
}

impl Restless {
    /// Marks the restless files of `listing`, which was made at `now`.
    pub fn mark(&mut self, listing: &mut Listing, now: Instant) {
        let before = std::mem::take(&mut self.since);
        for entry in listing.files_mut() {
            if entry.stamp.age().is_some_and(|age| age < SETTLED_AFTER) {
                // Another file of the same name is that of a new build.
                let known =
                    before.get(&entry.name).filter(|known| known.0.is_same_file(entry.stamp));
                let since = known.map_or(now, |known| known.1);
                entry.is_restless = now.duration_since(since) >= RESTLESS_AFTER;
                self.since.insert(entry.name.clone(), (entry.stamp, since));
            }
        }
        if listing.files().filter(|entry| entry.is_restless).count() > MOST {
            listing.files_mut().for_each(|entry| entry.is_restless = false);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn only_a_file_that_is_written_to_without_a_rest_is_restless() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["log.txt", "index.html"] {
            fs::write(folder.path().join(name), name).unwrap();
        }
        let (mut restless, start) = (Restless::default(), Instant::now());
        let mut marked = |seconds: u64, is_changed: bool| {
            let mut listing = Listing::of(folder.path()).unwrap();
            for entry in &mut listing.entries {
                if entry.name == "index.html" || !is_changed {
                    entry.stamp.changed_ns -= SETTLED_AFTER.as_nanos() as i128;
                }
            }
            restless.mark(&mut listing, start + Duration::from_secs(seconds));
            let marked = listing.entries.iter().filter(|entry| entry.is_restless);
            marked.map(|entry| entry.name.clone()).collect::<Vec<_>>()
        };
        assert_eq!(marked(0, true), [""; 0]);
        assert_eq!(marked(29, true), [""; 0]);
        assert_eq!(marked(30, true), ["log.txt"]);
        assert_eq!(marked(31, false), [""; 0], "it rests");
        assert_eq!(marked(32, true), [""; 0], "and begins anew");
        assert_eq!(marked(62, true), ["log.txt"]);
    }

    #[test]
    fn builds_that_come_one_upon_the_other_are_not_restless() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let (mut restless, start) = (Restless::default(), Instant::now());
        for seconds in 0..100 {
            // In another file, as renamed builds are; and many files where they lie.
            fs::write(path("next"), "page").unwrap();
            fs::rename(path("next"), path("index.html")).unwrap();
            for number in 0..=MOST {
                fs::write(path(&format!("{number}.txt")), "texte").unwrap();
            }
            let mut listing = Listing::of(folder.path()).unwrap();
            restless.mark(&mut listing, start + Duration::from_secs(seconds));
            assert!(listing.files().all(|entry| !entry.is_restless), "{seconds}");
        }
    }
}
