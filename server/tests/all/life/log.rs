//! The log: its lines, and the data that it must not contain.

use std::fs;
use std::io::Read;
use std::process::Stdio;

use crate::support::frames::{PREFACE, request};
use crate::support::{Server, command, eventually, folder};

/// The log of a server with `options` that was asked for `paths`.
fn log_of(options: &[&str], paths: &[&str]) -> String {
    let folder = folder(&[]);
    let mut command = command(&folder.path().join("dist"), "127.0.0.1:0");
    let mut server = Server::start(command.args(options).stderr(Stdio::piped()));
    // On one connection, so that the lines come in the order of the requests.
    let mut wire = server.wire();
    for path in paths {
        wire.ask("GET", path, &["User-Agent: curieux", "Referer: http://ailleurs.fr/"]);
        wire.answer("GET");
    }
    drop(wire);
    server.signal("TERM");
    let mut log = String::new();
    server.process.stderr.take().unwrap().read_to_string(&mut log).unwrap();
    log
}

#[test]
fn a_request_is_a_line_without_who_asked_or_what_for() {
    let log = log_of(&[], &["/?commune=Lyon", "/absent"]);
    let lines: Vec<_> = log.lines().filter(|line| line.contains("request")).collect();
    assert_eq!(lines.len(), 2, "{log}");
    assert!(lines[0].contains("method=GET path=/ status=200 bytes=20"), "{}", lines[0]);
    assert!(lines[1].contains("path=/absent status=404"), "{}", lines[1]);
    for never in ["127.0.0.1", "Lyon", "curieux", "ailleurs"] {
        assert!(!log.contains(never), "{never} in {log}");
    }
}

#[test]
fn json_is_an_object_a_line() {
    let log = log_of(&["--log-format", "json"], &["/a%22b"]);
    let line = log.lines().find(|line| line.contains("request")).unwrap();
    assert!(line.starts_with("{\"time\":\"20") && line.ends_with('}'), "{line}");
    assert!(line.contains(r#""method":"GET","path":"/a%22b","status":404,"bytes":"#), "{line}");
    assert!(log.lines().all(|line| line.starts_with('{')), "events too: {log}");
}

#[test]
fn addresses_are_there_for_who_asks_for_them() {
    let log = log_of(&["--log-addresses"], &["/"]);
    assert!(log.contains("peer=127.0.0.1"), "{log}");
}

#[test]
fn requests_may_be_left_out() {
    let log = log_of(&["--log-format", "off"], &["/", "/absent"]);
    assert!(!log.contains("request") && log.contains("site ready"), "{log}");
}

#[test]
fn an_answer_that_was_cut_is_logged_with_what_was_sent() {
    let folder = folder(&[]);
    fs::write(folder.path().join("dist/grand.bin"), vec![7; 30 << 20]).unwrap();
    let log = folder.path().join("log");
    let mut command = command(&folder.path().join("dist"), "127.0.0.1:0");
    command.args(["--http2", "--stall-timeout", "1"]);
    let server = Server::start(command.stderr(fs::File::create(&log).unwrap()));
    let cut = || fs::read_to_string(&log).unwrap().matches("request, answer cut").count();
    // One goes away, one reads nothing, one asks for less and gets it.
    let mut gone = server.wire();
    gone.ask("GET", "/grand.bin", &[]);
    gone.stream.read_exact(&mut [0; 1000]).unwrap();
    drop(gone);
    let mut stalled = server.wire();
    stalled.ask("GET", "/grand.bin", &[]);
    let mut whole = server.wire();
    whole.ask("GET", "/grand.bin", &["Range: bytes=0-9"]);
    assert_eq!(whole.answer("GET").status, 206);
    eventually("two cut answers in the log", || cut() == 2);
    let mut http_2 = server.wire();
    http_2.send(&[PREFACE, &request("GET", "/grand.bin", 1)].concat());
    http_2.stream.read_exact(&mut [0; 1000]).unwrap();
    drop(http_2);
    eventually("a third", || cut() == 3);
    let text = fs::read_to_string(&log).unwrap();
    let sent = |line: &str| -> u64 {
        let (_, bytes) = line.split_once("bytes=").unwrap();
        bytes.split(' ').next().unwrap().parse().unwrap()
    };
    for line in text.lines().filter(|line| line.contains("answer cut")) {
        assert!(line.contains("path=/grand.bin status=200"), "{line}");
        assert!((1..30 << 20).contains(&sent(line)), "{line}");
    }
    assert!(text.contains("status=206 bytes=10 "), "{text}");
}

#[test]
fn what_is_no_request_has_no_method_and_no_path() {
    let folder = folder(&[]);
    let log = folder.path().join("log");
    let mut command = command(&folder.path().join("dist"), "127.0.0.1:0");
    let server = Server::start(command.stderr(fs::File::create(&log).unwrap()));
    server.wire().send(b"BAD\r\n\r\n");
    eventually("its line in the log", || {
        fs::read_to_string(&log).unwrap().contains("request method=- path=\"\" status=400")
    });
}
