//! The command itself: what it prints, when it refuses to start, how it stops.

mod support;

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::process::{Command, Stdio};

use support::{Site, start};

#[test]
fn the_printed_address_is_the_real_one_and_it_is_healthy() {
    let site = Site::with(&[]);
    assert!(!site.address.ends_with(":0"), "{}", site.address);
    let answer = site.get("/healthz", &[]);
    assert_eq!((answer.status, answer.text()), (200, "ok"));
}

#[test]
fn a_missing_folder_is_said_with_the_command_that_makes_it() {
    let folder = tempfile::tempdir().unwrap();
    let message = refusal(&mut start(&folder.path().join("absent"), "127.0.0.1:0"));
    assert!(message.contains("n'existe pas") && message.contains("make build"), "{message}");
}

#[test]
fn a_folder_without_a_site_is_said_with_the_command_that_makes_it() {
    let folder = tempfile::tempdir().unwrap();
    let message = refusal(&mut start(folder.path(), "127.0.0.1:0"));
    assert!(message.contains("index.html") && message.contains("make build"), "{message}");
}

#[test]
fn a_taken_port_is_said_with_what_to_do() {
    let site = Site::with(&[]);
    let message = refusal(&mut start(&site.folder.path().join("dist"), &site.address));
    assert!(message.contains(&site.address) && message.contains("--listen"), "{message}");
}

#[test]
fn an_address_that_is_none_is_said_with_the_expected_form() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("index.html"), "").unwrap();
    let message = refusal(&mut start(folder.path(), "8080"));
    assert!(message.contains("« 8080 »") && message.contains("127.0.0.1:8080"), "{message}");
}

#[test]
fn sigterm_and_sigint_end_the_server_without_error() {
    for signal in ["TERM", "INT"] {
        let mut site = Site::with(&[]);
        let kill = format!("kill -{signal} {}", site.process.id());
        assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
        assert!(site.process.wait().unwrap().success(), "{signal}");
    }
}

#[test]
fn a_running_download_ends_before_the_server_does() {
    const LENGTH: u64 = 32 << 20;
    let mut site = Site::with(&[("grand.bin", "")]);
    let file = File::create(site.folder.path().join("dist/grand.bin")).unwrap();
    file.set_len(LENGTH).unwrap();
    let mut download = TcpStream::connect(&site.address).unwrap();
    download.write_all(b"GET /grand.bin HTTP/1.1\r\nHost: test\r\n\r\n").unwrap();
    // The first byte says that the answer has begun; no socket buffers all the others.
    download.read_exact(&mut [0]).unwrap();
    stop(&site, "TERM");
    let received = io::copy(&mut download, &mut io::sink()).unwrap();
    assert!(received > LENGTH, "{received}");
    assert!(site.process.wait().unwrap().success());
}

/// What the command writes when it refuses to start.
#[allow(clippy::unwrap_used, reason = "a helper that panics is how a test fails")]
fn refusal(command: &mut Command) -> String {
    let output = command.stderr(Stdio::piped()).output().unwrap();
    assert!(!output.status.success());
    String::from_utf8(output.stderr).unwrap()
}

/// Sends `signal` to the server, with the shell's own `kill`: it is always there.
#[allow(clippy::unwrap_used, reason = "a helper that panics is how a test fails")]
fn stop(site: &Site, signal: &str) {
    let kill = format!("kill -{signal} {}", site.process.id());
    assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
}
