//! Stopping the server.

use std::collections::VecDeque;
use std::fs::File;
use std::io::{self, Read};
use std::net::TcpStream;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::support::{Site, command, eventually, folder};

#[test]
fn sigterm_and_sigint_end_the_server_without_error() {
    for signal in ["TERM", "INT"] {
        let mut site = Site::with(&[]);
        site.signal(signal);
        assert!(site.server.process.wait().unwrap().success(), "{signal}");
    }
}

#[test]
fn a_signal_at_which_other_servers_reopen_their_logs_ends_nothing() {
    let mut site = Site::with(&[]);
    for signal in ["USR1", "USR2"] {
        site.signal(signal);
        assert_eq!(site.get("/", &[]).status, 200, "{signal}");
    }
    assert!(site.server.process.try_wait().unwrap().is_none());
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

#[test]
fn a_log_that_nobody_reads_does_not_keep_the_process() {
    let folder = folder(&[]);
    let mut command = command(&folder.path().join("dist"), "127.0.0.1:0");
    // A pipe that is never read, for more lines than it and the log's queue hold.
    let mut site = Site::start(folder, command.stderr(Stdio::piped()));
    let long = format!("/{}", "a".repeat(4000));
    let mut wire = site.wire();
    for _ in 0..6000 {
        wire.ask("GET", &long, &[]);
        assert_eq!(wire.answer("GET").status, 404);
    }
    drop(wire);
    let began = Instant::now();
    site.signal("TERM");
    assert!(site.server.process.wait().unwrap().success());
    assert!(began.elapsed() < Duration::from_secs(8), "{:?}", began.elapsed());
}

#[test]
fn a_client_that_has_everything_and_does_not_close_does_not_hold_the_end() {
    let mut site = Site::with_options(&[], &["--grace", "60"]);
    let mut wire = site.wire();
    wire.ask("GET", "/", &["Connection: close"]);
    assert_eq!(wire.answer("GET").status, 200);
    assert!(wire.rest().unwrap().is_empty(), "the server has ended its side");
    let began = Instant::now();
    site.signal("TERM");
    assert!(site.server.process.wait().unwrap().success());
    assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
}

#[test]
fn a_flood_at_the_limit_of_open_files_does_not_keep_the_process() {
    let folder = folder(&[]);
    let mut command = Command::new("sh");
    let script = "ulimit -n 40; exec \"$0\" \"$@\"";
    command.args(["-c", script, env!("CARGO_BIN_EXE_server"), "--listen", "127.0.0.1:0", "--root"]);
    command.arg(folder.path().join("dist")).args(["--grace", "3"]).stderr(Stdio::null());
    let mut site = Site::start(folder, &mut command);
    let is_over = AtomicBool::new(false);
    let address = site.server.address.clone();
    let took = thread::scope(|scope| {
        scope.spawn(|| {
            let mut flood = VecDeque::new();
            while !is_over.load(Ordering::Relaxed) {
                flood.extend(TcpStream::connect(&address));
                if flood.len() > 200 {
                    flood.pop_front();
                }
            }
        });
        thread::sleep(Duration::from_millis(500));
        let began = Instant::now();
        site.signal("TERM");
        let ended = site.server.process.wait().unwrap();
        is_over.store(true, Ordering::Relaxed);
        assert!(ended.success());
        began.elapsed()
    });
    assert!(took < Duration::from_secs(8), "{took:?}");
}

/// Waits until the server has heard that it is to stop.
fn until_nobody_is_let_in(site: &Site) {
    eventually("nobody new to be let in", || TcpStream::connect(&site.server.address).is_err());
}
