//! HTTP/2 in clear text with prior knowledge (RFC 9113 §3.3), for proxies. The crate `h2` does frames,
//! header compression and flow control; a stream needs no task of its own unless its body is large.

use std::io;
use std::sync::Arc;
use std::time::{Duration, Instant};

use bytes::Bytes;
use h2::server::SendResponse;
use h2::{Reason, SendStream};
use http::header::{CONTENT_LENGTH, DATE, HOST};
use http::{HeaderValue, Response};

use super::Shared;
use super::slots::Phase;
use super::socket::{Rewound, Socket, read_chunk};
use crate::date;
use crate::log::Exchange;
use crate::request::{Answer, Fields, Request, respond};
use crate::site::blob::Blob;

/// RFC 9113 §3.4: what a client begins with.
const PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
/// Requests at a time on one connection.
const MOST_STREAMS: u32 = 128;
/// All header fields of one request together, in bytes; as in HTTP/1.1.
const LONGEST_HEADERS: u32 = 16 << 10;
/// How much of a large body is handed over at a time, in bytes.
const CHUNK: u64 = 64 << 10;

/// How often it is looked whether all streams have ended.
const GLANCE: Duration = Duration::from_millis(250);

/// Whether `bytes` may become the preface.
pub(super) fn is_beginning(bytes: &[u8]) -> bool {
    let length = bytes.len().min(PREFACE.len());
    bytes[..length] == PREFACE[..length]
}

/// Whether `bytes` hold the whole preface.
pub(super) fn is_preface(bytes: &[u8]) -> bool {
    bytes.starts_with(PREFACE)
}

/// Answers the requests of one connection, whose first bytes were `read`.
///
/// # Errors
/// When the connection broke, or the client did not keep to the protocol.
pub(super) async fn serve(read: Bytes, socket: Socket, shared: &Shared) -> io::Result<()> {
    let (slot, peer) = (Arc::clone(socket.slot()), socket.peer);
    let mut builder = h2::server::Builder::new();
    builder.max_concurrent_streams(MOST_STREAMS).max_header_list_size(LONGEST_HEADERS);
    let connection = builder.handshake(Rewound::new(read, socket)).await;
    let mut connection = connection.map_err(io::Error::other)?;
    let mut stop = std::pin::pin!(shared.stopped());
    let mut is_stopping = false;
    let mut glances = tokio::time::interval(GLANCE);
    loop {
        tokio::select! {
            biased;
            accepted = connection.accept() => {
                let Some(accepted) = accepted else { return Ok(()) };
                let (request, response) = accepted.map_err(io::Error::other)?;
                slot.enter(Phase::Sending);
                answer(&request, response, shared, peer);
            }
            _ = glances.tick() => {
                if !connection.has_streams() {
                    slot.rest();
                }
            }
            // RFC 9113 §6.8: what has begun is finished, nothing new begins.
            () = &mut stop, if !is_stopping => {
                is_stopping = true;
                connection.graceful_shutdown();
            }
        }
    }
}

fn answer(
    request: &http::Request<h2::RecvStream>,
    mut stream: SendResponse<Bytes>,
    shared: &Shared,
    peer: Option<std::net::IpAddr>,
) {
    let began = Instant::now();
    let site = shared.site.now();
    let request = read(request);
    let answer = match &request {
        Some(request) => respond(&site, request),
        None => Answer::text(&site, http::StatusCode::BAD_REQUEST),
    };
    let is_empty = answer.body.is_empty();
    // A client that is gone, or that took its request back, needs no answer.
    let Ok(sending) = stream.send_response(head(&answer), is_empty) else { return };
    if let Some(request) = &request
        && shared.log.tells_requests()
    {
        let (method, path, status) = (&request.method, request.path, answer.status);
        let bytes = answer.body.iter().map(Blob::len).sum();
        let duration = began.elapsed();
        shared.log.request(&Exchange { method, path, status, bytes, duration, peer });
    }
    if !is_empty {
        send(sending, answer.body);
    }
}

/// The request, if it names whom it is for (RFC 9113 §8.3.1).
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

/// What is in memory is handed over at once: it is shared, and waits for the client's window at no cost.
fn send(mut stream: SendStream<Bytes>, body: Vec<Blob>) {
    if let [Blob::Memory(bytes)] = &body[..] {
        // A client that is gone needs no body.
        _ = stream.send_data(bytes.clone(), true);
        return;
    }
    tokio::spawn(async move {
        if send_large(&mut stream, &body).await.is_err() {
            // The client must not take what came for the whole.
            stream.send_reset(Reason::INTERNAL_ERROR);
        }
    });
}

/// Hands over a chunk whenever the client's window has room for it.
async fn send_large(stream: &mut SendStream<Bytes>, body: &[Blob]) -> io::Result<()> {
    for part in body {
        let mut at = 0;
        while at < part.len() {
            let end = part.len().min(at + CHUNK);
            let bytes = match part.slice(at..end) {
                Blob::Memory(bytes) => bytes,
                Blob::Held { file, range } => read_chunk(&file, range).await?,
            };
            at = end;
            send_chunk(stream, bytes).await?;
        }
    }
    stream.send_data(Bytes::new(), true).map_err(io::Error::other)
}

async fn send_chunk(stream: &mut SendStream<Bytes>, mut bytes: Bytes) -> io::Result<()> {
    while !bytes.is_empty() {
        stream.reserve_capacity(bytes.len());
        let capacity = std::future::poll_fn(|context| stream.poll_capacity(context)).await;
        let room = capacity.ok_or(io::ErrorKind::BrokenPipe)?.map_err(io::Error::other)?;
        let now = bytes.split_to(room.min(bytes.len()));
        stream.send_data(now, false).map_err(io::Error::other)?;
    }
    Ok(())
}
