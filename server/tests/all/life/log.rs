//! The log: its lines, and the data that it must not contain.

use std::io::Read;
use std::process::Stdio;

use crate::support::{Server, command, folder};

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
