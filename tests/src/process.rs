//! A program that says where it listens, and ends with the scenario.

use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};

/// A running program that has said its address.
pub(crate) struct Listening {
    /// What it said, as `address_in` of [`Listening::start`] read it.
    pub(crate) address: String,
    process: Child,
    // Read no further, but kept: writing to a closed pipe would end the program.
    _output: BufReader<ChildStdout>,
}

impl Listening {
    /// Starts `command` and reads its lines until `address_in` finds the address in one.
    pub(crate) fn start(
        command: &mut Command,
        address_in: impl Fn(&str) -> Option<String>,
    ) -> Self {
        let command = command.stdout(Stdio::piped()).stderr(Stdio::null()).stdin(Stdio::null());
        let mut process = command
            .spawn()
            .unwrap_or_else(|error| panic!("{command:?} cannot be started: {error}"));
        let mut output = BufReader::new(process.stdout.take().unwrap());
        let mut said = String::new();
        let address = loop {
            let start = said.len();
            if output.read_line(&mut said).unwrap() == 0 {
                let status = process.wait().unwrap();
                panic!("{command:?} ended ({status}) before it said its address:\n{said}");
            }
            if let Some(address) = address_in(&said[start..]) {
                break address;
            }
        };
        Self { address, process, _output: output }
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        // Already gone is as good as stopped now.
        _ = self.process.kill();
        _ = self.process.wait();
    }
}
