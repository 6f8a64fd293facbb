//! A server of our own on a free port, a site in a temporary folder, and a client that sends
//! exactly the bytes it is given.

#![allow(dead_code, reason = "each test binary uses its part of this module")]
#![allow(clippy::unwrap_used, reason = "a helper that panics is how a test fails")]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;

/// A running server and the folder above the one that it serves.
pub struct Site {
    /// Holds `secret.txt`, which must never be served, and `dist/`, the root.
    pub folder: TempDir,
    /// The server's process.
    pub process: Child,
    /// `127.0.0.1:port`, as the server printed it.
    pub address: String,
}

/// An answer, its header names in lower case.
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Site {
    /// Serves a folder that holds `files` besides an `index.html`.
    pub fn with(files: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        write(&folder.path().join("secret.txt"), "secret");
        let root = folder.path().join("dist");
        write(&root.join("index.html"), "<!doctype html>Carte");
        for (name, content) in files {
            write(&root.join(name), content);
        }
        let mut process = start(&root, "127.0.0.1:0").stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("Adresse : http://").unwrap();
        let address = address.strip_suffix('/').unwrap().to_owned();
        Self { folder, process, address }
    }

    /// GETs `path`, with more header lines if any.
    pub fn get(&self, path: &str, headers: &[&str]) -> Answer {
        self.send("GET", path, headers)
    }

    /// Sends one request and reads to the end of the connection.
    pub fn send(&self, method: &str, path: &str, headers: &[&str]) -> Answer {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        let mut request =
            format!("{method} {path} HTTP/1.1\r\nHost: test\r\nConnection: close\r\n");
        for header in headers {
            request.push_str(header);
            request.push_str("\r\n");
        }
        request.push_str("\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        Answer::parse(&bytes)
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        // Already gone is as good as stopped now.
        _ = self.process.kill();
        _ = self.process.wait();
    }
}

impl Answer {
    fn parse(bytes: &[u8]) -> Self {
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n").unwrap();
        let head = str::from_utf8(&bytes[..end]).unwrap();
        let mut lines = head.split("\r\n");
        let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
        let headers = lines
            .map(|line| line.split_once(": ").unwrap())
            .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
            .collect();
        Self { status, headers, body: bytes[end + 4..].to_vec() }
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

/// The server's command for `root` and `listen`, silent, not yet started.
pub fn start(root: &Path, listen: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_server"));
    command.arg("--root").arg(root).args(["--listen", listen]).stderr(Stdio::null());
    command
}

fn write(path: &Path, content: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, content).unwrap();
}
