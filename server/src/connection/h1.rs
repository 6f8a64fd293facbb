//! HTTP/1.1 (RFC 9112) and HTTP/1.0 on one connection: heads are read and answered in turn.
//!
//! A small body is written together with the head of its answer. A large one is copied from a file
//! to the socket by the kernel.

use std::io;
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
    let began = shared.log.logs_requests().then(Instant::now);
    let request = &head.request;
    let answer = respond(&shared.site.now(), request);
    // Bodies are not read. So no request can follow one: it could not be told where the body ends.
    let closes = !head.keeps_alive || request.has_body || shared.register.is_stopping();
    let persistence = match (closes, head.version) {
        (true, _) => "connection: close\r\n",
        (false, Version::Http10) => "connection: keep-alive\r\n",
        (false, Version::Http11) => "",
    };
    socket.activity().enter(Phase::Sending);
    let bytes = send(&answer, persistence, socket).await?;
    if let Some(began) = began {
        let (method, path, status) = (&request.method, request.path, answer.status);
        let (duration, peer) = (began.elapsed(), socket.peer);
        shared.log.request(&Exchange { method, path, status, bytes, duration, peer });
    }
    Ok(if closes { Next::Close } else { Next::Read })
}

/// Answers bytes that are no request with `status`. The log has no path for them.
async fn refuse(status: StatusCode, socket: &Socket, shared: &Shared) -> io::Result<()> {
    let answer = Answer::text(&shared.site.now(), status);
    socket.activity().enter(Phase::Sending);
    let bytes = send(&answer, "connection: close\r\n", socket).await?;
    if shared.log.logs_requests() {
        let (method, duration) = (&Method::GET, std::time::Duration::ZERO);
        let peer = socket.peer;
        shared.log.request(&Exchange { method, path: "", status, bytes, duration, peer });
    }
    Ok(())
}

/// Sends `answer`, and returns the size of its body.
async fn send(answer: &Answer, persistence: &str, socket: &Socket) -> io::Result<u64> {
    let mut output = Vec::with_capacity(size_hint(answer));
    write_head(&mut output, answer, persistence);
    let mut bytes = 0;
    for part in &answer.body {
        bytes += part.len();
        if let Blob::Memory(small) = part {
            output.extend_from_slice(small);
            continue;
        }
        socket.write(&output, More::Yes).await?;
        output.clear();
        socket.write_blob(part).await?;
    }
    socket.write(&output, More::No).await?;
    Ok(bytes)
}

/// About the size of the head with the parts of the body that are in memory, in bytes.
fn size_hint(answer: &Answer) -> usize {
    let in_memory = |part: &Blob| match part {
        Blob::Memory(bytes) => bytes.len(),
        Blob::File { .. } => 0,
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
