//! Our server on a free port: the peers are served by the same program as our page.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use crate::error::Error;

/// A server that ends with the run.
pub struct Server {
    /// The address of the root, with the slash.
    pub address: String,
    process: Child,
    // Read no further, but kept: writing to a closed pipe would end the program.
    _output: BufReader<ChildStdout>,
}

impl Server {
    /// Serves the folder `root` with the program `server`.
    ///
    /// # Errors
    /// [`Error`] when it cannot be started or does not say its address.
    pub fn start(server: &Path, root: &Path) -> Result<Self, Error> {
        let mut process = Command::new(server)
            .arg("--root")
            .arg(root)
            .args(["--listen", "127.0.0.1:0"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(Error::file(server))?;
        let output = process.stdout.take();
        let output =
            output.ok_or(Error::Form { expected: "the server's output", found: String::new() })?;
        let mut output = BufReader::new(output);
        let mut line = String::new();
        while output.read_line(&mut line).map_err(Error::file(server))? > 0 {
            // « Adresse : http://127.0.0.1:41973/ »
            if let Some(start) = line.find("http://") {
                let address = line[start..].trim().to_owned();
                return Ok(Self { address, process, _output: output });
            }
            line.clear();
        }
        _ = process.wait();
        Err(Error::Form { expected: "the server's address", found: root.display().to_string() })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Already gone is as good as stopped now.
        _ = self.process.kill();
        _ = self.process.wait();
    }
}
