//! A site in a folder, and what is asked of it.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use super::server::{Server, command};
use super::wait::eventually;
use super::wire::{Answer, Wire};

/// A running server and the folder above the one that it serves.
pub struct Site {
    /// Holds `secret.txt`, which must never be served, and `dist/`, the root.
    pub folder: TempDir,
    /// The server.
    pub server: Server,
}

impl Site {
    /// Serves a folder that holds `files` besides an `index.html`.
    pub fn with(files: &[(&str, &str)]) -> Self {
        Self::with_options(files, &[])
    }

    /// Serves a folder that holds `files` and, as a build writes them, `.br` and `.gz` beside each.
    pub fn compressed(files: &[(&str, &str)]) -> Self {
        let folder = folder(files);
        for (name, content) in files {
            for coding in ["br", "gzip"] {
                write_sibling(&folder.path().join("dist").join(name), content, coding);
            }
        }
        Self::of(folder, &[])
    }

    /// The same with more options.
    pub fn with_options(files: &[(&str, &str)], options: &[&str]) -> Self {
        let folder = folder(files);
        Self::of(folder, options)
    }

    /// Serves `dist/` in `folder`.
    pub fn of(folder: TempDir, options: &[&str]) -> Self {
        let mut command = command(&folder.path().join("dist"), "127.0.0.1:0");
        Self::start(folder, command.args(options))
    }

    /// Serves with `command`, which names `folder`.
    pub fn start(folder: TempDir, command: &mut Command) -> Self {
        Self { folder, server: Server::start(command) }
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
        self.server.wire()
    }

    /// Sends a signal to the server.
    pub fn signal(&self, name: &str) {
        self.server.signal(name);
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

/// The rules of a site, as static hosts read them.
pub const RULES: &str = "\
/*
  Access-Control-Allow-Origin: *
  Access-Control-Expose-Headers: etag, content-range
  Content-Security-Policy: default-src 'self'; frame-ancestors *
  Cross-Origin-Resource-Policy: cross-origin
  Permissions-Policy: camera=()
/app-*
  Cache-Control: public, max-age=31536000, immutable
/data/epci.1a2b3c4d.geojson
  Cache-Control: public, max-age=31536000, immutable
";

/// A folder with `secret.txt`, and in `dist/` an `index.html`, rules and `files`.
pub fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(&folder.path().join("secret.txt"), "secret");
    let root = folder.path().join("dist");
    write(&root.join("index.html"), "<!doctype html>Carte");
    write(&root.join("_headers"), RULES);
    for (name, content) in files {
        write(&root.join(name), content);
    }
    folder
}

/// Writes a file, and the folders above it.
pub fn write(path: &Path, content: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, content).unwrap();
}

/// Writes the compressed form of `content` beside the file at `path`.
pub fn write_sibling(path: &Path, content: &str, coding: &str) {
    let extension = if coding == "br" { "br" } else { "gz" };
    let sibling = format!("{}.{extension}", path.display());
    fs::write(sibling, coded(content.as_bytes(), coding)).unwrap();
}

/// The bytes of `content` in `coding`, `br` or `gzip`.
pub fn coded(content: &[u8], coding: &str) -> Vec<u8> {
    let mut coded = Vec::new();
    if coding == "br" {
        brotli::CompressorWriter::new(&mut coded, 4096, 5, 22).write_all(content).unwrap();
    } else {
        let mut gzip = flate2::write::GzEncoder::new(&mut coded, flate2::Compression::fast());
        gzip.write_all(content).unwrap();
        gzip.finish().unwrap();
    }
    coded
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
