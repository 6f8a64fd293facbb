//! HTTP/2 in clear text with prior knowledge (RFC 9113 §3.3), for proxies. The crate `h2` does
//! frames, header compression and flow control. Only streams whose body does not fit into the
//! client's window have a task of their own.

use std::io;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use bytes::Bytes;
use h2::server::{Connection, SendResponse};
use h2::{Reason, SendStream};
use http::header::{CONTENT_LENGTH, DATE, HOST};
use http::{HeaderValue, Response};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::activity::Phase;
use super::rewind::Rewind;
use super::shared::Shared;
use super::socket::{Socket, read_chunk};
use crate::date;
use crate::log::Exchange;
use crate::request::{Answer, Fields, Request, respond};
use crate::site::Blob;

/// The most concurrent requests on one connection.
const MOST_STREAMS: u32 = 128;
/// The most bytes of the header fields of one request, as in HTTP/1.1.
const LONGEST_HEADERS: u32 = 16 << 10;
/// The most bytes of a body that are handed to `h2` at a time.
const CHUNK: usize = 64 << 10;
/// The most bytes of files on disk that wait to be sent on one connection. A client that opens its
/// windows wide and reads nothing makes us hold no more.
const BUFFER: usize = 4 * CHUNK;
/// The fewest bytes of a body that count as progress: a client may open its window byte by byte.
const PROGRESS: usize = 1024;

/// The time between two checks whether all streams have ended.
const POLL_INTERVAL: Duration = Duration::from_millis(250);

/// Answers the requests of one connection. `read` was read from it already.
///
/// # Errors
/// When the connection broke, or the client broke the protocol.
pub(super) async fn serve(read: Bytes, socket: Socket, shared: &Shared) -> io::Result<()> {
    let (activity, peer) = (Arc::clone(socket.activity()), socket.peer);
    let mut connection = handshake(Rewind::new(read, socket)).await.map_err(io::Error::other)?;
    // A proxy may open connections ahead of their first requests.
    activity.enter(Phase::Idle);
    let buffer = Arc::new(Semaphore::new(BUFFER));
    let mut stop = std::pin::pin!(shared.stopped());
    let mut is_stopping = false;
    let mut polls = tokio::time::interval(POLL_INTERVAL);
    loop {
        tokio::select! {
            biased;
            accepted = connection.accept() => {
                let Some(accepted) = accepted else { return Ok(()) };
                let (request, response) = accepted.map_err(io::Error::other)?;
                activity.begin_sending();
                answer(&request, response, shared, peer, &buffer);
            }
            _ = polls.tick() => {
                if !connection.has_streams() {
                    activity.end_sending();
                }
            }
            // RFC 9113 §6.8: streams that have begun are finished, no new ones begin.
            () = &mut stop, if !is_stopping => {
                is_stopping = true;
                connection.graceful_shutdown();
            }
        }
    }
}

async fn handshake(socket: Rewind) -> Result<Connection<Rewind, Bytes>, h2::Error> {
    let mut builder = h2::server::Builder::new();
    builder.max_concurrent_streams(MOST_STREAMS).max_header_list_size(LONGEST_HEADERS);
    builder.max_send_buffer_size(CHUNK);
    builder.handshake(socket).await
}

fn answer(
    request: &http::Request<h2::RecvStream>,
    mut stream: SendResponse<Bytes>,
    shared: &Shared,
    peer: Option<std::net::IpAddr>,
    buffer: &Arc<Semaphore>,
) {
    let began = Instant::now();
    let site = shared.site.now();
    let request = read(request);
    let answer = match &request {
        Some(request) => respond(&site, request),
        None => Answer::text(&site, http::StatusCode::BAD_REQUEST),
    };
    let logged = request.as_ref().filter(|_| shared.log.logs_requests()).map(|request| Exchange {
        log: Arc::clone(&shared.log),
        method: request.method.clone(),
        path: request.path.to_owned(),
        status: answer.status,
        head: 0,
        length: answer.body.iter().map(Blob::len).sum(),
        sent: Arc::default(),
        began,
        peer,
    });
    let is_empty = answer.body.is_empty();
    // The client may have gone, or cancelled the request.
    let Ok(stream) = stream.send_response(head(&answer), is_empty) else { return };
    if !is_empty {
        let (pace, buffer) = (Pace::new(shared.register.stall()), Arc::clone(buffer));
        send(Sending { stream, buffer, pace, logged }, answer.body);
    }
}

/// Reads a request; `None` if it has neither authority nor Host (RFC 9113 §8.3.1).
fn read(request: &http::Request<h2::RecvStream>) -> Option<Request<'_>> {
    let uri = request.uri();
    if uri.authority().is_none() && !request.headers().contains_key(HOST) {
        return None;
    }
    let mut fields = Fields::default();
    for (name, value) in request.headers() {
        fields.add(name, value.as_bytes());
    }
    Some(Request {
        method: request.method().clone(),
        path: uri.path(),
        query: uri.query(),
        has_body: !request.body().is_end_stream(),
        fields,
    })
}

fn head(answer: &Answer) -> Response<()> {
    let mut response = Response::new(());
    *response.status_mut() = answer.status;
    let headers = response.headers_mut();
    headers.clone_from(&answer.block.map);
    headers.extend(answer.fields.iter().map(|(name, value)| (name.clone(), value.clone())));
    if let Some(length) = answer.length {
        headers.insert(CONTENT_LENGTH, length.into());
    }
    // An HTTP date is ASCII: always a valid value.
    if let Ok(now) = date::with_now(HeaderValue::from_str) {
        headers.insert(DATE, now);
    }
    response
}

/// A body on its way.
struct Sending {
    stream: SendStream<Bytes>,
    buffer: Arc<Semaphore>,
    pace: Pace,
    logged: Option<Exchange>,
}

/// The time until which a client must take some of a body, whatever else it does meanwhile.
struct Pace {
    timeout: Duration,
    deadline: tokio::time::Instant,
    taken: usize,
}

impl Pace {
    fn new(timeout: Duration) -> Self {
        Self { timeout, deadline: tokio::time::Instant::now() + timeout, taken: 0 }
    }

    fn take(&mut self, length: usize) {
        self.taken += length;
        if self.taken >= PROGRESS {
            *self = Self::new(self.timeout);
        }
    }
}

/// Sends a body. Bytes in memory are shared with the site, so they are handed over at once as far as
/// the client's window has space.
fn send(mut sending: Sending, body: Vec<Blob>) {
    if let [Blob::Memory(bytes)] = &body[..] {
        sending.stream.reserve_capacity(bytes.len());
        if sending.stream.capacity() >= bytes.len() {
            // The client may have gone.
            _ = sending.hand_over(bytes.clone(), true);
            return;
        }
    }
    tokio::spawn(async move {
        if sending.all(&body).await.is_err() {
            // The client must know that the body is not complete.
            sending.stream.send_reset(Reason::INTERNAL_ERROR);
        }
    });
}

impl Sending {
    /// Sends a body in chunks. A chunk of a file is read only when the client's window and the
    /// connection's buffer have space for it.
    async fn all(&mut self, body: &[Blob]) -> io::Result<()> {
        for part in body {
            let mut at = 0;
            while at < part.len() {
                let length = self.capacity((part.len() - at).min(CHUNK as u64) as usize).await?;
                let end = at + length as u64;
                let bytes = match part.slice(at..end) {
                    Blob::Memory(bytes) => bytes,
                    Blob::File { file, range } => {
                        let buffer = Arc::clone(&self.buffer);
                        let share = buffer.acquire_many_owned(length as u32).await;
                        let _share = share.map_err(io::Error::other)?;
                        Bytes::from_owner(Buffered {
                            bytes: read_chunk(&file, range).await?,
                            _share,
                        })
                    }
                };
                self.hand_over(bytes, false)?;
                at = end;
            }
        }
        self.hand_over(Bytes::new(), true)
    }

    fn hand_over(&mut self, bytes: Bytes, is_last: bool) -> io::Result<()> {
        let length = bytes.len();
        self.stream.send_data(bytes, is_last).map_err(io::Error::other)?;
        self.pace.take(length);
        if let Some(logged) = &self.logged {
            logged.sent.fetch_add(length as u64, Ordering::Relaxed);
        }
        Ok(())
    }

    /// Waits until the client's window has space. Returns the number of bytes that may be sent, up
    /// to `most`.
    ///
    /// # Errors
    /// When the client has gone, or takes too little for too long.
    async fn capacity(&mut self, most: usize) -> io::Result<usize> {
        self.stream.reserve_capacity(most);
        loop {
            let capacity = std::future::poll_fn(|context| self.stream.poll_capacity(context));
            let capacity = tokio::time::timeout_at(self.pace.deadline, capacity).await?;
            let length = capacity.ok_or(io::ErrorKind::BrokenPipe)?.map_err(io::Error::other)?;
            if length > 0 {
                return Ok(length.min(most));
            }
        }
    }
}

/// A chunk that waits to be sent. It occupies a share of the connection's buffer until it is
/// dropped.
struct Buffered {
    bytes: Bytes,
    _share: OwnedSemaphorePermit,
}

impl AsRef<[u8]> for Buffered {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}
