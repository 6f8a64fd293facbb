//! The log on standard error, as text or as JSON. It never holds a query or a header, and the
//! address of a client only if the host asked for it.
//!
//! A thread writes the lines, so that a slow disk slows no answer. If too many lines wait for it,
//! new ones are dropped and counted; the count is logged.

use std::fmt::{Display, Write as _};
use std::io::{self, BufWriter, Write};
use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use http::{Method, StatusCode};

use crate::date;
use crate::options::LogFormat;

/// The most lines that may wait to be written.
const WAITING: usize = 4096;

/// The longest that the end of the program waits for its last lines.
const FINISH_TIMEOUT: Duration = Duration::from_secs(1);
/// The time between two tries to have them written.
const POLL_INTERVAL: Duration = Duration::from_millis(5);

/// A request whose answer is being sent. It is logged when this is dropped, be the answer sent whole
/// or cut.
#[derive(Debug)]
pub(crate) struct Exchange {
    pub log: Arc<Log>,
    /// The method of the request.
    pub method: Method,
    /// The path of its target, still percent-encoded.
    pub path: String,
    /// The status of the answer.
    pub status: StatusCode,
    /// The size of the answer's head in `sent`, in bytes.
    pub head: u64,
    /// The size of its body, in bytes.
    pub length: u64,
    /// The bytes that the system has taken.
    pub sent: Arc<AtomicU64>,
    /// The end of the request's head.
    pub began: Instant,
    /// The address of the client; a Unix socket has none.
    pub peer: Option<IpAddr>,
}

impl Drop for Exchange {
    fn drop(&mut self) {
        self.log.request(self);
    }
}

/// Whether the log names the addresses of clients, which are personal data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Addresses {
    Hidden,
    Shown,
}

/// The log.
#[derive(Debug)]
pub(crate) struct Log {
    format: LogFormat,
    addresses: Addresses,
    lines: SyncSender<Message>,
    dropped: AtomicU64,
}

/// A message to the thread that writes.
enum Message {
    Line(String),
    /// Asks for an answer when all lines before are written.
    Finish(SyncSender<()>),
}

impl Log {
    /// Starts a log in `format`.
    ///
    /// # Errors
    /// When the system refuses a thread.
    pub fn new(format: LogFormat, addresses: Addresses) -> io::Result<Self> {
        let (lines, waiting) = sync_channel(WAITING);
        thread::Builder::new().name("log".to_owned()).spawn(move || write(&waiting))?;
        Ok(Self { format, addresses, lines, dropped: AtomicU64::new(0) })
    }

    /// Waits until all lines so far are written, but no longer than [`FINISH_TIMEOUT`]: nobody may
    /// be reading them.
    pub fn finish(&self) {
        let end = Instant::now() + FINISH_TIMEOUT;
        let (done, written) = sync_channel(1);
        while let Err(TrySendError::Full(_)) = self.lines.try_send(Message::Finish(done.clone())) {
            if Instant::now() >= end {
                return;
            }
            thread::sleep(POLL_INTERVAL);
        }
        // Without the thread, nothing waits to be written.
        _ = written.recv_timeout(end.saturating_duration_since(Instant::now()));
    }

    /// Logs an event.
    pub fn info(&self, message: &str, details: &[(&str, &dyn Display)]) {
        self.event("info", message, details);
    }

    /// Logs a problem that the server works around.
    pub fn warn(&self, message: &str, details: &[(&str, &dyn Display)]) {
        self.event("warn", message, details);
    }

    /// Logs an error.
    pub fn error(&self, message: &str, details: &[(&str, &dyn Display)]) {
        self.event("error", message, details);
    }

    /// Whether requests are logged at all.
    pub fn logs_requests(&self) -> bool {
        self.format != LogFormat::Off
    }

    fn request(&self, exchange: &Exchange) {
        let microseconds = exchange.began.elapsed().as_micros();
        let sent = exchange.sent.load(Ordering::Relaxed);
        let is_whole = sent >= exchange.head + exchange.length;
        let message = if is_whole { "request" } else { "request, answer cut" };
        let status = exchange.status.as_u16();
        let details: [(&str, &dyn Display); 6] = [
            ("method", &exchange.method),
            ("path", &exchange.path),
            ("status", &status),
            ("bytes", &sent.saturating_sub(exchange.head)),
            ("us", &microseconds),
            ("peer", &exchange.peer.as_ref().map(ToString::to_string).unwrap_or_default()),
        ];
        let shown = if self.addresses == Addresses::Shown { 6 } else { 5 };
        self.event("info", message, &details[..shown]);
    }

    fn event(&self, level: &str, message: &str, details: &[(&str, &dyn Display)]) {
        let now = date::rfc3339(SystemTime::now());
        let line = match self.format {
            LogFormat::Json => json(&now, level, message, details),
            LogFormat::Text | LogFormat::Off => text(&now, level, message, details),
        };
        if self.lines.try_send(Message::Line(line)).is_err() {
            self.dropped.fetch_add(1, Ordering::Relaxed);
        } else if let dropped @ 1.. = self.dropped.swap(0, Ordering::Relaxed) {
            self.event("warn", "log lines were dropped", &[("lines", &dropped)]);
        }
    }
}

fn write(waiting: &Receiver<Message>) {
    let mut output = BufWriter::new(io::stderr());
    while let Ok(first) = waiting.recv() {
        let mut next = Some(first);
        while let Some(message) = next {
            match message {
                // The server goes on if nobody reads its log.
                Message::Line(line) => _ = output.write_all(line.as_bytes()),
                Message::Finish(done) => {
                    _ = output.flush();
                    _ = done.send(());
                }
            }
            next = waiting.try_recv().ok();
        }
        _ = output.flush();
    }
}

fn text(
    now: &impl Display,
    level: &str,
    message: &str,
    details: &[(&str, &dyn Display)],
) -> String {
    let mut line = format!("{now} {level:5} {message}");
    for (name, value) in details {
        // Text of a client must not begin a new line or a new field.
        let value = value.to_string();
        let is_plain = value.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'"');
        let shown = if is_plain && !value.is_empty() { value } else { format!("{value:?}") };
        _ = write!(line, " {name}={shown}");
    }
    line.push('\n');
    line
}

fn json(
    now: &impl Display,
    level: &str,
    message: &str,
    details: &[(&str, &dyn Display)],
) -> String {
    let mut line = format!(r#"{{"time":"{now}","level":"{level}","message":"#);
    quote(&mut line, message);
    for (name, value) in details {
        _ = write!(line, r#","{name}":"#);
        let value = value.to_string();
        if value.parse::<u64>().is_ok_and(|number| number.to_string() == value) {
            line.push_str(&value);
        } else {
            quote(&mut line, &value);
        }
    }
    line.push_str("}\n");
    line
}

/// Appends `text` as a JSON string (RFC 8259 §7).
fn quote(line: &mut String, text: &str) {
    line.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => line.extend(['\\', character]),
            control if control.is_control() => _ = write!(line, "\\u{:04x}", control as u32),
            other => line.push(other),
        }
    }
    line.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_client_sends_cannot_forge_a_line() {
        let path = "/a\" level=error\n{\"b\": \\é";
        let details: [(&str, &dyn Display); 2] = [("path", &path), ("status", &404)];
        assert_eq!(
            text(&"now", "info", "request", &details),
            "now info  request path=\"/a\\\" level=error\\n{\\\"b\\\": \\\\é\" status=404\n"
        );
        assert_eq!(
            json(&"now", "info", "request", &details),
            "{\"time\":\"now\",\"level\":\"info\",\"message\":\"request\",\
             \"path\":\"/a\\\" level=error\\u000a{\\\"b\\\": \\\\é\",\"status\":404}\n"
        );
    }
}
