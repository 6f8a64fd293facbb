//! When the server stops: at the first SIGINT or SIGTERM, and ten seconds later at the latest.

use std::io;
use std::time::Duration;

use tokio::signal::unix::{SignalKind, signal};

/// How long running downloads may take to finish once the server was asked to stop.
const GRACE: Duration = Duration::from_secs(10);

/// A future that ends when the process is asked to stop. Signals count from this call on, not from
/// the first poll.
///
/// # Errors
/// When the system refuses a signal handler.
pub(crate) fn requested() -> io::Result<impl Future<Output = ()> + Send + 'static> {
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// A future that ends when the process was asked to stop and [`GRACE`] has passed.
///
/// # Errors
/// When the system refuses a signal handler.
pub(crate) fn overdue() -> io::Result<impl Future<Output = ()>> {
    let requested = requested()?;
    Ok(async move {
        requested.await;
        tokio::time::sleep(GRACE).await;
    })
}
