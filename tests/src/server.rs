//! Our server, on a free port.

use std::process::Command;

use crate::Site;
use crate::process::Listening;
use crate::site::from_environment;

/// A running server: `SERVER_BIN`, or else the one that `make build` compiled.
pub struct Server {
    process: Listening,
}

impl Server {
    /// Serves `site`.
    pub fn of(site: &Site) -> Self {
        let program = from_environment("SERVER_BIN", "../target/release/server");
        let mut command = Command::new(program);
        command.arg("--root").arg(site.root()).args(["--listen", "127.0.0.1:0"]);
        // « Adresse : http://127.0.0.1:41973/ »
        let address = |line: &str| Some(line[line.find("http://")?..].trim().to_owned());
        Self { process: Listening::start(&mut command, address) }
    }

    /// The address of the site's root, with the slash.
    pub fn address(&self) -> &str {
        &self.process.address
    }
}
