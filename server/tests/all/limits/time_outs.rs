//! Time-outs of slow clients.

use std::fs;
use std::io::Read;
use std::thread;
use std::time::{Duration, Instant};

use crate::support::frames::{Kind, PREFACE, WIDEST, first, frame, request, window_of_streams};
use crate::support::{Answer, Site, command, eventually, folder, long_text};

/// Options that end slow clients soon.
const SHORT_TIMEOUTS: [&str; 6] =
    ["--head-timeout", "0.5", "--idle-timeout", "0.5", "--stall-timeout", "1"];
/// More than those time-outs and the time between two sweeps.
const DEADLINE: Duration = Duration::from_secs(4);

#[test]
fn who_sends_nothing_is_dropped() {
    let site = Site::with_options(&[], &SHORT_TIMEOUTS);
    assert!(site.wire().closes_within(DEADLINE));
}

#[test]
fn who_sends_a_byte_now_and_then_is_dropped() {
    let site = Site::with_options(&[], &SHORT_TIMEOUTS);
    let mut wire = site.wire();
    let began = Instant::now();
    for byte in b"GET / HTTP/1.1\r\nHost: slow".iter().cycle() {
        wire.send(&[*byte]);
        if wire.closes_within(Duration::from_millis(100)) {
            break;
        }
        assert!(began.elapsed() < DEADLINE, "still there, byte by byte");
    }
}

#[test]
fn who_begins_http_2_and_says_no_more_is_dropped() {
    let site = Site::with_options(&[], &[&["--http2"], &SHORT_TIMEOUTS[..]].concat());
    for beginning in [&b"PRI * HTTP"[..], b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"] {
        let mut wire = site.wire();
        wire.send(beginning);
        assert!(wire.closes_within(DEADLINE), "{} bytes", beginning.len());
    }
}

#[test]
fn a_connection_without_a_next_request_is_dropped() {
    let site = Site::with_options(&[], &SHORT_TIMEOUTS);
    let mut wire = site.wire();
    wire.ask("GET", "/", &[]);
    assert_eq!(wire.answer("GET").status, 200);
    assert!(wire.closes_within(DEADLINE));
}

#[test]
fn who_sends_a_second_request_byte_by_byte_is_dropped_as_well() {
    let options = ["--head-timeout", "0.5", "--idle-timeout", "60"];
    let site = Site::with_options(&[], &options);
    let mut wire = site.wire();
    wire.ask("GET", "/", &[]);
    assert_eq!(wire.answer("GET").status, 200);
    wire.send(b"GET / HT");
    assert!(wire.closes_within(DEADLINE));
}

#[test]
fn who_takes_nothing_of_a_long_answer_is_dropped() {
    let folder = folder(&[]);
    let log = folder.path().join("log");
    let mut command = command(&folder.path().join("dist"), "127.0.0.1:0");
    command.args(SHORT_TIMEOUTS).stderr(fs::File::create(&log).unwrap());
    let site = Site::start(folder, &mut command);
    fs::write(site.path("grand.bin"), vec![7; 30 << 20]).unwrap();
    let length = |answer: &Answer| answer.header("content-length").to_owned();
    site.until("/grand.bin", &["Range: bytes=0-0"], |answer| answer.status == 206);
    let mut wire = site.wire();
    wire.ask("GET", "/grand.bin", &[]);
    // By the end of the connection, one would only learn that after reading all that is on its way.
    eventually("a word in the log", || {
        fs::read_to_string(&log).unwrap().contains("slow or idle connections ended")
    });
    let rest = wire.rest().map_or(0, |bytes| bytes.len());
    assert!(rest < 30 << 20, "all of it came: {rest} bytes");
    assert_eq!(length(&site.send("HEAD", "/grand.bin", &[])), (30 << 20).to_string());
}

#[test]
fn who_reads_slowly_but_steadily_is_not_dropped() {
    let site = Site::with_options(&[], &SHORT_TIMEOUTS);
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
fn who_opens_the_window_byte_by_byte_is_dropped_whatever_else_is_sent() {
    let files = [("long.bin", &*long_text(496_000))];
    let site = Site::with_options(&files, &[&["--http2"], &SHORT_TIMEOUTS[..]].concat());
    let mut wire = site.wire();
    wire.send(&[PREFACE, &window_of_streams(0), &request("GET", "/long.bin", 1)].concat());
    wire.stream.set_read_timeout(Some(Duration::from_millis(20))).unwrap();
    let (began, mut stream, mut read) = (Instant::now(), 3, Vec::new());
    while !is_reset(&read, 1) {
        assert!(began.elapsed() < DEADLINE, "still there, byte by byte");
        wire.send(&frame(Kind::WindowUpdate, 0, 1, &1_u32.to_be_bytes()));
        wire.send(&[frame(Kind::Ping, 0, 0, &[7; 8]), request("HEAD", "/", stream)].concat());
        stream += 2;
        // A hundred bytes a second, at the most.
        thread::sleep(Duration::from_millis(10));
        let mut buffer = [0; 4096];
        let length = wire.stream.read(&mut buffer).unwrap_or(0);
        read.extend_from_slice(&buffer[..length]);
    }
}

#[test]
fn who_reads_nothing_is_dropped_though_new_requests_come() {
    let folder = folder(&[("long.bin", &long_text(496_000))]);
    let log = folder.path().join("log");
    let mut command = command(&folder.path().join("dist"), "127.0.0.1:0");
    command.args(SHORT_TIMEOUTS).arg("--http2").stderr(fs::File::create(&log).unwrap());
    let site = Site::start(folder, &mut command);
    let mut wire = site.wire();
    wire.send(&[PREFACE, &window_of_streams(WIDEST)].concat());
    wire.send(&frame(Kind::WindowUpdate, 0, 0, &(WIDEST - 65_535).to_be_bytes()));
    for stream in (1..200).step_by(2) {
        wire.send(&request("GET", "/long.bin", stream));
    }
    let mut stream = 201;
    eventually("a word in the log", || {
        wire.send(&request("HEAD", "/", stream));
        stream += 2;
        thread::sleep(Duration::from_millis(300));
        fs::read_to_string(&log).unwrap().contains("slow or idle connections ended")
    });
}

/// Whether `frames` has a RST_STREAM for `stream`.
fn is_reset(mut frames: &[u8], stream: u32) -> bool {
    while let Some((kind, of, rest)) = first(frames) {
        if kind == Kind::Reset as u8 && of == stream {
            return true;
        }
        frames = rest;
    }
    false
}
