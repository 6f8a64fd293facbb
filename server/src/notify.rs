//! What systemd is told (`sd_notify(3)`), when it asked to be told.

use std::env;
use std::io;
use std::os::linux::net::SocketAddrExt;
use std::os::unix::net::{SocketAddr, UnixDatagram};

/// Tells `state`, for example `READY=1`. Where nobody asked, or nobody listens, nothing happens.
pub(crate) fn tell(state: &str) {
    let Ok(path) = env::var("NOTIFY_SOCKET") else { return };
    // A service manager that went away is not missed.
    _ = send(&path, state);
}

fn send(path: &str, state: &str) -> io::Result<usize> {
    let address = match path.strip_prefix('@') {
        Some(name) => SocketAddr::from_abstract_name(name)?,
        None => SocketAddr::from_pathname(path)?,
    };
    UnixDatagram::unbound()?.send_to_addr(state.as_bytes(), &address)
}
