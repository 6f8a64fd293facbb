//! A connected socket, TCP or Unix: bytes in, bytes and files out. Each call notes in the
//! connection's slot what moved.

use std::fs::File;
use std::io;
use std::net::IpAddr;
use std::ops::Range;
use std::os::fd::{AsFd, BorrowedFd};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use bytes::{Buf, Bytes};
use rustix::net::{SendFlags, Shutdown};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, Interest, ReadBuf};
use tokio::net::{TcpStream, UnixStream};

use super::slots::Slot;
use crate::site::blob::{Blob, Held};

/// How much of a file on disk is in memory at a time, in bytes.
const CHUNK: u64 = 256 << 10;
/// A write of fewer bytes is no sign of life: HTTP/2 answers pings by itself.
const PROGRESS: usize = 64;

/// The two kinds of sockets.
#[derive(Debug)]
pub(crate) enum Stream {
    /// From anywhere.
    Tcp(TcpStream),
    /// From a program on this machine.
    Unix(UnixStream),
}

impl Stream {
    fn as_fd(&self) -> BorrowedFd<'_> {
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
    stream: Stream,
    slot: Arc<Slot>,
    /// Who is at the other end, where the system tells.
    pub peer: Option<IpAddr>,
}

impl Socket {
    /// Takes over a socket that was just accepted.
    pub fn new(stream: Stream, slot: Arc<Slot>, peer: Option<IpAddr>) -> Self {
        Self { stream, slot, peer }
    }

    /// What the register knows of this connection.
    pub fn slot(&self) -> &Arc<Slot> {
        &self.slot
    }

    /// Waits until there is something to read.
    ///
    /// # Errors
    /// When the runtime stops.
    pub async fn readable(&self) -> io::Result<()> {
        self.stream.readable().await
    }

    /// Reads what is there behind what `buffer` holds, up to its capacity; waits for at least one
    /// byte. Returns how many came: 0 at the end.
    ///
    /// # Errors
    /// When the connection broke.
    pub async fn read(&mut self, buffer: &mut Vec<u8>) -> io::Result<usize> {
        self.stream.read(buffer).await
    }

    /// Writes all of `bytes`. With `more`, the system may wait for what follows.
    ///
    /// # Errors
    /// When the connection broke.
    pub async fn write(&self, mut bytes: &[u8], more: Following) -> io::Result<()> {
        let flags = match more {
            Following::Nothing => SendFlags::NOSIGNAL,
            Following::More => SendFlags::NOSIGNAL | SendFlags::MORE,
        };
        while !bytes.is_empty() {
            let sent = self.stream.try_write(|fd| rustix::net::send(fd, bytes, flags)).await?;
            if let Some(length) = sent {
                bytes = &bytes[length..];
                self.slot.moved();
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
            Blob::Memory(bytes) => self.write(bytes, Following::Nothing).await,
            Blob::Held { file, range } => match file.own() {
                Some(own) => self.write_file(own, range.clone()).await,
                None => self.write_from_disk(file, range.clone()).await,
            },
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
                Some(_) => self.slot.moved(),
                None => {}
            }
        }
        Ok(())
    }

    async fn write_from_disk(&self, file: &Arc<Held>, mut range: Range<u64>) -> io::Result<()> {
        while range.start < range.end {
            let end = range.end.min(range.start + CHUNK);
            let bytes = read_chunk(file, range.start..end).await?;
            self.write(&bytes, Following::Nothing).await?;
            range.start = end;
        }
        Ok(())
    }

    /// Says that nothing more will be sent, then reads and forgets what the client still sends, at
    /// most `most` bytes: closing at once would make the system throw away the answer with it.
    pub async fn linger(&mut self, most: usize) {
        // A connection that is gone already needs no farewell.
        _ = rustix::net::shutdown(self.stream.as_fd(), Shutdown::Write);
        let mut read = 0;
        while read < most {
            let mut buffer = Vec::with_capacity(16 << 10);
            match self.read(&mut buffer).await {
                Ok(0) | Err(_) => return,
                Ok(length) => read += length,
            }
        }
    }
}

/// Whether more bytes of the same answer follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Following {
    /// This is the end.
    Nothing,
    /// More follow at once.
    More,
}

/// Part of a file. The disk is waited for on a thread that may wait.
///
/// # Errors
/// When it cannot be read, or is no longer what it was.
pub(crate) async fn read_chunk(file: &Arc<Held>, range: Range<u64>) -> io::Result<Bytes> {
    if file.own().is_some() {
        return file.read(range);
    }
    let file = Arc::clone(file);
    tokio::task::spawn_blocking(move || file.read(range)).await.map_err(io::Error::other)?
}

/// A socket for the crate `h2`, with the bytes that were already read from it.
#[derive(Debug)]
pub(crate) struct Rewound {
    read: Bytes,
    socket: Socket,
}

impl Rewound {
    /// Puts `read` back before what `socket` still has to say.
    pub fn new(read: Bytes, socket: Socket) -> Self {
        Self { read, socket }
    }
}

impl AsyncRead for Rewound {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        if this.read.has_remaining() {
            let length = this.read.remaining().min(buffer.remaining());
            buffer.put_slice(&this.read.split_to(length));
            return Poll::Ready(Ok(()));
        }
        match &mut this.socket.stream {
            Stream::Tcp(stream) => Pin::new(stream).poll_read(context, buffer),
            Stream::Unix(stream) => Pin::new(stream).poll_read(context, buffer),
        }
    }
}

impl AsyncWrite for Rewound {
    fn poll_write(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        let sent = ready!(match &mut this.socket.stream {
            Stream::Tcp(stream) => Pin::new(stream).poll_write(context, bytes),
            Stream::Unix(stream) => Pin::new(stream).poll_write(context, bytes),
        });
        if sent.as_ref().is_ok_and(|length| *length >= PROGRESS) {
            this.socket.slot.moved();
        }
        Poll::Ready(sent)
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        // The system's own buffer needs no flush.
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        // A connection that is gone already needs no farewell.
        _ = rustix::net::shutdown(self.socket.stream.as_fd(), Shutdown::Write);
        Poll::Ready(Ok(()))
    }
}
