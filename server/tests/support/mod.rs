//! A server of our own on a free port, a site in a temporary folder, and a client that sends
//! exactly the bytes it is given.

#![allow(dead_code, reason = "each test binary uses its part of this module")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper that panics is how a test fails")]

pub mod wire;

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

pub use wire::{Answer, Wire};

/// How long something may take before a test fails.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// A running server and the folder above the one that it serves.
pub struct Site {
    /// Holds `secret.txt`, which must never be served, and `dist/`, the root.
    pub folder: TempDir,
    /// The server's process.
    pub process: Child,
    /// `127.0.0.1:port`, as the server printed it.
    pub address: String,
}

impl Site {
    /// Serves a folder that holds `files` besides an `index.html`.
    pub fn with(files: &[(&str, &str)]) -> Self {
        Self::with_options(files, &[])
    }

    /// The same with more options.
    pub fn with_options(files: &[(&str, &str)], options: &[&str]) -> Self {
        let folder = folder(files);
        Self::of(folder, options)
    }

    /// Serves `dist/` in `folder`.
    pub fn of(folder: TempDir, options: &[&str]) -> Self {
        let mut command = start(&folder.path().join("dist"), "127.0.0.1:0");
        let mut process = command.args(options).stdout(Stdio::piped()).spawn().unwrap();
        let address = printed_address(&mut process);
        let address = address.strip_prefix("http://").unwrap().trim_end_matches('/').to_owned();
        Self { folder, process, address }
    }

    /// The path of a file in the root.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join("dist").join(name)
    }

    /// Writes a file into the root.
    pub fn write(&self, name: &str, content: &str) {
        write(&self.path(name), content);
    }

    /// GETs `path`, with more header lines if any.
    pub fn get(&self, path: &str, headers: &[&str]) -> Answer {
        self.send("GET", path, headers)
    }

    /// Sends one request on a connection of its own.
    pub fn send(&self, method: &str, path: &str, headers: &[&str]) -> Answer {
        let mut wire = self.wire();
        wire.ask(method, path, headers);
        wire.answer(method)
    }

    /// Sends bytes as they are, and reads one answer.
    pub fn raw(&self, bytes: &[u8]) -> Answer {
        let mut wire = self.wire();
        wire.send(bytes);
        wire.answer("GET")
    }

    /// A connection.
    pub fn wire(&self) -> Wire {
        Wire::connect(&self.address)
    }

    /// Sends a signal to the server, with the shell's own `kill`: it is always there.
    pub fn signal(&self, name: &str) {
        let kill = format!("kill -{name} {}", self.process.id());
        assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
    }

    /// Waits until GET `path` is answered as `is_right` says.
    pub fn until(
        &self,
        path: &str,
        headers: &[&str],
        is_right: impl Fn(&Answer) -> bool,
    ) -> Answer {
        let mut last = None;
        eventually(&format!("the awaited answer for {path}"), || {
            let answer = self.get(path, headers);
            let done = is_right(&answer);
            last = Some(answer);
            done
        });
        last.unwrap()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        // Already gone is as good as stopped now.
        _ = self.process.kill();
        _ = self.process.wait();
    }
}

/// A folder with `secret.txt`, and in `dist/` an `index.html` and `files`, all written long ago.
pub fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(&folder.path().join("secret.txt"), "secret");
    let root = folder.path().join("dist");
    write(&root.join("index.html"), "<!doctype html>Carte");
    for (name, content) in files {
        write(&root.join(name), content);
    }
    folder
}

/// The server's command for `root` and `listen`, silent, not yet started.
pub fn start(root: &Path, listen: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_server"));
    command.arg("--root").arg(root).args(["--listen", listen]).stderr(Stdio::null());
    command
}

/// The address that a server prints when it is ready.
pub fn printed_address(process: &mut Child) -> String {
    let mut line = String::new();
    BufReader::new(process.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
    let address = line.trim().strip_prefix("Adresse : ");
    address.unwrap_or_else(|| panic!("expected « Adresse : … », found « {line} »")).to_owned()
}

/// Writes a file, and the folders above it.
pub fn write(path: &Path, content: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, content).unwrap();
}

/// The memory that a process has written to and holds, in bytes.
pub fn memory(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("RssAnon:")).unwrap();
    line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() * 1024
}

/// Waits until `is_so`.
pub fn eventually(what: &str, mut is_so: impl FnMut() -> bool) {
    let began = Instant::now();
    while !is_so() {
        assert!(began.elapsed() < PATIENCE, "still waiting for {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// A text that compresses to less than a tenth, of at least `length` bytes.
pub fn long_text(length: usize) -> String {
    let mut text = String::new();
    for number in 0.. {
        if text.len() >= length {
            break;
        }
        text.push_str(&format!("ligne {number} : le contrat local de santé\n"));
    }
    text
}
