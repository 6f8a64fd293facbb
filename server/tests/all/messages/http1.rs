//! Connections in HTTP/1.0 and 1.1.

use std::thread;
use std::time::Duration;

use crate::support::{Site, long_text};

#[test]
fn a_connection_answers_many_requests_and_stays() {
    let text = long_text(100_000);
    let site = Site::with(&[("a.txt", "contenu"), ("long.bin", &text)]);
    let mut wire = site.wire();
    for _ in 0..50 {
        wire.ask("GET", "/a.txt", &[]);
        assert_eq!(wire.answer("GET").text(), "contenu");
        wire.ask("GET", "/long.bin", &[]);
        assert_eq!(wire.answer("GET").text(), text);
        wire.ask("GET", "/absent", &[]);
        assert_eq!(wire.answer("GET").status, 404);
        wire.ask("POST", "/", &[]);
        assert_eq!(wire.answer("POST").status, 405, "without a body nothing has to end");
    }
}

#[test]
fn requests_that_come_together_are_answered_in_their_order() {
    let site = Site::with(&[("a.txt", "a"), ("b.txt", "b"), ("long.bin", &long_text(100_000))]);
    let mut wire = site.wire();
    for path in ["/a.txt", "/long.bin", "/b.txt", "/absent", "/a.txt"] {
        wire.ask("GET", path, &[]);
    }
    assert_eq!(wire.answer("GET").text(), "a");
    assert_eq!(wire.answer("GET").text(), long_text(100_000));
    assert_eq!(wire.answer("GET").text(), "b");
    assert_eq!(wire.answer("GET").status, 404);
    assert_eq!(wire.answer("GET").text(), "a");
}

#[test]
fn a_request_may_come_in_pieces() {
    let site = Site::with(&[("a.txt", "a")]);
    let mut wire = site.wire();
    for piece in
        ["G", "ET /a.t", "xt HTTP/1.1\r", "\nHost: a\r\n", "\r", "\nGET /a.txt HTTP/1.1\r\n"]
    {
        wire.send(piece.as_bytes());
        thread::sleep(Duration::from_millis(5));
    }
    assert_eq!(wire.answer("GET").text(), "a");
    wire.send(b"Host: a\r\n\r\n");
    assert_eq!(wire.answer("GET").text(), "a");
}

#[test]
fn a_connection_ends_when_one_side_says_so() {
    let site = Site::with(&[]);
    let old = b"GET / HTTP/1.0\r\n\r\n";
    let closing = b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    for request in [&old[..], closing] {
        let mut wire = site.wire();
        wire.send(request);
        let answer = wire.answer("GET");
        assert_eq!((answer.status, answer.header("connection")), (200, "close"));
        assert!(wire.rest().unwrap().is_empty());
    }
}

#[test]
fn an_old_client_may_stay_and_learns_it() {
    let site = Site::with(&[]);
    let mut wire = site.wire();
    for _ in 0..2 {
        wire.send(b"GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
        assert_eq!(wire.answer("GET").header("connection"), "keep-alive");
    }
}

#[test]
fn every_answer_has_a_date() {
    let site = Site::with(&[]);
    for path in ["/", "/absent", "/healthz"] {
        let answer = site.get(path, &[]);
        assert!(answer.header("date").ends_with(" GMT"), "{path}: {:?}", answer.headers);
    }
}
