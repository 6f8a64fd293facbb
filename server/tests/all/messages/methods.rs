//! Methods, and requests that bring a body.

use std::time::{Duration, Instant};

use crate::support::Site;

#[test]
fn only_get_and_head_are_answered_and_the_others_learn_it() {
    let site = Site::with(&[]);
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"] {
        let answer = site.send(method, "/", &[]);
        assert_eq!((answer.status, answer.header("allow")), (405, "GET, HEAD"), "{method}");
    }
    assert_eq!(site.raw(b"OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n").status, 405);
    assert_eq!(site.raw(b"CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n").status, 405);
}

#[test]
fn head_has_the_headers_of_get_and_no_body() {
    let site = Site::with(&[("a.css", "entier")]);
    for path in ["/a.css", "/", "/healthz", "/absent"] {
        let (get, head) = (site.get(path, &[]), site.send("HEAD", path, &[]));
        assert_eq!((head.status, head.body.len()), (get.status, 0), "{path}");
        let without_date = |headers: &[(String, String)]| {
            headers.iter().filter(|(name, _)| name != "date").cloned().collect::<Vec<_>>()
        };
        assert_eq!(without_date(&head.headers), without_date(&get.headers), "{path}");
    }
}

#[test]
fn a_body_is_refused_without_being_waited_for() {
    let site = Site::with(&[]);
    for (head, status) in [
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000000\r\n\r\n", 405),
        ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n", 405),
        ("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000000\r\n\r\n", 413),
        ("GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n", 413),
        ("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\nExpect: 100-continue\r\n\r\n", 405),
    ] {
        let began = Instant::now();
        let mut wire = site.wire();
        wire.send(head.as_bytes());
        let answer = wire.answer("GET");
        assert_eq!((answer.status, answer.header("connection")), (status, "close"), "{head}");
        assert!(began.elapsed() < Duration::from_secs(5), "{head}");
    }
}

#[test]
fn who_sends_a_body_all_the_same_still_gets_the_answer() {
    let site = Site::with(&[]);
    let mut wire = site.wire();
    wire.send(b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 200000\r\n\r\n");
    wire.send(&vec![b'x'; 200_000]);
    assert_eq!(wire.answer("POST").status, 405);
}
