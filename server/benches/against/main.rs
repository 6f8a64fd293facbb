//! Our server against nginx, lighttpd and static-web-server on this machine: `make bench-server`.
//!
//! Servers on the first core, load on the second, in interleaved rounds. A second nginx is the
//! control: a ratio to nginx inside the control's spread is no difference. The decisive figure is
//! the server's CPU time for each request; requests a second swing with the machine, and are the
//! load's limit where its core is full. `BENCH_ROUNDS` (5) and `BENCH_SECONDS` (3, for each
//! measurement) say how long.

#![allow(clippy::unwrap_used, reason = "a benchmark that cannot measure ends")]

mod case;
mod load;
mod peers;
mod process;
mod report;
mod site;

use std::env;
use std::path::Path;
use std::time::{Duration, Instant};

use case::Case;
use load::Measure;
use peers::{Peer, Setup};
use process::Running;

fn main() {
    // `cargo test --benches` only wants to know that it builds.
    if env::args().any(|argument| argument == "--test") {
        return;
    }
    let (rounds, seconds) = (setting("BENCH_ROUNDS", 5), setting("BENCH_SECONDS", 3));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("against");
    let root = site::write(&folder, &peers::rules());
    let peers: Vec<Peer> = Peer::ALL.into_iter().filter(|peer| peer.is_installed()).collect();
    println!("{rounds} rounds of {seconds} s; servers on core 0, load on core 1");
    for missing in Peer::ALL.into_iter().filter(|peer| !peer.is_installed()) {
        println!("{}: not installed, left out", missing.name());
    }
    let starts = start_ups(&peers, &root, &folder, rounds);
    let running: Vec<Server> =
        peers.iter().map(|peer| Server::start(*peer, &root, &folder)).collect();
    // They all rest before they are measured.
    std::thread::sleep(Duration::from_secs(3));
    for case in Case::ALL {
        let mut measured: Vec<Vec<Option<Measure>>> = vec![Vec::new(); running.len()];
        for round in 0..rounds {
            // Each round begins with another one.
            for turn in 0..running.len() {
                let at = (turn + round) % running.len();
                measured[at].push(running[at].measure(case, seconds));
            }
        }
        report::case(case, &peers, &measured);
    }
    let memory: Vec<_> = running.iter().map(|server| server.process.memory()).collect();
    report::memory(&peers, &memory, site::size(&root));
    report::starts(&peers, &starts);
}

fn setting(name: &str, default: usize) -> usize {
    env::var(name).map_or(default, |text| text.parse().unwrap())
}

/// A peer that runs.
struct Server {
    peer: Peer,
    setup: Setup,
    process: Running,
}

impl Server {
    /// Starts it, and waits for its first answer.
    fn start(peer: Peer, root: &Path, folder: &Path) -> Self {
        let setup = Setup::new(root, folder, peer);
        let process = Running::start(peer.command(&setup));
        let began = Instant::now();
        while !load::answers(setup.port) {
            assert!(began.elapsed() < Duration::from_secs(20), "{} does not start", peer.name());
            std::thread::sleep(Duration::from_micros(200));
        }
        Self { peer, setup, process }
    }

    /// One measurement, or none where the peer cannot do it.
    fn measure(&self, case: Case, seconds: usize) -> Option<Measure> {
        let port = self.peer.port(&self.setup, case)?;
        load::measure(case, self.peer, port, &self.process, seconds)
    }
}

/// From the start of the process to its first answer.
fn start_ups(peers: &[Peer], root: &Path, folder: &Path, rounds: usize) -> Vec<Vec<Duration>> {
    let mut times = vec![Vec::new(); peers.len()];
    for _ in 0..rounds {
        for (peer, times) in peers.iter().zip(&mut times) {
            let began = Instant::now();
            let server = Server::start(*peer, root, folder);
            times.push(began.elapsed());
            drop(server);
        }
    }
    times
}
