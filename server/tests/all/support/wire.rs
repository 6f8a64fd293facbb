//! One connection: bytes out, answers in.

use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use super::wait::TIMEOUT;

/// A connection to the server.
pub struct Wire {
    /// The connection itself.
    pub stream: TcpStream,
    /// The bytes that came and belong to no answer yet.
    read: Vec<u8>,
}

/// An answer, its header names in lower case.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Wire {
    pub fn connect(address: &str) -> Self {
        let stream = TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(TIMEOUT)).unwrap();
        Self { stream, read: Vec::new() }
    }

    /// Sends bytes as they are. A server that has closed already takes none of them.
    pub fn send(&mut self, bytes: &[u8]) {
        _ = self.stream.write_all(bytes);
    }

    /// Sends a request in HTTP/1.1.
    pub fn ask(&mut self, method: &str, path: &str, headers: &[&str]) {
        let mut request = format!("{method} {path} HTTP/1.1\r\nHost: test\r\n");
        for header in headers {
            request.push_str(header);
            request.push_str("\r\n");
        }
        self.send(format!("{request}\r\n").as_bytes());
    }

    /// Reads the answer to a request of `method`, and not a byte of the next.
    pub fn answer(&mut self, method: &str) -> Answer {
        let end = loop {
            if let Some(end) = self.read.windows(4).position(|four| four == b"\r\n\r\n") {
                break end + 4;
            }
            assert!(self.more().unwrap() > 0, "closed before an answer: {:?}", self.read);
        };
        let mut answer = Answer::parse(&self.read[..end]);
        self.read.drain(..end);
        let has_body = method != "HEAD" && ![204, 304].contains(&answer.status);
        let length = if has_body { answer.header("content-length").parse().unwrap() } else { 0 };
        while self.read.len() < length {
            assert!(self.more().unwrap() > 0, "closed within a body of {length} bytes");
        }
        answer.body = self.read.drain(..length).collect();
        answer
    }

    /// Reads to the end of the connection.
    pub fn rest(&mut self) -> io::Result<Vec<u8>> {
        while self.more()? > 0 {}
        Ok(std::mem::take(&mut self.read))
    }

    /// Whether the server closes within `time`. What it sends before is kept.
    pub fn closes_within(&mut self, time: Duration) -> bool {
        self.stream.set_read_timeout(Some(time)).unwrap();
        loop {
            match self.more() {
                Ok(0) => return true,
                Ok(_) => {}
                Err(error) => {
                    let waited = [io::ErrorKind::WouldBlock, io::ErrorKind::TimedOut];
                    return !waited.contains(&error.kind());
                }
            }
        }
    }

    fn more(&mut self) -> io::Result<usize> {
        let mut buffer = [0; 1 << 16];
        let length = self.stream.read(&mut buffer)?;
        self.read.extend_from_slice(&buffer[..length]);
        Ok(length)
    }
}

impl Answer {
    fn parse(head: &[u8]) -> Self {
        let head = str::from_utf8(head).unwrap().trim_end();
        let mut lines = head.split("\r\n");
        let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
        let headers = lines
            .map(|line| line.split_once(": ").unwrap())
            .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
            .collect();
        Self { status, headers, body: Vec::new() }
    }

    /// The value of a header, or an empty text when it is absent.
    pub fn header(&self, name: &str) -> &str {
        let found = self.headers.iter().find(|(header, _)| header == name);
        found.map_or("", |(_, value)| value)
    }

    /// The body as text.
    pub fn text(&self) -> &str {
        str::from_utf8(&self.body).unwrap()
    }
}
