//! The activity of a connection: its phase, and since when.

use std::sync::atomic::{AtomicU64, Ordering};

use tokio::time::Instant;

/// The part of an exchange in which a connection is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Phase {
    /// The head of the first request, or one that has begun, is awaited.
    Head = 0,
    /// All requests so far are answered.
    Idle = 1,
    Sending = 2,
    /// The last answer is sent; the end of the client's side is awaited.
    Closing = 3,
}

/// The latest activity of a connection. Its task writes it, the register reads it.
#[derive(Debug)]
pub(crate) struct Activity {
    /// The phase in the lowest two bits; above them milliseconds since the start of the server.
    state: AtomicU64,
    origin: Instant,
}

/// The phase of a connection at one moment.
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

    /// Begins a phase.
    pub fn enter(&self, phase: Phase) {
        let now = self.origin.elapsed().as_millis() as u64;
        self.state.store(now << 2 | phase as u64, Ordering::Relaxed);
    }

    /// Notes that part of a head has come. Its time runs from its first byte on.
    pub fn begin_head(&self) {
        if self.state().phase != Phase::Head {
            self.enter(Phase::Head);
        }
    }

    /// Notes that an answer is to be sent. Others may be on their way, whose time runs on.
    pub fn begin_sending(&self) {
        if self.state().phase != Phase::Sending {
            self.enter(Phase::Sending);
        }
    }

    /// Notes that all answers are sent.
    pub fn end_sending(&self) {
        if self.state().phase == Phase::Sending {
            self.enter(Phase::Idle);
        }
    }

    /// Notes that bytes were sent within the same phase.
    pub fn progress(&self) {
        let now = self.origin.elapsed().as_millis() as u64;
        let phase = self.state.load(Ordering::Relaxed) & 3;
        self.state.store(now << 2 | phase, Ordering::Relaxed);
    }

    /// Notes that bytes were sent, unless nothing has to be sent but answers to pings.
    pub fn progress_of_sending(&self) {
        if self.state().phase == Phase::Sending {
            self.enter(Phase::Sending);
        }
    }

    pub(super) fn state(&self) -> State {
        let state = self.state.load(Ordering::Relaxed);
        let phase = match state & 3 {
            0 => Phase::Head,
            1 => Phase::Idle,
            2 => Phase::Sending,
            _ => Phase::Closing,
        };
        State { phase, since_ms: state >> 2 }
    }
}
