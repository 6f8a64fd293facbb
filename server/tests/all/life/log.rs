//! What the journal says, and what it does not.

use std::io::Read;
use std::process::Stdio;

use crate::support::{Server, command, folder};

/// The journal of a server with `options` that was asked for `paths`.
fn journal(options: &[&str], paths: &[&str]) -> String {
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
    let journal = journal(&[], &["/?commune=Lyon", "/absent"]);
    let lines: Vec<_> = journal.lines().filter(|line| line.contains("request")).collect();
    assert_eq!(lines.len(), 2, "{journal}");
    assert!(lines[0].contains("method=GET path=/ status=200 bytes=20"), "{}", lines[0]);
    assert!(lines[1].contains("path=/absent status=404"), "{}", lines[1]);
    for never in ["127.0.0.1", "Lyon", "curieux", "ailleurs"] {
        assert!(!journal.contains(never), "{never} in {journal}");
    }
}

#[test]
fn json_is_an_object_a_line() {
    let journal = journal(&["--log-format", "json"], &["/a%22b"]);
    let line = journal.lines().find(|line| line.contains("request")).unwrap();
    assert!(line.starts_with("{\"time\":\"20") && line.ends_with('}'), "{line}");
    assert!(line.contains(r#""method":"GET","path":"/a%22b","status":404,"bytes":"#), "{line}");
    assert!(journal.lines().all(|line| line.starts_with('{')), "events too: {journal}");
}

#[test]
fn addresses_are_there_for_who_asks_for_them() {
    let journal = journal(&["--log-addresses"], &["/"]);
    assert!(journal.contains("peer=127.0.0.1"), "{journal}");
}

#[test]
fn requests_may_be_left_out() {
    let journal = journal(&["--log-format", "off"], &["/", "/absent"]);
    assert!(!journal.contains("request") && journal.contains("site ready"), "{journal}");
}
