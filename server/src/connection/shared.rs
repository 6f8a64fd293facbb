//! What all connections share.

use std::sync::Arc;

use tokio::sync::watch;

use super::limits::Register;
use crate::log::Log;
use crate::site::Current;

/// What all connections share.
pub(crate) struct Shared {
    /// The site as it is now.
    pub site: Arc<Current>,
    /// The log.
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
    pub async fn stopped(&self) {
        let mut stop = self.stop.clone();
        // An error says that the sender is gone, and the server with it.
        _ = stop.wait_for(|stopping| *stopping).await;
    }
}
