//! A socket with the traits that the crate `h2` asks for.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::{Buf, Bytes};
use rustix::net::Shutdown;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use super::socket::{Socket, Stream};

/// The fewest bytes of a write that count as progress: `h2` answers pings by itself.
const PROGRESS: usize = 64;

/// A socket that yields `read` again before its further bytes.
#[derive(Debug)]
pub(crate) struct Rewind {
    read: Bytes,
    socket: Socket,
}

impl Rewind {
    pub fn new(read: Bytes, socket: Socket) -> Self {
        Self { read, socket }
    }
}

impl AsyncRead for Rewind {
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

impl AsyncWrite for Rewind {
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
            this.socket.activity().progress_of_sending();
        }
        Poll::Ready(sent)
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        // Nothing is buffered here.
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        // The client may have gone.
        _ = rustix::net::shutdown(self.socket.stream.as_fd(), Shutdown::Write);
        Poll::Ready(Ok(()))
    }
}
