//! Requests that are none, or that could be read in two ways.

use std::io::Read;

use crate::support::Site;

#[test]
fn what_could_be_read_in_two_ways_is_refused_and_the_connection_ends() {
    let site = Site::with(&[]);
    for (request, status) in [
        ("GET / HTTP/1.1\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a b\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\n folded: b\r\n\r\n", 400),
        (
            "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n",
            400,
        ),
        ("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n", 400),
        ("GET / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\nX\x01: b\r\n\r\n", 400),
        ("GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("GET /#a HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("GET index.html HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("GET ../secret.txt HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("GET http:// HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("GET /% HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", 400),
        ("GET /%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", 400),
        ("GET /\r\n\r\n", 400),
        ("GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505),
        ("GET / HTTP/0.9\r\n\r\n", 505),
        ("\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}", 400),
        ("nonsense\r\n\r\n", 400),
    ] {
        let mut wire = site.wire();
        wire.send(request.as_bytes());
        let answer = wire.answer("GET");
        assert_eq!((answer.status, answer.header("connection")), (status, "close"), "{request:?}");
        assert!(wire.rest().unwrap().is_empty(), "{request:?}");
    }
}

#[test]
fn http_2_is_refused_at_once_unless_it_is_asked_for() {
    let site = Site::with(&[]);
    let begun = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0";
    let mut wire = site.wire();
    wire.send(begun);
    let answer = wire.answer("GET");
    assert_eq!((answer.status, answer.header("connection")), (505, "close"));
    assert!(wire.rest().unwrap().is_empty());
    let site = Site::with_options(&[], &["--http2"]);
    let mut wire = site.wire();
    wire.send(begun);
    let mut settings = [0; 4];
    wire.stream.read_exact(&mut settings).unwrap();
    assert_eq!(settings[3], 4, "the first frame of a server is SETTINGS");
}

#[test]
fn what_is_too_long_is_refused_with_the_reason() {
    let site = Site::with(&[]);
    let long = "a".repeat(100_000);
    let lines = "X: a\r\n".repeat(100);
    for (request, status) in [
        (format!("GET /{long} HTTP/1.1\r\nHost: a\r\n\r\n"), 414),
        (format!("GET /{} HTTP/1.1\r\nHost: a\r\n\r\n", &long[..9000]), 414),
        (format!("GET / HTTP/1.1\r\nHost: a\r\nX: {long}\r\n\r\n"), 431),
        (format!("GET / HTTP/1.1\r\nHost: a\r\n{lines}\r\n"), 431),
    ] {
        assert_eq!(site.raw(request.as_bytes()).status, status, "{}", &request[..40]);
    }
    let query = format!("/?{}", &long[..4000]);
    assert_eq!(site.get(&query, &[]).status, 200, "a long query is none of our business");
}

#[test]
fn the_absolute_form_is_understood() {
    let site = Site::with(&[("a.txt", "contenu")]);
    let answer =
        site.raw(b"GET http://carte.example/a.txt HTTP/1.1\r\nHost: carte.example\r\n\r\n");
    assert_eq!(answer.text(), "contenu");
}
