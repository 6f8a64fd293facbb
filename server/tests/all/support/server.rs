//! The server as a process of its own.

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use super::wire::Wire;

/// A running server, which ends with the test.
pub struct Server {
    /// Its process.
    pub process: Child,
    /// `127.0.0.1:port` or `unix:path`, as it printed it.
    pub address: String,
}

impl Server {
    /// Starts `command`, and waits until it is ready.
    pub fn start(command: &mut Command) -> Self {
        let mut process = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("Adresse\u{a0}: ");
        let address = address.unwrap_or_else(|| panic!("expected an address, found: {line}"));
        let address = address.trim_start_matches("http://").trim_end_matches('/').to_owned();
        Self { process, address }
    }

    /// A connection.
    pub fn wire(&self) -> Wire {
        Wire::connect(&self.address)
    }

    /// Sends it a signal, with the shell's own `kill`: it is always there.
    pub fn signal(&self, name: &str) {
        let kill = format!("kill -{name} {}", self.process.id());
        assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Already gone is as good as stopped now.
        _ = self.process.kill();
        _ = self.process.wait();
    }
}

/// The server's command for `root` and `listen`, silent, not yet started.
pub fn command(root: &Path, listen: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_server"));
    command.arg("--root").arg(root).args(["--listen", listen]).stderr(Stdio::null());
    command
}

/// The same as a user who may read only what all may read: root may read everything.
pub fn without_rights(root: &Path, listen: &str) -> Command {
    fs::set_permissions(root.parent().unwrap(), fs::Permissions::from_mode(0o755)).unwrap();
    let is_root = fs::metadata("/proc/self").unwrap().uid() == 0;
    let program = env!("CARGO_BIN_EXE_server");
    let mut command = if is_root {
        let mut command = Command::new("setpriv");
        command.args(["--reuid=65534", "--clear-groups", program]);
        command
    } else {
        Command::new(program)
    };
    command.arg("--root").arg(root).args(["--listen", listen]).stderr(Stdio::null());
    command
}

/// The memory that a process has written to and holds, in bytes.
pub fn memory(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("RssAnon:")).unwrap();
    line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() * 1024
}
