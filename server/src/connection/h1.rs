//! HTTP/1.1 (RFC 9112) and HTTP/1.0 on one connection: heads are read and answered in turn.
//!
//! A small body is written together with the head of its answer.

use std::io;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Instant;

use http::{Method, StatusCode};

use super::activity::Phase;
use super::head::{self, Head, Version};
use super::shared::Shared;
use super::socket::{More, Socket};
use crate::date;
use crate::log::Exchange;
use crate::request::{Answer, respond};
use crate::site::Blob;

/// The most bytes that are read after the last answer, before the connection is closed.
const LINGER_LIMIT: usize = 256 << 10;

/// The size of the largest part of a body that is copied to be written with the head, in bytes.
const SMALL: usize = 32 << 10;

/// Answers the requests of one connection until either side ends it. `input` was read already.
///
/// # Errors
/// When the connection broke.
pub(super) async fn serve(
    mut input: Vec<u8>,
    mut socket: Socket,
    shared: &Shared,
) -> io::Result<()> {
    loop {
        if !input.is_empty() && answer_all(&mut input, &socket, shared).await? == Next::Close {
            socket.linger(LINGER_LIMIT).await;
            return Ok(());
        }
        if socket.read(&mut input).await? == 0 {
            return Ok(());
        }
    }
}

/// The next thing to do with a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Next {
    Read,
    Close,
}

/// Answers every complete request in `input`, and leaves the rest there.
async fn answer_all(input: &mut Vec<u8>, socket: &Socket, shared: &Shared) -> io::Result<Next> {
    let mut done = 0;
    while done < input.len() {
        match head::read(&input[done..]) {
            Ok(None) => break,
            Err(status) => {
                refuse(status, socket, shared).await?;
                return Ok(Next::Close);
            }
            Ok(Some(head)) => {
                done += head.length;
                if answer(&head, socket, shared).await? == Next::Close {
                    return Ok(Next::Close);
                }
            }
        }
    }
    input.drain(..done);
    if input.is_empty() {
        socket.activity().enter(Phase::Idle);
    } else {
        socket.activity().begin_head();
    }
    Ok(Next::Read)
}

async fn answer(head: &Head<'_>, socket: &Socket, shared: &Shared) -> io::Result<Next> {
    let began = Instant::now();
    let request = &head.request;
    let answer = respond(&shared.site.now(), request);
    // Bodies are not read. So no request can follow one: it could not be told where the body ends.
    let closes = !head.keeps_alive || request.has_body || shared.register.is_stopping();
    let persistence = match (closes, head.version) {
        (true, _) => "connection: close\r\n",
        (false, Version::Http10) => "connection: keep-alive\r\n",
        (false, Version::Http11) => "",
    };
    let asked = Asked { method: &request.method, path: request.path, began };
    send(&answer, persistence, &asked, socket, shared).await?;
    Ok(if closes { Next::Close } else { Next::Read })
}

/// Answers bytes that are no request with `status`. The log has no method and no path for them.
async fn refuse(status: StatusCode, socket: &Socket, shared: &Shared) -> io::Result<()> {
    let answer = Answer::text(&shared.site.now(), status);
    let method = Method::from_bytes(b"-").unwrap_or_default();
    let asked = Asked { method: &method, path: "", began: Instant::now() };
    send(&answer, "connection: close\r\n", &asked, socket, shared).await
}

/// What the log has of a request.
struct Asked<'a> {
    method: &'a Method,
    path: &'a str,
    began: Instant,
}

impl Asked<'_> {
    /// Begins to log the exchange with an answer whose head has `head` bytes.
    fn log(&self, answer: &Answer, head: usize, socket: &Socket, shared: &Shared) -> Exchange {
        socket.sent.store(0, Ordering::Relaxed);
        Exchange {
            log: Arc::clone(&shared.log),
            method: self.method.clone(),
            path: self.path.to_owned(),
            status: answer.status,
            head: head as u64,
            length: answer.body.iter().map(Blob::len).sum(),
            sent: Arc::clone(&socket.sent),
            began: self.began,
            peer: socket.peer,
        }
    }
}

async fn send(
    answer: &Answer,
    persistence: &str,
    asked: &Asked<'_>,
    socket: &Socket,
    shared: &Shared,
) -> io::Result<()> {
    socket.activity().enter(Phase::Sending);
    let mut output = Vec::with_capacity(size_hint(answer));
    write_head(&mut output, answer, persistence);
    let _logged =
        shared.log.logs_requests().then(|| asked.log(answer, output.len(), socket, shared));
    for part in &answer.body {
        if let Blob::Memory(small) = part
            && small.len() <= SMALL
        {
            output.extend_from_slice(small);
            continue;
        }
        socket.write(&output, More::Yes).await?;
        output.clear();
        socket.write_blob(part).await?;
    }
    socket.write(&output, More::No).await
}

/// About the size of the head with the small parts of the body, in bytes.
fn size_hint(answer: &Answer) -> usize {
    let in_memory = |part: &Blob| match part {
        Blob::Memory(bytes) if bytes.len() <= SMALL => bytes.len(),
        Blob::Memory(_) | Blob::File { .. } => 0,
    };
    512 + answer.block.lines.len() + answer.body.iter().map(in_memory).sum::<usize>()
}

/// Appends the head of an answer (RFC 9112 §4 and §5). Names are in lower case, as in HTTP/2.
fn write_head(output: &mut Vec<u8>, answer: &Answer, persistence: &str) {
    output.extend_from_slice(b"HTTP/1.1 ");
    output.extend_from_slice(answer.status.as_str().as_bytes());
    output.push(b' ');
    output.extend_from_slice(answer.status.canonical_reason().unwrap_or_default().as_bytes());
    output.extend_from_slice(b"\r\ndate: ");
    date::with_now(|now| output.extend_from_slice(now.as_bytes()));
    output.extend_from_slice(b"\r\n");
    for (name, value) in &answer.fields {
        output.extend_from_slice(name.as_str().as_bytes());
        output.extend_from_slice(b": ");
        output.extend_from_slice(value.as_bytes());
        output.extend_from_slice(b"\r\n");
    }
    if let Some(length) = answer.length {
        output.extend_from_slice(b"content-length: ");
        write_number(output, length);
        output.extend_from_slice(b"\r\n");
    }
    output.extend_from_slice(&answer.block.lines);
    output.extend_from_slice(persistence.as_bytes());
    output.extend_from_slice(b"\r\n");
}

/// Appends the decimal digits of `number`, faster than `write!` does.
fn write_number(output: &mut Vec<u8>, mut number: u64) {
    let start = output.len();
    loop {
        output.push(b'0' + (number % 10) as u8);
        number /= 10;
        if number == 0 {
            break;
        }
    }
    output[start..].reverse();
}
