//! Listening sockets: TCP, Unix, or taken over from systemd.

use std::io;
use std::net::IpAddr;
use std::net::TcpListener;
use std::os::fd::AsFd;
use std::os::unix::fs::{FileTypeExt, PermissionsExt};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};

use listenfd::ListenFd;

use super::socket::Stream;
use crate::error::ServeError;

/// The most connections that may wait to be accepted. The system may allow fewer.
pub(super) const BACKLOG: i32 = 4096;

/// A socket that listens.
#[derive(Debug)]
pub(crate) struct Listener {
    socket: Socket,
    /// The address to print.
    pub address: String,
    /// The file of a Unix socket, removed at the end.
    path: Option<PathBuf>,
}

#[derive(Debug)]
enum Socket {
    Tcp(tokio::net::TcpListener),
    Unix(tokio::net::UnixListener),
}

/// A new connection.
pub(super) struct Accepted {
    pub stream: Stream,
    /// The address of the client; a Unix socket has none.
    pub peer: Option<IpAddr>,
}

impl Listener {
    /// Waits for a connection.
    ///
    /// # Errors
    /// When the connection broke already, or the system has no more file descriptors.
    pub(super) async fn accept(&self) -> io::Result<Accepted> {
        match &self.socket {
            Socket::Tcp(listener) => {
                let (stream, peer) = listener.accept().await?;
                Ok(Accepted { stream: Stream::Tcp(stream), peer: Some(peer.ip()) })
            }
            Socket::Unix(listener) => {
                Ok(Accepted { stream: Stream::Unix(listener.accept().await?.0), peer: None })
            }
        }
    }
}

/// Listens on the sockets that systemd `passed` (`sd_listen_fds(3)`), or else on `addresses`.
///
/// # Errors
/// When the system refuses one of them.
pub(crate) fn all(mut passed: ListenFd, addresses: &[String]) -> Result<Vec<Listener>, ServeError> {
    let indices = 0..passed.len();
    if !indices.is_empty() {
        let take = |index| inherited(&mut passed, index);
        let taken: io::Result<Vec<_>> = indices.map(take).collect();
        return taken.map_err(|source| ServeError::listen("systemd", source));
    }
    let open = |address: &String| match address.strip_prefix("unix:") {
        Some(path) => unix(Path::new(path)),
        None => tcp(address),
    };
    addresses
        .iter()
        .map(|address| open(address).map_err(|source| ServeError::listen(address, source)))
        .collect()
}

fn tcp(address: &str) -> io::Result<Listener> {
    from_tcp(TcpListener::bind(address)?)
}

fn from_tcp(listener: TcpListener) -> io::Result<Listener> {
    listener.set_nonblocking(true)?;
    // Every connection inherits it: the end of an answer is sent without delay.
    rustix::net::sockopt::set_tcp_nodelay(&listener, true)?;
    let address = format!("http://{}/", listener.local_addr()?);
    lengthen_queue(&listener)?;
    let socket = Socket::Tcp(tokio::net::TcpListener::from_std(listener)?);
    Ok(Listener { socket, address, path: None })
}

fn unix(path: &Path) -> io::Result<Listener> {
    remove_stale_socket(path)?;
    let listener = UnixListener::bind(path)?;
    // A proxy runs as another user. The rights of the folder decide who may reach the socket.
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o666))?;
    from_unix(listener, Some(path.to_path_buf()))
}

/// Removes the socket that a former server left at `path`. Nobody listens on it, but it would be in
/// the way.
///
/// # Errors
/// When a file of another kind is there: it may be of use to somebody, so it stays.
fn remove_stale_socket(path: &Path) -> io::Result<()> {
    let Ok(metadata) = path.symlink_metadata() else { return Ok(()) };
    if !metadata.file_type().is_socket() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let is_stale = UnixStream::connect(path)
        .is_err_and(|error| error.kind() == io::ErrorKind::ConnectionRefused);
    if is_stale { std::fs::remove_file(path) } else { Ok(()) }
}

fn from_unix(listener: UnixListener, path: Option<PathBuf>) -> io::Result<Listener> {
    listener.set_nonblocking(true)?;
    let local = listener.local_addr()?;
    let shown = local.as_pathname().map_or("socket".into(), |path| path.display().to_string());
    lengthen_queue(&listener)?;
    let socket = Socket::Unix(tokio::net::UnixListener::from_std(listener)?);
    Ok(Listener { socket, address: format!("unix:{shown}"), path })
}

/// Raises the number of connections that may wait: the standard library asks for 128 only.
fn lengthen_queue(listener: &impl AsFd) -> io::Result<()> {
    Ok(rustix::net::listen(listener, BACKLOG)?)
}

fn inherited(passed: &mut ListenFd, index: usize) -> io::Result<Listener> {
    if let Ok(Some(listener)) = passed.take_tcp_listener(index) {
        return from_tcp(listener);
    }
    match passed.take_unix_listener(index)? {
        Some(listener) => from_unix(listener, None),
        None => Err(io::ErrorKind::InvalidInput.into()),
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let is_socket =
            |path: &Path| path.symlink_metadata().is_ok_and(|found| found.file_type().is_socket());
        if let Some(path) = self.path.as_deref().filter(|path| is_socket(path)) {
            // It may have been removed already.
            _ = std::fs::remove_file(path);
        }
    }
}
