//! Where connections come from: addresses, Unix sockets, or what systemd already listens on.

use std::io;
use std::net::IpAddr;
use std::net::TcpListener;
use std::os::fd::AsFd;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};

use listenfd::ListenFd;

use super::socket::Stream;
use crate::error::ServeError;

/// How many connections may wait to be accepted; the system may allow fewer.
const BACKLOG: i32 = 4096;

/// A socket that listens.
#[derive(Debug)]
pub(crate) struct Listener {
    socket: Socket,
    /// Where it can be reached, as a person would type it.
    pub address: String,
    /// The file of a Unix socket of ours.
    path: Option<PathBuf>,
}

#[derive(Debug)]
enum Socket {
    Tcp(tokio::net::TcpListener),
    Unix(tokio::net::UnixListener),
}

/// A connection that has just come.
pub(super) struct Accepted {
    pub stream: Stream,
    /// The address of the client; a Unix socket has none.
    pub peer: Option<IpAddr>,
}

impl Listener {
    /// Waits for a connection.
    ///
    /// # Errors
    /// When the connection broke already, or the system has no file left to give.
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

/// The sockets that systemd `passed` (`sd_listen_fds(3)`), or else those of `addresses`.
///
/// # Errors
/// When the system refuses one.
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
    // Inherited by every connection: the end of an answer never waits for more.
    rustix::net::sockopt::set_tcp_nodelay(&listener, true)?;
    let address = format!("http://{}/", listener.local_addr()?);
    lengthen_queue(&listener)?;
    let socket = Socket::Tcp(tokio::net::TcpListener::from_std(listener)?);
    Ok(Listener { socket, address, path: None })
}

fn unix(path: &Path) -> io::Result<Listener> {
    // A file that a server before us left behind, and that nobody listens on, is in the way.
    let is_stale = UnixStream::connect(path)
        .is_err_and(|error| error.kind() == io::ErrorKind::ConnectionRefused);
    if is_stale {
        std::fs::remove_file(path)?;
    }
    let listener = UnixListener::bind(path)?;
    // Proxies run as others; who may reach the socket is the folder's affair.
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o666))?;
    from_unix(listener, Some(path.to_path_buf()))
}

fn from_unix(listener: UnixListener, path: Option<PathBuf>) -> io::Result<Listener> {
    listener.set_nonblocking(true)?;
    let local = listener.local_addr()?;
    let shown = local.as_pathname().map_or("socket".into(), |path| path.display().to_string());
    lengthen_queue(&listener)?;
    let socket = Socket::Unix(tokio::net::UnixListener::from_std(listener)?);
    Ok(Listener { socket, address: format!("unix:{shown}"), path })
}

/// The standard library asks for 128 waiting connections only; asking again raises it.
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
        if let Some(path) = &self.path {
            // Gone already is as good as removed now.
            _ = std::fs::remove_file(path);
        }
    }
}
