//! Those who hold connections do not keep others out.

#![allow(clippy::unwrap_used, reason = "a panic is how a test fails, in its helpers too")]

mod support;

use std::fs;
use std::net::TcpStream;
use std::thread;
use std::time::{Duration, Instant};

use support::{Site, Wire, eventually};

/// Options for clients that lose patience soon.
const IMPATIENT: [&str; 6] =
    ["--head-timeout", "0.5", "--idle-timeout", "0.5", "--stall-timeout", "1"];
/// More than those time-outs and the time between two looks.
const SOON: Duration = Duration::from_secs(4);

#[test]
fn who_sends_nothing_is_dropped() {
    let site = Site::with_options(&[], &IMPATIENT);
    assert!(site.wire().closes_within(SOON));
}

#[test]
fn who_sends_a_byte_now_and_then_is_dropped() {
    let site = Site::with_options(&[], &IMPATIENT);
    let mut wire = site.wire();
    let began = Instant::now();
    for byte in b"GET / HTTP/1.1\r\nHost: slow".iter().cycle() {
        wire.send(&[*byte]);
        if wire.closes_within(Duration::from_millis(100)) {
            break;
        }
        assert!(began.elapsed() < SOON, "still there, byte by byte");
    }
}

#[test]
fn who_begins_http_2_and_says_no_more_is_dropped() {
    let site = Site::with_options(&[], &[&["--http2"], &IMPATIENT[..]].concat());
    for beginning in [&b"PRI * HTTP"[..], b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"] {
        let mut wire = site.wire();
        wire.send(beginning);
        assert!(wire.closes_within(SOON), "{} bytes", beginning.len());
    }
}

#[test]
fn a_connection_without_a_next_request_is_dropped() {
    let site = Site::with_options(&[], &IMPATIENT);
    let mut wire = site.wire();
    wire.ask("GET", "/", &[]);
    assert_eq!(wire.answer("GET").status, 200);
    assert!(wire.closes_within(SOON));
}

#[test]
fn who_sends_a_second_request_byte_by_byte_is_dropped_as_well() {
    let options = ["--head-timeout", "0.5", "--idle-timeout", "60"];
    let site = Site::with_options(&[], &options);
    let mut wire = site.wire();
    wire.ask("GET", "/", &[]);
    assert_eq!(wire.answer("GET").status, 200);
    wire.send(b"GET / HT");
    assert!(wire.closes_within(SOON));
}

#[test]
fn who_takes_nothing_of_a_long_answer_is_dropped() {
    let site = Site::with_options(&[], &IMPATIENT);
    fs::write(site.path("grand.bin"), vec![7; 30 << 20]).unwrap();
    let length = |answer: &support::Answer| answer.header("content-length").to_owned();
    site.until("/grand.bin", &["Range: bytes=0-0"], |answer| answer.status == 206);
    let mut wire = site.wire();
    wire.ask("GET", "/grand.bin", &[]);
    thread::sleep(SOON);
    let rest = wire.rest().map_or(0, |bytes| bytes.len());
    assert!(rest < 30 << 20, "all of it came: {rest} bytes");
    assert_eq!(length(&site.send("HEAD", "/grand.bin", &[])), (30 << 20).to_string());
}

#[test]
fn who_reads_slowly_but_steadily_is_not_dropped() {
    use std::io::Read;
    let site = Site::with_options(&[], &IMPATIENT);
    fs::write(site.path("grand.bin"), vec![7; 12 << 20]).unwrap();
    site.until("/grand.bin", &["Range: bytes=0-0"], |answer| answer.status == 206);
    let mut wire = site.wire();
    wire.ask("GET", "/grand.bin", &["Connection: close"]);
    let (mut buffer, mut read) = (vec![0; 400_000], 0);
    loop {
        let length = wire.stream.read(&mut buffer).unwrap();
        if length == 0 {
            break;
        }
        read += length;
        thread::sleep(Duration::from_millis(20));
    }
    assert!(read > 12 << 20, "cut after {read} bytes");
}

#[test]
fn ten_thousand_idle_connections_do_not_stop_a_normal_client() {
    let site = Site::with(&[]);
    let held = hold(&site, 10_000);
    assert_served(&site);
    assert!(held.len() > 5000, "the system allows {} connections only", held.len());
}

#[test]
fn many_slow_clients_do_not_stop_a_normal_client() {
    use std::io::Write;
    let site = Site::with_options(&[], &["--max-connections", "300", "--max-per-peer", "300"]);
    let mut held = hold(&site, 1500);
    for _ in 0..5 {
        for stream in &mut held {
            // Those that were dropped take nothing any more.
            _ = stream.write_all(b"G");
        }
        assert_served(&site);
    }
}

#[test]
fn one_peer_has_only_so_many_connections() {
    let site = Site::with_options(&[], &["--max-per-peer", "64"]);
    let held = hold(&site, 200);
    eventually("all but 64 to be dropped", || {
        let open = held.iter().filter(|stream| !is_closed(stream)).count();
        open <= 64
    });
    assert_served(&site);
}

#[test]
fn http_2_clients_that_ask_for_much_and_read_nothing_cost_little_memory() {
    let site = Site::with_options(&[("long.bin", &support::long_text(496_000))], &["--http2"]);
    let memory = || support::memory(site.process.id());
    let before = memory();
    let greedy: Vec<_> = (0..20).map(|_| ask_for_much(&site, "/long.bin")).collect();
    for wire in &greedy {
        wire.stream.peek(&mut [0]).unwrap();
    }
    let mut last = 0;
    eventually("the server to take no more memory", || {
        thread::sleep(Duration::from_millis(250));
        let is_still = memory().abs_diff(last) < 100_000;
        last = memory();
        is_still
    });
    let taken = last.saturating_sub(before);
    assert!(taken < 64 << 20, "{} kB more than the {} kB before", taken >> 10, before >> 10);
    assert_served(&site);
}

/// Opens the windows of HTTP/2 as wide as they go, asks for `path` on as many streams as there may
/// be, and reads nothing. RFC 9113 §4.1 and RFC 7541 §6 say how each of these bytes is meant.
fn ask_for_much(site: &Site, path: &str) -> Wire {
    const WIDEST: u32 = (1 << 31) - 1;
    let frame = |kind: u8, flags: u8, stream: u32, payload: &[u8]| {
        let mut frame = (payload.len() as u32).to_be_bytes()[1..].to_vec();
        frame.extend([kind, flags]);
        frame.extend(stream.to_be_bytes());
        frame.extend(payload);
        frame
    };
    let mut bytes = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_vec();
    bytes.extend(frame(4, 0, 0, &[&[0, 4][..], &WIDEST.to_be_bytes()].concat()));
    bytes.extend(frame(8, 0, 0, &(WIDEST - 65_535).to_be_bytes()));
    let head = [&[0x82, 0x86, 0x01, 1, b'a', 0x04, path.len() as u8], path.as_bytes()].concat();
    for stream in (1..=255).step_by(2) {
        bytes.extend(frame(1, 5, stream, &head));
    }
    let mut wire = site.wire();
    wire.send(&bytes);
    wire
}

/// Opens connections and sends nothing on them; as many as this process may.
fn hold(site: &Site, count: usize) -> Vec<TcpStream> {
    let held: Vec<_> = (0..count).map_while(|_| TcpStream::connect(&site.address).ok()).collect();
    for stream in &held {
        stream.set_nonblocking(true).unwrap();
    }
    held
}

fn is_closed(stream: &TcpStream) -> bool {
    match stream.peek(&mut [0]) {
        Ok(0) => true,
        Ok(_) => false,
        Err(error) => error.kind() != std::io::ErrorKind::WouldBlock,
    }
}

/// A normal client is answered, on a new connection and soon.
fn assert_served(site: &Site) {
    for _ in 0..20 {
        let began = Instant::now();
        let mut wire = Wire::connect(&site.address);
        wire.ask("GET", "/", &[]);
        assert_eq!(wire.answer("GET").status, 200);
        assert!(began.elapsed() < Duration::from_secs(5), "served after {:?}", began.elapsed());
    }
}
