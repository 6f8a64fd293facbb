//! From a listening socket to answers. The steps of a connection, in this order:
//!
//! 1. [`slots`]: whether there is room for it, and how long it may take;
//! 2. [`socket`]: bytes in, bytes and files out;
//! 3. [`head`] and [`h1`], or [`h2`]: requests and answers as each version of HTTP writes them.

mod h1;
mod h2;
mod head;
pub(crate) mod slots;
pub(crate) mod socket;

use std::io;
use std::net::IpAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

use crate::listen::Listener;
use crate::log::Log;
use crate::site::reload::Current;
use slots::{Place, Register};
use socket::{Socket, Stream};

/// How long to wait when the system has no file left to give.
const BREATH: Duration = Duration::from_millis(50);
/// How often slow connections are looked for.
const SWEEP: Duration = Duration::from_millis(250);

/// What all connections share.
pub(crate) struct Shared {
    /// The site as it is now.
    pub site: Arc<Current>,
    /// The journal.
    pub log: Arc<Log>,
    /// All connections.
    pub register: Arc<Register>,
    /// Whether HTTP/2 is understood too.
    pub speaks_http2: bool,
    /// Becomes true when the server is to stop.
    pub stop: watch::Receiver<bool>,
}

impl Shared {
    /// Waits until the server is to stop.
    async fn stopped(&self) {
        let mut stop = self.stop.clone();
        // An error says that the sender is gone, and the server with it.
        _ = stop.wait_for(|stopping| *stopping).await;
    }
}

/// Accepts connections until the server is to stop, and then those that already wait.
pub(crate) async fn accept(listener: Listener, shared: Arc<Shared>) {
    let mut stop = pin!(shared.stopped());
    loop {
        tokio::select! {
            biased;
            accepted = listener.accept() => admit(accepted, &shared).await,
            () = &mut stop => break,
        }
    }
    while let Ok(accepted) = tokio::time::timeout(Duration::ZERO, listener.accept()).await {
        admit(accepted, &shared).await;
    }
}

async fn admit(accepted: io::Result<(Stream, Option<IpAddr>)>, shared: &Arc<Shared>) {
    let (stream, peer) = match accepted {
        Ok(accepted) => accepted,
        // It was there and is gone.
        Err(error) if error.kind() == io::ErrorKind::ConnectionAborted => return,
        Err(error) => {
            shared.log.warn("cannot accept", &[("error", &error)]);
            return tokio::time::sleep(BREATH).await;
        }
    };
    shared.register.admit(peer, |place| {
        let shared = Arc::clone(shared);
        tokio::spawn(serve(stream, peer, place, shared)).abort_handle()
    });
}

async fn serve(stream: Stream, peer: Option<IpAddr>, place: Place, shared: Arc<Shared>) {
    let socket = Socket::new(stream, Arc::clone(&place.slot), peer);
    // A connection that breaks concerns nobody but its client, which is gone.
    _ = h1::serve(socket, &shared).await;
}

/// Ends slow connections, for as long as the server runs.
pub(crate) async fn sweep(shared: Arc<Shared>) {
    let mut ticks = tokio::time::interval(SWEEP);
    loop {
        ticks.tick().await;
        let ended = shared.register.sweep();
        if ended > 0 && !shared.register.is_stopping() {
            shared.log.info("slow or idle connections ended", &[("connections", &ended)]);
        }
    }
}
