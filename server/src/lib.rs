//! The static server: one site over HTTP, and nothing else. It knows nothing of maps.
//!
//! What [`serve`] does, in this order:
//! 1. reads the site into memory ([`site`]), and refuses a folder that holds none;
//! 2. listens ([`connection`]), and prints the addresses on standard output;
//! 3. adds the compressed variants, and from then on follows the folder ([`site::reload`]);
//! 4. answers ([`connection`]) until SIGINT or SIGTERM;
//! 5. lets running downloads finish for a while.
//!
//! What happens to a connection is listed in [`connection`], what happens to a request in [`request`].

mod base64;
mod connection;
mod date;
mod error;
mod headers;
mod log;
mod notify;
mod options;
mod request;
mod site;

use std::env;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::Duration;

use listenfd::ListenFd;
use rustix::process::{Resource, Rlimit};
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::watch;

pub use error::ServeError;
pub use options::{Command, Host, LogFormat, Options};

use connection::{Listener, Register, Shared};
use log::Log;
use site::draft::Limits;
use site::reload::{Current, Loader, Source};
use site::scan::TICK;

/// How long the first answer may wait for compressed variants that are not made yet.
const HEAD_START: Duration = Duration::from_millis(60);
/// Files that are open for something else than a connection.
const SPARE_FILES: u64 = 256;
/// How often the end of the last connection is looked for.
const GLANCE: Duration = Duration::from_millis(20);
/// Where the site is, unless the options or the program say something else.
const DEFAULT_ROOT: &str = "dist";

/// Serves a site until the process is asked to stop. To be called before any thread is started: it
/// takes what systemd passes out of the environment.
///
/// # Errors
/// When there is no site, or the system refuses an address, a thread or a signal handler.
pub fn serve(options: &Options) -> Result<(), ServeError> {
    let passed = ListenFd::from_env();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(run(options, passed))
}

async fn run(options: &Options, passed: ListenFd) -> Result<(), ServeError> {
    let log = Arc::new(Log::new(options.log_format, options.log_addresses)?);
    let loader = loader(options, Arc::clone(&log));
    let read = loader.read(TICK)?;
    let current = Arc::new(Current::new(loader.site(&read.draft)?));
    let listeners = connection::listen(passed, &options.listen)?;
    // Before the address is printed: who reads it may already send a signal.
    let mut signals = Signals::new()?;
    let calls = follow(loader, read, Arc::clone(&current))?;
    let (stop, stopping) = watch::channel(false);
    let register = Register::new(limits(options));
    let speaks_http2 = options.http2;
    let shared = Arc::new(Shared { site: current, log, register, speaks_http2, stop: stopping });
    announce(&listeners)?;
    let accepting = accept(listeners, &shared);
    signals.until_stop(&calls).await;
    notify::tell("STOPPING=1");
    shared.register.stop();
    // The receivers are ours, and live.
    _ = stop.send(true);
    for task in accepting {
        // A task that ended otherwise accepts nothing either.
        _ = task.await;
    }
    drain(&shared, options.grace, &mut signals).await;
    shared.log.finish();
    Ok(())
}

/// Writes the header rules of the site for `host` to standard output.
///
/// # Errors
/// When there is no site, or nobody reads.
pub fn export(options: &Options, host: Host) -> Result<(), ServeError> {
    let log = Arc::new(Log::new(LogFormat::Off, false)?);
    let loader = loader(options, log);
    let read = loader.read(TICK)?;
    let names: Vec<&str> = read.draft.files.iter().map(|file| file.entry.name.as_str()).collect();
    let table = loader.table(&read.draft);
    io::stdout().write_all(headers::export::rules(host, &table, &names).as_bytes())?;
    Ok(())
}

/// Writes this program with the site inside to `output`.
///
/// # Errors
/// When there is no site, or the file cannot be written.
pub fn pack(options: &Options, output: &std::path::Path) -> Result<(), ServeError> {
    let root = options.root.clone().unwrap_or(DEFAULT_ROOT.into());
    let listing = site::reload::list(&root)?;
    if !listing.entries.iter().any(|entry| entry.name == "index.html") {
        return Err(ServeError::MissingIndex(root));
    }
    site::pack::write(&env::current_exe()?, &listing, output)
}

fn loader(options: &Options, log: Arc<Log>) -> Loader {
    let own = || env::current_exe().ok().filter(|program| site::pack::is_packed(program));
    let source = match &options.root {
        Some(root) => Source::Folder(root.clone()),
        None => own().map_or(Source::Folder(PathBuf::from(DEFAULT_ROOT)), Source::Packed),
    };
    let limits = Limits { total: options.max_memory << 20, file: options.max_file << 20 };
    Loader { source, limits, frame_ancestors: options.frame_ancestors.clone(), log }
}

/// Adds the variants and follows the folder, on a thread of its own. Returns once the variants are
/// there or [`HEAD_START`] is over; what is sent to the result has the folder read anew.
fn follow(
    loader: Loader,
    read: site::reload::Read,
    current: Arc<Current>,
) -> Result<mpsc::Sender<()>, ServeError> {
    let (calls, called) = mpsc::channel();
    let (done, ready) = mpsc::channel();
    let work = move || {
        // Nobody waits any more when it took too long.
        loader.follow(read, &current, &called, || _ = done.send(()));
    };
    thread::Builder::new().name("site".to_owned()).spawn(work)?;
    // Too late is no error: the files are served as they are.
    _ = ready.recv_timeout(HEAD_START);
    Ok(calls)
}

/// The limits that were asked for, as far as the system has files for them.
fn limits(options: &Options) -> connection::Limits {
    let Rlimit { maximum, .. } = rustix::process::getrlimit(Resource::Nofile);
    // Refused is as good as not needed: what there is counts.
    _ = rustix::process::setrlimit(Resource::Nofile, Rlimit { current: maximum, maximum });
    let files = rustix::process::getrlimit(Resource::Nofile).current.unwrap_or(u64::MAX);
    let connections = files.saturating_sub(SPARE_FILES).max(16);
    connection::Limits {
        connections: options.max_connections.min(connections.try_into().unwrap_or(usize::MAX)),
        per_peer: options.max_per_peer,
        head: options.head_timeout,
        idle: options.idle_timeout,
        stall: options.stall_timeout,
    }
}

fn accept(listeners: Vec<Listener>, shared: &Arc<Shared>) -> Vec<tokio::task::JoinHandle<()>> {
    tokio::spawn(connection::sweep(Arc::clone(shared)));
    let task = |listener| tokio::spawn(connection::accept(listener, Arc::clone(shared)));
    listeners.into_iter().map(task).collect()
}

/// Prints the real addresses. The tests, and whoever starts the server on port 0, read these lines.
fn announce(listeners: &[Listener]) -> Result<(), ServeError> {
    let mut output = io::stdout();
    for listener in listeners {
        writeln!(output, "Adresse : {}", listener.address)?;
    }
    notify::tell("READY=1");
    Ok(())
}

/// Waits until the last answer is sent, for `grace` at the most, or until asked to stop once more.
async fn drain(shared: &Shared, grace: Duration, signals: &mut Signals) {
    let finished = async {
        while shared.register.len() > 0 {
            tokio::time::sleep(GLANCE).await;
        }
    };
    tokio::select! {
        () = finished => {}
        () = tokio::time::sleep(grace) => {
            let connections = shared.register.len();
            shared.log.warn("stopped before the end of", &[("connections", &connections)]);
        }
        () = signals.stop() => {}
    }
}

/// Signals that count from the creation on, not from the first time that they are waited for.
struct Signals {
    interrupt: Signal,
    terminate: Signal,
    hang_up: Signal,
}

impl Signals {
    fn new() -> io::Result<Self> {
        Ok(Self {
            interrupt: signal(SignalKind::interrupt())?,
            terminate: signal(SignalKind::terminate())?,
            hang_up: signal(SignalKind::hangup())?,
        })
    }

    async fn stop(&mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }

    /// Waits for a signal to stop; each SIGHUP meanwhile is a call.
    async fn until_stop(&mut self, calls: &mpsc::Sender<()>) {
        loop {
            tokio::select! {
                _ = self.interrupt.recv() => return,
                _ = self.terminate.recv() => return,
                _ = self.hang_up.recv() => {
                    // The receiver lives as long as the process.
                    _ = calls.send(());
                }
            }
        }
    }
}
