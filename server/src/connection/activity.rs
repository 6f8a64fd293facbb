//! The activity of a connection: its phase, and since when.

use std::sync::atomic::{AtomicU64, Ordering};

use tokio::time::Instant;

/// What a connection is busy with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Phase {
    /// The head of a request is awaited, and has perhaps begun.
    Head = 0,
    /// A request was answered, and none has begun since.
    Idle = 1,
    /// An answer is being sent.
    Sending = 2,
}

/// A connection's latest activity, which its task writes and the register reads.
#[derive(Debug)]
pub(crate) struct Activity {
    /// Milliseconds since the start of the server, four times, and the phase.
    state: AtomicU64,
    origin: Instant,
}

/// What [`Activity`] holds at one moment.
#[derive(Clone, Copy, Debug)]
pub(super) struct State {
    pub phase: Phase,
    /// When the phase began, or last progressed: milliseconds since the start of the server.
    pub since_ms: u64,
}

impl Activity {
    pub fn new(origin: Instant) -> Self {
        let activity = Self { state: AtomicU64::new(0), origin };
        activity.enter(Phase::Head);
        activity
    }

    /// A new phase begins.
    pub fn enter(&self, phase: Phase) {
        let now = self.origin.elapsed().as_millis() as u64;
        self.state.store(now << 2 | phase as u64, Ordering::Relaxed);
    }

    /// Part of a head has come. The time for it runs from its first byte on.
    pub fn begin_head(&self) {
        if self.state().phase != Phase::Head {
            self.enter(Phase::Head);
        }
    }

    /// Nothing is being sent any more.
    pub fn end_sending(&self) {
        if self.state().phase == Phase::Sending {
            self.enter(Phase::Idle);
        }
    }

    /// Something useful happened within the same phase.
    pub fn progress(&self) {
        let now = self.origin.elapsed().as_millis() as u64;
        let phase = self.state.load(Ordering::Relaxed) & 3;
        self.state.store(now << 2 | phase, Ordering::Relaxed);
    }

    pub(super) fn state(&self) -> State {
        let state = self.state.load(Ordering::Relaxed);
        let phase = match state & 3 {
            0 => Phase::Head,
            1 => Phase::Idle,
            _ => Phase::Sending,
        };
        State { phase, since_ms: state >> 2 }
    }
}
