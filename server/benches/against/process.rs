//! A server and all its processes: their CPU time and their memory, from `/proc`.

use std::fs;
use std::process::{Child, Command, Stdio};

/// Ticks of the clock in which `/proc` counts, a second; 100 on every Linux.
const TICKS: f64 = 100.0;

/// A running server.
pub struct Running(Child);

impl Running {
    /// Starts `command` on the first core.
    pub fn start(mut command: Command) -> Self {
        Self(command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap())
    }

    /// User and system time of all its processes so far, in seconds.
    pub fn cpu(&self) -> f64 {
        self.processes().iter().map(|process| ticks(&stat(*process), 11)).sum()
    }

    /// The memory of its processes that the system cannot take back, in bytes: their share of it,
    /// without the files that it keeps in its cache for all, and open files without a name.
    pub fn memory(&self) -> u64 {
        let processes = self.processes();
        let own: u64 = processes.iter().map(|process| share(*process)).sum();
        own + processes.iter().map(|process| nameless_files(*process)).sum::<u64>()
    }

    /// The process and its children.
    fn processes(&self) -> Vec<u32> {
        let own = self.0.id();
        let numbers = fs::read_dir("/proc")
            .unwrap()
            .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse::<u32>().ok());
        let is_child = |process: &u32| stat(*process).get(1) == Some(&own.to_string());
        std::iter::once(own).chain(numbers.filter(is_child)).collect()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let kill = format!("kill -TERM {}", self.0.id());
        // Already gone is as good as stopped now.
        _ = Command::new("sh").args(["-c", &kill]).status();
        _ = self.0.wait();
    }
}

/// CPU time of the programs that this one has started and waited for, in seconds.
pub fn cpu_of_children() -> f64 {
    ticks(&stat(std::process::id()), 13)
}

/// The fields of `/proc/…/stat` behind the name: the first is the state, the second the parent.
fn stat(process: u32) -> Vec<String> {
    let text = fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    let (_, fields) = text.rsplit_once(')').unwrap_or_default();
    fields.split_whitespace().map(str::to_owned).collect()
}

/// The sum of a field and the next, in seconds.
fn ticks(stat: &[String], first: usize) -> f64 {
    let number =
        |at: usize| stat.get(at).and_then(|field| field.parse::<f64>().ok()).unwrap_or(0.0);
    (number(first) + number(first + 1)) / TICKS
}

fn share(process: u32) -> u64 {
    let text = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).unwrap_or_default();
    let number = |name: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(name))?;
        line.trim().strip_suffix(" kB")?.parse::<u64>().ok()
    };
    ["Pss_Anon:", "Pss_Shmem:"].into_iter().filter_map(number).sum::<u64>() * 1024
}

fn nameless_files(process: u32) -> u64 {
    let Ok(files) = fs::read_dir(format!("/proc/{process}/fd")) else { return 0 };
    let files = files.filter_map(|file| Some(file.ok()?.path()));
    let in_memory = files.filter(|file| {
        fs::read_link(file).is_ok_and(|target| target.to_string_lossy().ends_with(" (deleted)"))
    });
    in_memory.filter_map(|file| Some(fs::metadata(file).ok()?.len())).sum()
}
