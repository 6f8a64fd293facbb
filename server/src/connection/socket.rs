//! A connected socket, TCP or Unix: bytes in, bytes and files out. Each call notes in the
//! connection's activity what moved.

use std::fs::File;
use std::io;
use std::net::IpAddr;
use std::ops::Range;
use std::os::fd::{AsFd, BorrowedFd};
use std::sync::Arc;

use bytes::Bytes;
use rustix::net::{SendFlags, Shutdown};
use tokio::io::{AsyncReadExt, Interest};
use tokio::net::{TcpStream, UnixStream};

use super::activity::Activity;
use crate::site::{Blob, FileBlob};

/// How many bytes are read at first; nearly every head fits.
const FIRST_READ: usize = 2 << 10;
/// How many when it does not.
const NEXT_READ: usize = 16 << 10;
/// How much of a file on disk is in memory at a time, in bytes.
const CHUNK: u64 = 256 << 10;
/// The two kinds of sockets.
#[derive(Debug)]
pub(crate) enum Stream {
    /// From anywhere.
    Tcp(TcpStream),
    /// From a program on this machine.
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

    /// Calls `write`, which does not wait, once the socket takes something. Returns `None` when it took
    /// nothing after all.
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

/// A connected socket that does not block.
#[derive(Debug)]
pub(crate) struct Socket {
    pub(super) stream: Stream,
    activity: Arc<Activity>,
    /// Who is at the other end, where the system tells.
    pub peer: Option<IpAddr>,
}

impl Socket {
    /// Takes over a socket that was just accepted.
    pub fn new(stream: Stream, activity: Arc<Activity>, peer: Option<IpAddr>) -> Self {
        Self { stream, activity, peer }
    }

    /// The activity of this connection.
    pub fn activity(&self) -> &Arc<Activity> {
        &self.activity
    }

    /// Reads what is there behind what `buffer` holds; waits for at least one byte. Returns how many
    /// came: 0 at the end.
    ///
    /// # Errors
    /// When the connection broke.
    pub async fn read(&mut self, buffer: &mut Vec<u8>) -> io::Result<usize> {
        if buffer.is_empty() {
            // An idle connection holds no buffer.
            *buffer = Vec::new();
            self.stream.readable().await?;
            buffer.reserve(FIRST_READ);
        } else if buffer.capacity() == buffer.len() {
            buffer.reserve(NEXT_READ);
        }
        self.stream.read(buffer).await
    }

    /// Writes all of `bytes`. Where more follow, the system may wait for them.
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
                self.activity.progress();
            }
        }
        Ok(())
    }

    /// Writes all of `blob`.
    ///
    /// # Errors
    /// When the connection broke, or a file on disk is no longer what it was.
    pub async fn write_blob(&self, blob: &Blob) -> io::Result<()> {
        match blob {
            Blob::Memory(bytes) => self.write(bytes, More::No).await,
            Blob::File { file, range } if file.is_private() => {
                self.write_file(file.file(), range.clone()).await
            }
            Blob::File { file, range } => self.write_from_disk(file, range.clone()).await,
        }
    }

    /// Lets the kernel copy from a file that nobody else can write to.
    async fn write_file(&self, file: &File, mut range: Range<u64>) -> io::Result<()> {
        while range.start < range.end {
            let count = (range.end - range.start) as usize;
            let sent = self
                .stream
                .try_write(|fd| rustix::fs::sendfile(fd, file, Some(&mut range.start), count));
            match sent.await? {
                Some(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
                Some(_) => self.activity.progress(),
                None => {}
            }
        }
        Ok(())
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

    /// Says that nothing more will be sent, then reads and forgets what the client still sends, at
    /// most `most` bytes: closing at once would make the system throw away the answer with it.
    pub async fn linger(&mut self, most: usize) {
        // A connection that is gone already cannot be told.
        _ = rustix::net::shutdown(self.stream.as_fd(), Shutdown::Write);
        let mut read = 0;
        while read < most {
            let mut buffer = Vec::with_capacity(16 << 10);
            match self.stream.read(&mut buffer).await {
                Ok(0) | Err(_) => return,
                Ok(length) => read += length,
            }
        }
    }
}

/// Whether more bytes of the same answer follow at once, as the flag `MSG_MORE` says it to the system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum More {
    Yes,
    No,
}

/// Part of a file. The disk is waited for on a thread that may wait.
///
/// # Errors
/// When it cannot be read, or is no longer what it was.
pub(crate) async fn read_chunk(file: &Arc<FileBlob>, range: Range<u64>) -> io::Result<Bytes> {
    if file.is_private() {
        return file.read(range);
    }
    let file = Arc::clone(file);
    tokio::task::spawn_blocking(move || file.read(range)).await.map_err(io::Error::other)?
}
