//! Our server, on a free port.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::{Duration, Instant};

use launch::Listening;

use crate::Site;
use crate::site::from_environment;

/// The time in which a changed folder must be served: two thousand pages are read anew, beside other
/// scenarios.
const TIMEOUT: Duration = Duration::from_secs(30);

/// The time from one request to the next.
const POLL_INTERVAL: Duration = Duration::from_millis(25);

/// The server of the site as it was built, which nothing changes: scenarios that run at the same time share
/// it. Each would copy the whole site otherwise.
static BUILT: Mutex<Weak<Server>> = Mutex::new(Weak::new());

/// A running server: `SERVER_BIN`, or else the one that `make build` compiled.
pub struct Server {
    program: Listening,
}

impl Server {
    /// Serves `site`.
    pub fn of(site: &Site) -> Arc<Self> {
        if site.is_copy() {
            return Arc::new(Self::at(site.root()));
        }
        let mut built = BUILT.lock().unwrap_or_else(PoisonError::into_inner);
        built.upgrade().unwrap_or_else(|| {
            let server = Arc::new(Self::at(site.root()));
            *built = Arc::downgrade(&server);
            server
        })
    }

    /// Serves a folder.
    pub fn at(root: &Path) -> Self {
        Self::listening(root, "127.0.0.1:0")
    }

    /// Serves a folder at an address with a port.
    pub fn listening(root: &Path, address: &str) -> Self {
        let program = from_environment("SERVER_BIN", "../target/release/server");
        let program = launch::serve_at(&program, root, address);
        Self { program: program.unwrap_or_else(|error| panic!("{error}")) }
    }

    /// Waits until each of `paths` is served: a folder that changed is read anew within seconds.
    pub fn serves(&self, paths: &[String]) {
        let began = Instant::now();
        for path in paths {
            while !self.has(path) {
                assert!(began.elapsed() < TIMEOUT, "{path} is still not served");
                std::thread::sleep(POLL_INTERVAL);
            }
        }
    }

    fn has(&self, path: &str) -> bool {
        let host = self.address().trim_start_matches("http://").trim_end_matches('/');
        let mut stream = TcpStream::connect(host).unwrap();
        write!(stream, "HEAD /{path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")
            .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer.starts_with("HTTP/1.1 200")
    }

    /// The address of the site's root, with the slash.
    pub fn address(&self) -> &str {
        self.program.address()
    }
}
