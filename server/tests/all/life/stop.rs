//! Stopping the server.

use std::fs::File;
use std::io::{self, Read};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::support::{Site, eventually, folder};

#[test]
fn sigterm_and_sigint_end_the_server_without_error() {
    for signal in ["TERM", "INT"] {
        let mut site = Site::with(&[]);
        site.signal(signal);
        assert!(site.server.process.wait().unwrap().success(), "{signal}");
    }
}

#[test]
fn a_running_download_ends_before_the_server_does() {
    const LENGTH: u64 = 64 << 20;
    let folder = folder(&[]);
    // Held in memory and on disk.
    for (name, length) in [("moyen.bin", 30 << 20), ("grand.bin", LENGTH)] {
        File::create(folder.path().join("dist").join(name)).unwrap().set_len(length).unwrap();
    }
    let mut site = Site::of(folder, &[]);
    let mut downloads = ["/moyen.bin", "/grand.bin"].map(|path| {
        let mut wire = site.wire();
        wire.ask("GET", path, &["Connection: close"]);
        // The first byte says that the answer has begun; no socket buffers all the others.
        wire.stream.read_exact(&mut [0]).unwrap();
        wire
    });
    site.signal("TERM");
    until_nobody_is_let_in(&site);
    for (wire, length) in downloads.iter_mut().zip([30 << 20, LENGTH]) {
        let received = io::copy(&mut wire.stream, &mut io::sink()).unwrap();
        assert!(received > length, "{received}");
    }
    assert!(site.server.process.wait().unwrap().success());
}

#[test]
fn a_request_that_came_before_the_signal_is_answered() {
    let site = Site::with(&[]);
    let mut waiting = site.wire();
    let mut idle = site.wire();
    idle.ask("GET", "/", &[]);
    assert_eq!(idle.answer("GET").status, 200);
    site.signal("TERM");
    until_nobody_is_let_in(&site);
    waiting.ask("GET", "/", &[]);
    let answer = waiting.answer("GET");
    assert_eq!((answer.status, answer.header("connection")), (200, "close"));
    assert!(idle.closes_within(Duration::from_secs(3)), "who asks for nothing is let go");
}

#[test]
fn a_download_that_nobody_reads_holds_the_end_for_the_grace_time_only() {
    let folder = folder(&[]);
    File::create(folder.path().join("dist/grand.bin")).unwrap().set_len(30 << 20).unwrap();
    let mut site = Site::of(folder, &["--grace", "1"]);
    let mut wire = site.wire();
    wire.ask("GET", "/grand.bin", &[]);
    wire.stream.read_exact(&mut [0]).unwrap();
    let began = Instant::now();
    site.signal("TERM");
    assert!(site.server.process.wait().unwrap().success());
    let took = began.elapsed();
    assert!(took > Duration::from_millis(900) && took < Duration::from_secs(5), "{took:?}");
}

#[test]
fn a_second_signal_ends_the_grace_time() {
    let folder = folder(&[]);
    File::create(folder.path().join("dist/grand.bin")).unwrap().set_len(30 << 20).unwrap();
    let mut site = Site::of(folder, &["--grace", "60"]);
    let mut wire = site.wire();
    wire.ask("GET", "/grand.bin", &[]);
    wire.stream.read_exact(&mut [0]).unwrap();
    site.signal("TERM");
    until_nobody_is_let_in(&site);
    site.signal("TERM");
    let began = Instant::now();
    assert!(site.server.process.wait().unwrap().success());
    assert!(began.elapsed() < Duration::from_secs(10));
}

/// Waits until the server has heard that it is to stop.
fn until_nobody_is_let_in(site: &Site) {
    eventually("nobody new to be let in", || TcpStream::connect(&site.server.address).is_err());
}
