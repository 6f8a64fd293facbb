//! HTTP/2 in clear text with prior knowledge (RFC 9113 §3.3), for proxies. The crate `h2` does
//! frames, header compression and flow control. Only streams with a large body have a task of their
//! own.

use std::io;
use std::sync::Arc;
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
/// The most bytes of a large body that are handed to `h2` at a time.
const CHUNK: usize = 64 << 10;
/// The most bytes of all large bodies of one connection that wait to be sent. A client that opens
/// its windows wide and reads nothing makes us hold no more.
const BUFFER: usize = 4 * CHUNK;

/// The time between two checks whether all streams have ended.
const POLL_INTERVAL: Duration = Duration::from_millis(250);

/// Answers the requests of one connection. `read` was read from it already.
///
/// # Errors
/// When the connection broke, or the client broke the protocol.
pub(super) async fn serve(read: Bytes, socket: Socket, shared: &Shared) -> io::Result<()> {
    let (activity, peer) = (Arc::clone(socket.activity()), socket.peer);
    let mut connection = handshake(Rewind::new(read, socket)).await.map_err(io::Error::other)?;
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
                activity.enter(Phase::Sending);
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
    let is_empty = answer.body.is_empty();
    // The client may have gone, or cancelled the request.
    let Ok(sending) = stream.send_response(head(&answer), is_empty) else { return };
    if let Some(request) = &request
        && shared.log.logs_requests()
    {
        let (method, path, status) = (&request.method, request.path, answer.status);
        let bytes = answer.body.iter().map(Blob::len).sum();
        let duration = began.elapsed();
        shared.log.request(&Exchange { method, path, status, bytes, duration, peer });
    }
    if !is_empty {
        send(sending, answer.body, buffer);
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

/// Sends a body. Bytes in memory are shared with the site, so they are handed over all at once.
fn send(mut stream: SendStream<Bytes>, body: Vec<Blob>, buffer: &Arc<Semaphore>) {
    if let [Blob::Memory(bytes)] = &body[..] {
        // The client may have gone.
        _ = stream.send_data(bytes.clone(), true);
        return;
    }
    let buffer = Arc::clone(buffer);
    tokio::spawn(async move {
        if send_large(&mut stream, &body, &buffer).await.is_err() {
            // The client must know that the body is not complete.
            stream.send_reset(Reason::INTERNAL_ERROR);
        }
    });
}

/// Sends a body in chunks. A chunk is read only when the client's window and the connection's
/// `buffer` have space for it.
async fn send_large(
    stream: &mut SendStream<Bytes>,
    body: &[Blob],
    buffer: &Arc<Semaphore>,
) -> io::Result<()> {
    for part in body {
        let mut at = 0;
        while at < part.len() {
            let length = capacity(stream, (part.len() - at).min(CHUNK as u64) as usize).await?;
            let end = at + length as u64;
            let bytes = match part.slice(at..end) {
                Blob::Memory(bytes) => bytes,
                Blob::File { file, range } => {
                    let share = Arc::clone(buffer).acquire_many_owned(length as u32).await;
                    let _share = share.map_err(io::Error::other)?;
                    Bytes::from_owner(Buffered { bytes: read_chunk(&file, range).await?, _share })
                }
            };
            stream.send_data(bytes, false).map_err(io::Error::other)?;
            at = end;
        }
    }
    stream.send_data(Bytes::new(), true).map_err(io::Error::other)
}

/// Waits until the client's window has space. Returns the number of bytes that may be sent, up to
/// `most`.
async fn capacity(stream: &mut SendStream<Bytes>, most: usize) -> io::Result<usize> {
    stream.reserve_capacity(most);
    loop {
        let capacity = std::future::poll_fn(|context| stream.poll_capacity(context)).await;
        let length = capacity.ok_or(io::ErrorKind::BrokenPipe)?.map_err(io::Error::other)?;
        if length > 0 {
            return Ok(length.min(most));
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
