//! Memory that a client may take.

use std::thread;
use std::time::Duration;

use super::crowds::assert_served;
use crate::support::frames::greed;
use crate::support::{Site, Wire, eventually, long_text, memory};

#[test]
fn http_2_clients_that_ask_for_much_and_read_nothing_cost_little_memory() {
    let site = Site::with_options(&[("long.bin", &long_text(496_000))], &["--http2"]);
    let memory_now = || memory(site.server.process.id());
    let before = memory_now();
    let greedy: Vec<_> = (0..20).map(|_| ask_for_much(&site, "/long.bin")).collect();
    for wire in &greedy {
        wire.stream.peek(&mut [0]).unwrap();
    }
    let mut last = 0;
    eventually("the server to take no more memory", || {
        thread::sleep(Duration::from_millis(250));
        let is_still = memory_now().abs_diff(last) < 100_000;
        last = memory_now();
        is_still
    });
    let taken = last.saturating_sub(before);
    assert!(taken < 64 << 20, "{} kB more than the {} kB before", taken >> 10, before >> 10);
    assert_served(&site);
}

/// Asks for much and reads nothing.
fn ask_for_much(site: &Site, path: &str) -> Wire {
    let mut wire = site.wire();
    wire.send(&greed(path));
    wire
}
