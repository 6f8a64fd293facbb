//! No bytes bring the server down: mutated and random requests, for a bounded time, over a socket.
//! `FUZZ_SECONDS` says for how long, `FUZZ_SEED` where the sequence begins: the same seed gives the
//! same requests.

use std::io::Read;
use std::time::{Duration, Instant};

use crate::support::{Site, long_text};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

/// The time to try, unless `FUZZ_SECONDS` is set.
const SECONDS: u64 = 5;
/// The seed, unless `FUZZ_SEED` is set.
const SEED: u64 = 20_261_127;

#[test]
fn whatever_comes_the_server_answers_or_closes_and_lives() {
    let seconds = std::env::var("FUZZ_SECONDS").map_or(SECONDS, |text| text.parse().unwrap());
    let end = Instant::now() + Duration::from_secs(seconds);
    let mut site = Site::with_options(
        &[("a.css", &long_text(5000)), ("long.bin", &long_text(200_000))],
        &["--http2", "--head-timeout", "1", "--stall-timeout", "1"],
    );
    let seed = std::env::var("FUZZ_SEED").map_or(SEED, |text| text.parse().unwrap());
    let mut runner = runner(seed);
    let requests = requests();
    let mut count = 0;
    while Instant::now() < end {
        let bytes = requests.new_tree(&mut runner).unwrap().current();
        check(&site, &bytes);
        count += 1;
    }
    println!("{count} requests in {seconds} s, seed {seed}");
    assert!(count > 100, "only {count} requests in {seconds} s");
    assert!(site.server.process.try_wait().unwrap().is_none(), "the server ended");
    assert_eq!(site.get("/", &[]).status, 200);
}

fn runner(seed: u64) -> TestRunner {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let random = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
    TestRunner::new_with_rng(Config::default(), random)
}

/// Random bytes, requests made of the right and the wrong pieces, and such requests with bytes
/// changed.
fn requests() -> impl Strategy<Value = Vec<u8>> {
    let pieces = proptest::sample::select(vec![
        "GET ",
        "HEAD ",
        "POST ",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "/",
        "/a.css",
        "/long.bin",
        "/%2e%2e/",
        "/%00",
        "//",
        "?",
        "#",
        "http://a",
        " HTTP/1.1\r\n",
        " HTTP/1.0\r\n",
        "\r\n",
        "\r\n\r\n",
        "Host: a\r\n",
        "Host: a\r\nRange: bytes=",
        "0-1",
        ",5-",
        "-",
        "99999999999999999999",
        "Accept-Encoding: br;q=",
        "0.5",
        "identity;q=0",
        "If-None-Match: \"",
        "\", W/\"",
        "*",
        "If-Range: ",
        "Content-Length: ",
        "Transfer-Encoding: chunked\r\n",
        "Connection: close\r\n",
        "\0",
        "\u{e9}",
        "\t",
        " ",
    ]);
    let made =
        proptest::collection::vec(pieces, 0..24).prop_map(|pieces| pieces.concat().into_bytes());
    let whole = made.clone().prop_map(|lines| {
        [b"GET /a.css HTTP/1.1\r\nHost: a\r\n", &lines[..], b"\r\n\r\n"].concat()
    });
    let random = proptest::collection::vec(proptest::num::u8::ANY, 0..400);
    let changed = (whole.clone(), proptest::num::usize::ANY, proptest::num::u8::ANY).prop_map(
        |(mut bytes, at, byte)| {
            let at = at % bytes.len();
            bytes[at] = byte;
            bytes
        },
    );
    let frames = random
        .clone()
        .prop_map(|bytes| [&b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"[..], &bytes].concat());
    proptest::prop_oneof![made, whole, changed, random, frames]
}

/// Sends the bytes and the end: what comes back is nothing, HTTP/2, or answers of which none blames
/// us.
fn check(site: &Site, bytes: &[u8]) {
    let mut wire = site.wire();
    wire.send(bytes);
    // A server that has closed already is told nothing.
    _ = wire.stream.shutdown(std::net::Shutdown::Write);
    let mut answer = Vec::new();
    // A connection that was cut has said what it had to say.
    _ = wire.stream.read_to_end(&mut answer);
    let is_http_2 = bytes.starts_with(b"PRI");
    if !answer.is_empty() && !is_http_2 {
        let status = answer.get(9..12).unwrap_or_default();
        let is_known =
            answer.starts_with(b"HTTP/1.1 ") && b"234".contains(&status[0]) || status == b"505";
        assert!(is_known, "{:?} → {:?}", bytes.escape_ascii().to_string(), status);
    }
}
