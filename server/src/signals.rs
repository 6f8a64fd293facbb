//! The signals that the server listens to.

use std::io;
use std::sync::mpsc;

use tokio::signal::unix::{Signal, SignalKind, signal};

/// The signals that stop the server or make it read its folder again. None that comes after
/// [`Signals::new`] is lost.
pub(crate) struct Signals {
    interrupt: Signal,
    terminate: Signal,
    hang_up: Signal,
}

/// Keeps the process alive at signals that would end it by default: those that other servers reopen
/// their logs at, and that of a limit of file sizes, beyond which writing is then an error.
///
/// # Errors
/// When the system refuses a handler.
pub(crate) fn ignored() -> io::Result<[Signal; 3]> {
    let file_size = SignalKind::from_raw(rustix::process::Signal::XFSZ.as_raw());
    Ok([
        signal(SignalKind::user_defined1())?,
        signal(SignalKind::user_defined2())?,
        signal(file_size)?,
    ])
}

impl Signals {
    pub fn new() -> io::Result<Self> {
        Ok(Self {
            interrupt: signal(SignalKind::interrupt())?,
            terminate: signal(SignalKind::terminate())?,
            hang_up: signal(SignalKind::hangup())?,
        })
    }

    pub async fn stop(&mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }

    /// Waits for a signal to stop. Each SIGHUP before it sends a message to `calls`.
    pub async fn until_stop(&mut self, calls: &mpsc::Sender<()>) {
        loop {
            tokio::select! {
                _ = self.interrupt.recv() => return,
                _ = self.terminate.recv() => return,
                _ = self.hang_up.recv() => {
                    // The receiver lives as long as the process.
                    _ = calls.send(());
                }
            }
        }
    }
}
