//! State shared by all connections.

use std::sync::Arc;

use tokio::sync::watch;

use super::limits::Register;
use crate::log::Log;
use crate::site::Current;

/// The state that all connections share.
pub(crate) struct Shared {
    pub site: Arc<Current>,
    pub log: Arc<Log>,
    pub register: Arc<Register>,
    /// Whether clients may speak HTTP/2.
    pub speaks_http2: bool,
    /// Becomes true when the server is to stop.
    pub stop: watch::Receiver<bool>,
}

impl Shared {
    /// Waits until the server is to stop.
    pub async fn stopped(&self) {
        let mut stop = self.stop.clone();
        // An error means that the sender was dropped: the server ends.
        _ = stop.wait_for(|stopping| *stopping).await;
    }
}
