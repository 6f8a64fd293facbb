//! The state of the site, for monitors: since when it is served, and whether its folder could be
//! read the last time.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use crate::date;

/// The last attempt to replace the site. All sites of one server share it.
#[derive(Debug, Default)]
pub struct LastReload(Mutex<Option<Attempt>>);

#[derive(Clone, Copy, Debug)]
struct Attempt {
    outcome: Outcome,
    time: SystemTime,
}

/// The outcome of an attempt. The log has the reason, which may name folders of the host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Done,
    Failed,
}

/// The state of a site.
#[derive(Clone, Debug)]
pub struct Status {
    /// When its content was first served.
    pub since: SystemTime,
    pub last_reload: Arc<LastReload>,
}

impl LastReload {
    pub fn note(&self, outcome: Outcome) {
        let attempt = Attempt { outcome, time: SystemTime::now() };
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(attempt);
    }
}

impl fmt::Display for Status {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(formatter, "site since {}", date::rfc3339(self.since))?;
        let attempt = *self.last_reload.0.lock().unwrap_or_else(PoisonError::into_inner);
        match attempt {
            None => writeln!(formatter, "reload none"),
            Some(Attempt { outcome, time }) => {
                let word = if outcome == Outcome::Done { "done" } else { "failed" };
                writeln!(formatter, "reload {word} {}", date::rfc3339(time))
            }
        }
    }
}
