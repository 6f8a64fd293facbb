//! Messages to systemd about the state of the service (`sd_notify(3)`).

use std::env;
use std::io;
use std::os::linux::net::SocketAddrExt;
use std::os::unix::net::{SocketAddr, UnixDatagram};

/// Sends `state`, for example `READY=1`, where systemd has asked for it.
pub(crate) fn send(state: &str) {
    let Ok(path) = env::var("NOTIFY_SOCKET") else { return };
    // A service manager that went away is not missed.
    _ = send_to(&path, state);
}

fn send_to(path: &str, state: &str) -> io::Result<usize> {
    let address = match path.strip_prefix('@') {
        Some(name) => SocketAddr::from_abstract_name(name)?,
        None => SocketAddr::from_pathname(path)?,
    };
    UnixDatagram::unbound()?.send_to_addr(state.as_bytes(), &address)
}
