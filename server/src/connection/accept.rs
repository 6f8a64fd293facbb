//! The tasks that accept connections, serve each, and end the slow ones.

use std::io;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use super::limits::Permit;
use super::listen::{Accepted, BACKLOG, Listener};
use super::shared::Shared;
use super::socket::Socket;
use super::{h1, h2, version};

/// The wait before another try when the system has no more file descriptors.
const BACKOFF: Duration = Duration::from_millis(50);
/// The time between two searches for slow connections.
const SWEEP_INTERVAL: Duration = Duration::from_millis(250);

/// Accepts connections until the server is to stop, and then those that wait already.
pub(crate) async fn accept(listener: Listener, shared: Arc<Shared>) {
    let mut stop = pin!(shared.stopped());
    loop {
        tokio::select! {
            biased;
            () = &mut stop => break,
            accepted = listener.accept() => admit(accepted, &shared).await,
        }
    }
    // No more than could wait: a flood must not keep the server.
    for _ in 0..BACKLOG {
        match tokio::time::timeout(Duration::ZERO, listener.accept()).await {
            Ok(Err(error)) if error.kind() != io::ErrorKind::ConnectionAborted => return,
            Ok(accepted) => admit(accepted, &shared).await,
            Err(_none_waits) => return,
        }
    }
}

async fn admit(accepted: io::Result<Accepted>, shared: &Arc<Shared>) {
    let accepted = match accepted {
        Ok(accepted) => accepted,
        // The client has gone again.
        Err(error) if error.kind() == io::ErrorKind::ConnectionAborted => return,
        Err(error) => {
            shared.log.warn("cannot accept", &[("error", &error)]);
            return tokio::time::sleep(BACKOFF).await;
        }
    };
    shared.register.admit(accepted.peer, |permit| {
        tokio::spawn(serve(accepted, permit, Arc::clone(shared))).abort_handle()
    });
}

async fn serve(accepted: Accepted, permit: Permit, shared: Arc<Shared>) {
    let Accepted { stream, peer } = accepted;
    let socket = Socket::new(stream, Arc::clone(&permit.activity), peer);
    // A broken connection is no problem of the server.
    _ = answer(socket, &shared).await;
}

/// Answers in the version of HTTP that the client speaks.
async fn answer(mut socket: Socket, shared: &Shared) -> io::Result<()> {
    let mut read = Vec::new();
    if shared.speaks_http2 && version::is_http2(&mut socket, &mut read).await? {
        // Boxed, so that the task of an HTTP/1.1 connection stays small.
        return Box::pin(h2::serve(read.into(), socket, shared)).await;
    }
    h1::serve(read, socket, shared).await
}

/// Ends slow connections, for as long as the server runs.
pub(crate) async fn sweep(shared: Arc<Shared>) {
    let mut ticks = tokio::time::interval(SWEEP_INTERVAL);
    loop {
        ticks.tick().await;
        let ended = shared.register.sweep();
        if ended > 0 && !shared.register.is_stopping() {
            shared.log.info("slow or idle connections ended", &[("connections", &ended)]);
        }
    }
}
