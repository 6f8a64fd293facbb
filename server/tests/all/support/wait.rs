//! Waiting for what happens soon.

use std::time::{Duration, Instant};

/// The time after which a test gives up waiting.
pub const TIMEOUT: Duration = Duration::from_secs(20);

/// Waits until `is_so`.
pub fn eventually(what: &str, mut is_so: impl FnMut() -> bool) {
    let began = Instant::now();
    while !is_so() {
        assert!(began.elapsed() < TIMEOUT, "still waiting for {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}
