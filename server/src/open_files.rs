//! The number of files that the process may have open.

use rustix::process::{Resource, Rlimit};

/// Raises the number of open files as far as the system allows, and returns it.
pub(crate) fn limit() -> u64 {
    let Rlimit { maximum, .. } = rustix::process::getrlimit(Resource::Nofile);
    // If the system refuses, the present limit counts.
    _ = rustix::process::setrlimit(Resource::Nofile, Rlimit { current: maximum, maximum });
    rustix::process::getrlimit(Resource::Nofile).current.unwrap_or(u64::MAX)
}
