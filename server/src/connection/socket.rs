//! Connected sockets, TCP or Unix. Writes note their progress in the connection's activity.

use std::io;
use std::net::IpAddr;
use std::ops::Range;
use std::os::fd::{AsFd, BorrowedFd};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use bytes::Bytes;
use rustix::net::{SendFlags, Shutdown};
use tokio::io::{AsyncReadExt, Interest};
use tokio::net::{TcpStream, UnixStream};

use super::activity::{Activity, Phase};
use crate::site::{Blob, FileBlob};

/// The size of the first read, in bytes. Nearly every head fits.
const FIRST_READ: usize = 2 << 10;
/// The size of further reads, in bytes.
const NEXT_READ: usize = 16 << 10;
/// The most bytes of a file on disk that are in memory at a time.
const CHUNK: u64 = 256 << 10;
/// A connected stream socket.
#[derive(Debug)]
pub(crate) enum Stream {
    Tcp(TcpStream),
    Unix(UnixStream),
}

impl Stream {
    pub(super) fn as_fd(&self) -> BorrowedFd<'_> {
        match self {
            Self::Tcp(stream) => stream.as_fd(),
            Self::Unix(stream) => stream.as_fd(),
        }
    }

    async fn readable(&self) -> io::Result<()> {
        match self {
            Self::Tcp(stream) => stream.readable().await,
            Self::Unix(stream) => stream.readable().await,
        }
    }

    async fn read(&mut self, buffer: &mut Vec<u8>) -> io::Result<usize> {
        match self {
            Self::Tcp(stream) => stream.read_buf(buffer).await,
            Self::Unix(stream) => stream.read_buf(buffer).await,
        }
    }

    async fn writable(&self) -> io::Result<()> {
        match self {
            Self::Tcp(stream) => stream.writable().await,
            Self::Unix(stream) => stream.writable().await,
        }
    }

    /// Waits until the socket is writable, then calls `write`, which must not block. Returns `None`
    /// if the socket took nothing after all.
    async fn try_write(
        &self,
        write: impl FnOnce(BorrowedFd<'_>) -> rustix::io::Result<usize>,
    ) -> io::Result<Option<usize>> {
        self.writable().await?;
        let write = || write(self.as_fd()).map_err(io::Error::from);
        let written = match self {
            Self::Tcp(stream) => stream.try_io(Interest::WRITABLE, write),
            Self::Unix(stream) => stream.try_io(Interest::WRITABLE, write),
        };
        match written {
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => Ok(None),
            written => written.map(Some),
        }
    }
}

/// A connection's socket.
#[derive(Debug)]
pub(crate) struct Socket {
    pub(super) stream: Stream,
    activity: Arc<Activity>,
    /// The address of the client; a Unix socket has none.
    pub peer: Option<IpAddr>,
    /// The bytes that the system has taken of the present answer.
    pub sent: Arc<AtomicU64>,
}

impl Socket {
    pub fn new(stream: Stream, activity: Arc<Activity>, peer: Option<IpAddr>) -> Self {
        Self { stream, activity, peer, sent: Arc::default() }
    }

    pub fn activity(&self) -> &Arc<Activity> {
        &self.activity
    }

    /// Appends to `buffer` the bytes that have come, waiting for the first. Returns their number,
    /// which is 0 at the end of the connection.
    ///
    /// # Errors
    /// When the connection broke.
    pub async fn read(&mut self, buffer: &mut Vec<u8>) -> io::Result<usize> {
        if buffer.is_empty() {
            // An idle connection has no buffer.
            *buffer = Vec::new();
            self.stream.readable().await?;
            buffer.reserve(FIRST_READ);
        } else if buffer.capacity() == buffer.len() {
            buffer.reserve(NEXT_READ);
        }
        self.stream.read(buffer).await
    }

    /// Writes all of `bytes`. If more follow, the system may wait for them.
    ///
    /// # Errors
    /// When the connection broke.
    pub(super) async fn write(&self, mut bytes: &[u8], more: More) -> io::Result<()> {
        let flags = match more {
            More::No => SendFlags::NOSIGNAL,
            More::Yes => SendFlags::NOSIGNAL | SendFlags::MORE,
        };
        while !bytes.is_empty() {
            let sent = self.stream.try_write(|fd| rustix::net::send(fd, bytes, flags)).await?;
            if let Some(length) = sent {
                bytes = &bytes[length..];
                self.sent.fetch_add(length as u64, Ordering::Relaxed);
                self.activity.progress();
            }
        }
        Ok(())
    }

    /// Writes all of `blob`.
    ///
    /// # Errors
    /// When the connection broke, or a file on disk has changed.
    pub async fn write_blob(&self, blob: &Blob) -> io::Result<()> {
        match blob {
            Blob::Memory(bytes) => self.write(bytes, More::No).await,
            Blob::File { file, range } => self.write_from_disk(file, range.clone()).await,
        }
    }

    async fn write_from_disk(&self, file: &Arc<FileBlob>, mut range: Range<u64>) -> io::Result<()> {
        while range.start < range.end {
            let end = range.end.min(range.start + CHUNK);
            let bytes = read_chunk(file, range.start..end).await?;
            self.write(&bytes, More::No).await?;
            range.start = end;
        }
        Ok(())
    }

    /// Ends the sending side, then reads and drops up to `limit` bytes. Closing a socket that has
    /// unread bytes would make the system discard the answer.
    pub async fn linger(&mut self, limit: usize) {
        self.activity.enter(Phase::Closing);
        // The client may have gone.
        _ = rustix::net::shutdown(self.stream.as_fd(), Shutdown::Write);
        let mut read = 0;
        while read < limit {
            let mut buffer = Vec::with_capacity(16 << 10);
            match self.stream.read(&mut buffer).await {
                Ok(0) | Err(_) => return,
                Ok(length) => read += length,
            }
        }
    }
}

/// Whether more bytes of the same answer follow at once (`MSG_MORE` of `send(2)`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum More {
    Yes,
    No,
}

/// Reads part of a file, on a thread that may block.
///
/// # Errors
/// When it cannot be read, or has changed.
pub(crate) async fn read_chunk(file: &Arc<FileBlob>, range: Range<u64>) -> io::Result<Bytes> {
    let file = Arc::clone(file);
    tokio::task::spawn_blocking(move || file.read(range)).await.map_err(io::Error::other)?
}
