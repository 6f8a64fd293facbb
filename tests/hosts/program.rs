//! A program that ends with its value.

use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The time in which a program must listen.
const TIMEOUT: Duration = Duration::from_secs(60);

/// The time from one try to the next.
const POLL_INTERVAL: Duration = Duration::from_millis(25);

/// A running program.
pub struct Program(Child);

impl Program {
    /// Starts a program and waits until `is_ready`.
    pub fn start(command: &mut Command, is_ready: impl Fn() -> bool) -> Self {
        let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let program = Self(child.unwrap_or_else(|error| panic!("{command:?}: {error}")));
        let began = Instant::now();
        while !is_ready() {
            assert!(began.elapsed() < TIMEOUT, "{command:?} is not ready");
            std::thread::sleep(POLL_INTERVAL);
        }
        program
    }

    /// Starts a program that listens at `address`.
    pub fn listening(command: &mut Command, address: &str) -> Self {
        Self::start(command, || TcpStream::connect(address).is_ok())
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // Already gone is as good as stopped now.
        _ = self.0.kill();
        _ = self.0.wait();
    }
}

/// Runs a program to its end, and returns its output.
pub fn run(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}: {errors}");
    String::from_utf8(output.stdout).unwrap()
}

/// An address of this machine with a port that is free now. These programs do not tell the one that the
/// system gives.
pub fn free_address() -> String {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string()
}

/// A file beside these scenarios.
pub fn beside(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("hosts").join(path)
}

/// A file that `make hosts` installed.
pub fn installed(path: &str) -> PathBuf {
    let folder = std::env::var_os("HOSTS_FOLDER").unwrap_or_else(|| "../target/tools/hosts".into());
    Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).join(path)
}
