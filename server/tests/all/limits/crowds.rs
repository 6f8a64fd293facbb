//! Crowds of connections, which must not keep other clients out.

use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::support::{Site, Wire, eventually};

#[test]
fn ten_thousand_idle_connections_do_not_stop_a_normal_client() {
    let site = Site::with(&[]);
    let clients = open(&site, 10_000);
    assert_served(&site);
    assert!(clients.len() > 5000, "the system allows {} connections only", clients.len());
}

#[test]
fn many_slow_clients_do_not_stop_a_normal_client() {
    use std::io::Write;
    let site = Site::with_options(&[], &["--max-connections", "300", "--max-per-peer", "300"]);
    let mut clients = open(&site, 1500);
    for _ in 0..5 {
        for stream in &mut clients {
            // Those that were dropped take nothing any more.
            _ = stream.write_all(b"G");
        }
        assert_served(&site);
    }
}

#[test]
fn one_peer_has_only_so_many_connections() {
    let site = Site::with_options(&[], &["--max-per-peer", "64"]);
    let clients = open(&site, 200);
    eventually("all but 64 to be dropped", || {
        let open = clients.iter().filter(|stream| !is_closed(stream)).count();
        open <= 64
    });
    assert_served(&site);
}

/// Opens connections and sends nothing on them; as many as this process may.
fn open(site: &Site, count: usize) -> Vec<TcpStream> {
    let clients: Vec<_> =
        (0..count).map_while(|_| TcpStream::connect(&site.server.address).ok()).collect();
    for stream in &clients {
        stream.set_nonblocking(true).unwrap();
    }
    clients
}

fn is_closed(stream: &TcpStream) -> bool {
    match stream.peek(&mut [0]) {
        Ok(0) => true,
        Ok(_) => false,
        Err(error) => error.kind() != std::io::ErrorKind::WouldBlock,
    }
}

/// A normal client is answered, on a new connection and soon.
pub(super) fn assert_served(site: &Site) {
    for _ in 0..20 {
        let began = Instant::now();
        let mut wire = Wire::connect(&site.server.address);
        wire.ask("GET", "/", &[]);
        assert_eq!(wire.answer("GET").status, 200);
        assert!(began.elapsed() < Duration::from_secs(5), "served after {:?}", began.elapsed());
    }
}
