//! A program that prints its address, and ends with its value.

use std::io::{self, BufRead, BufReader, Read};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;

use thiserror::Error;

/// A running program that has printed its address. Dropping it ends the program.
pub struct Listening {
    address: String,
    process: Running,
}

/// The stream on which a program prints its address. The other one is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Output {
    /// Standard output.
    Standard,
    /// Standard error.
    Error,
}

/// The reason why there is no program to talk to.
#[derive(Debug, Error)]
pub enum LaunchError {
    /// The program cannot be started.
    #[error("{program} cannot be started: {source}")]
    Start {
        /// The program with its arguments.
        program: String,
        /// The system's message.
        source: io::Error,
    },
    /// Its output cannot be read.
    #[error("the output of {program} cannot be read: {source}")]
    Read {
        /// The program with its arguments.
        program: String,
        /// The system's message.
        source: io::Error,
    },
    /// It ended, and its output has no address.
    #[error("{program} ended ({status}) before it printed its address:\n{output}")]
    NoAddress {
        /// The program with its arguments.
        program: String,
        /// How it ended.
        status: ExitStatus,
        /// All that it printed.
        output: String,
    },
}

impl Listening {
    /// Starts `command` and reads its lines until `address_in` finds the address in one. The rest of
    /// the output is read and dropped: a program stops when it writes to a full pipe.
    ///
    /// # Errors
    /// [`LaunchError`] when the program cannot be started or ends without an address.
    pub fn start(
        command: &mut Command,
        output: Output,
        address_in: impl Fn(&str) -> Option<String>,
    ) -> Result<Self, LaunchError> {
        let program = format!("{command:?}");
        let start_error = |source| LaunchError::Start { program: program.clone(), source };
        let read_error = |source| LaunchError::Read { program: program.clone(), source };
        let mut process = Running::start(command, output).map_err(start_error)?;
        let mut lines = BufReader::new(process.take(output).map_err(read_error)?);
        let mut printed = String::new();
        loop {
            let start = printed.len();
            if lines.read_line(&mut printed).map_err(read_error)? == 0 {
                let status = process.0.wait().map_err(read_error)?;
                return Err(LaunchError::NoAddress { program, status, output: printed });
            }
            if let Some(address) = address_in(&printed[start..]) {
                thread::spawn(move || io::copy(&mut lines, &mut io::sink()));
                return Ok(Self { address, process });
            }
        }
    }

    /// The address, as `address_in` of [`Listening::start`] read it.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The system's number of the process.
    pub fn process_id(&self) -> u32 {
        self.process.0.id()
    }
}

/// A process that ends when it is dropped.
struct Running(Child);

impl Running {
    fn start(command: &mut Command, output: Output) -> io::Result<Self> {
        let [standard, error] = match output {
            Output::Standard => [Stdio::piped(), Stdio::null()],
            Output::Error => [Stdio::null(), Stdio::piped()],
        };
        command.stdin(Stdio::null()).stdout(standard).stderr(error).spawn().map(Self)
    }

    fn take(&mut self, output: Output) -> io::Result<Box<dyn Read + Send>> {
        let taken: Option<Box<dyn Read + Send>> = match output {
            Output::Standard => self.0.stdout.take().map(|it| Box::new(it) as _),
            Output::Error => self.0.stderr.take().map(|it| Box::new(it) as _),
        };
        taken.ok_or_else(|| io::ErrorKind::BrokenPipe.into())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Already gone is as good as stopped now.
        _ = self.0.kill();
        _ = self.0.wait();
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;
    use std::time::{Duration, Instant};

    use super::*;

    fn shell(script: &str, output: Output) -> Result<Listening, LaunchError> {
        let address = |line: &str| Some(line.trim().strip_prefix("at ")?.to_owned());
        Listening::start(Command::new("sh").args(["-c", script]), output, address)
    }

    #[test]
    fn the_address_is_read_from_the_stream_that_it_is_printed_on() {
        let standard = shell("echo hello; echo at here; exec sleep 60", Output::Standard).unwrap();
        let error = shell("echo at there >&2; exec sleep 60", Output::Error).unwrap();
        assert_eq!([standard.address(), error.address()], ["here", "there"]);
    }

    #[test]
    fn a_program_ends_with_its_value() {
        let program = shell("echo at here; exec sleep 60", Output::Standard).unwrap();
        let process = PathBuf::from(format!("/proc/{}", program.process_id()));
        assert!(process.exists());
        drop(program);
        assert!(!process.exists());
    }

    #[test]
    fn a_program_that_ends_without_an_address_is_an_error_with_all_that_it_printed() {
        let error = shell("echo no port; exit 3", Output::Standard).err().unwrap().to_string();
        assert!(error.contains("no port") && error.contains('3'), "{error}");
    }

    #[test]
    fn a_program_that_is_not_installed_is_an_error_with_its_name() {
        let nowhere =
            Listening::start(&mut Command::new("no-such-program"), Output::Error, |_| None);
        let error = nowhere.err().unwrap().to_string();
        assert!(
            error.contains("no-such-program") && error.contains("cannot be started"),
            "{error}"
        );
    }

    #[test]
    fn a_program_that_prints_much_after_its_address_is_not_stopped_by_a_full_pipe() {
        let file = std::env::temp_dir().join(format!("launch-{}", std::process::id()));
        let script = format!(
            "echo at here; head -c 1000000 /dev/zero; touch {}; exec sleep 60",
            file.display()
        );
        let _program = shell(&script, Output::Standard).unwrap();
        let start = Instant::now();
        while !file.exists() {
            assert!(start.elapsed() < Duration::from_secs(20), "the program is stopped");
            thread::sleep(Duration::from_millis(5));
        }
        std::fs::remove_file(file).unwrap();
    }
}
