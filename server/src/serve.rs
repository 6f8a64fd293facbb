//! The server from its start to its end.

use std::io::{self, Write};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::Duration;

use listenfd::ListenFd;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::connection::{self, Limits, Listener, Register, Shared};
use crate::error::ServeError;
use crate::log::{Addresses, Log};
use crate::notify;
use crate::open_files;
use crate::options::Options;
use crate::signals::{self, Signals};
use crate::site::{Current, Loader, Occasion, Read, Reloader};

/// The longest that the start waits for compressed variants. Later ones are added while it serves.
const VARIANT_WAIT: Duration = Duration::from_millis(60);
/// The size of siblings that are not waited for at all, in bytes: checking them takes longer.
const TOO_MANY: u64 = 8 << 20;
/// Open files that are neither connections nor of the site, at most.
const SPARE_FILES: u64 = 256;
/// The time between two looks at the number of open connections while the server stops.
const POLL_INTERVAL: Duration = Duration::from_millis(20);

/// Serves a site until a signal asks the process to stop. Must be called before any thread is
/// started, because it changes the environment: it takes the sockets of systemd out of it.
///
/// # Errors
/// When there is no site, or the system refuses an address, a thread or a signal handler.
pub fn serve(options: &Options) -> Result<(), ServeError> {
    let passed = ListenFd::from_env();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let done = runtime.block_on(run(options, passed));
    // A read from a disk that does not answer must not keep the process.
    runtime.shutdown_background();
    done
}

async fn run(options: &Options, passed: ListenFd) -> Result<(), ServeError> {
    let addresses = if options.log_addresses { Addresses::Shown } else { Addresses::Hidden };
    let log = Arc::new(Log::new(options.log_format, addresses)?);
    let loader = Loader::new(options, Arc::clone(&log));
    // Before the site is read, which may take long.
    let listeners = connection::listen(passed, &options.listen)?;
    let _ignored = signals::ignored()?;
    let read = loader.read(Occasion::Start)?;
    let open_by_site = read.draft.open_files();
    let current = Arc::new(Current::new(loader.site(&read.draft, None)?));
    // Before the address is printed: its reader may send a signal at once.
    let mut signals = Signals::new()?;
    let calls = follow(Reloader { loader, current: Arc::clone(&current) }, read)?;
    let (stop, stopping) = watch::channel(false);
    let register = Register::new(limits(options, open_by_site));
    let speaks_http2 = options.http2;
    let shared = Arc::new(Shared { site: current, log, register, speaks_http2, stop: stopping });
    announce(&listeners)?;
    let accepting = accept(listeners, &shared);
    signals.until_stop(&calls).await;
    notify::send("STOPPING=1");
    shared.register.stop();
    // The receivers are ours, and live.
    _ = stop.send(true);
    drain(accepting, &shared, options.grace, &mut signals).await;
    shared.log.finish();
    Ok(())
}

/// Starts the thread that adds the variants and follows the folder. Returns when the variants are
/// there, or after [`VARIANT_WAIT`]. Each message to the returned sender makes the thread read the
/// folder again.
fn follow(reloader: Reloader, read: Read) -> Result<mpsc::Sender<()>, ServeError> {
    let (calls, called) = mpsc::channel();
    let (done, ready) = mpsc::channel();
    let waits = read.draft.size_of_siblings() < TOO_MANY;
    let work = move || {
        // After too long a time, nobody waits any more.
        reloader.follow(read, &called, || _ = done.send(()));
    };
    thread::Builder::new().name("site".to_owned()).spawn(work)?;
    if waits {
        // A time-out is no error: the files are served without variants.
        _ = ready.recv_timeout(VARIANT_WAIT);
    }
    Ok(calls)
}

/// The limits of the options, lowered to the number of files that the system lets us open besides
/// those of the site.
fn limits(options: &Options, open_by_site: u64) -> Limits {
    // While a build replaces another, both have their files.
    let spare = SPARE_FILES + 2 * open_by_site;
    let connections = open_files::limit().saturating_sub(spare).max(16);
    let count = |number: u64| number.try_into().unwrap_or(usize::MAX);
    Limits {
        connections: count(options.max_connections.min(connections)),
        per_peer: count(options.max_per_peer),
        head: options.head_timeout,
        idle: options.idle_timeout,
        stall: options.stall_timeout,
    }
}

fn accept(listeners: Vec<Listener>, shared: &Arc<Shared>) -> Vec<JoinHandle<()>> {
    tokio::spawn(connection::sweep(Arc::clone(shared)));
    let task = |listener| tokio::spawn(connection::accept(listener, Arc::clone(shared)));
    listeners.into_iter().map(task).collect()
}

/// Prints the real addresses, and tells systemd that the server is ready. Tests read these lines,
/// as does anyone who starts the server on port 0.
fn announce(listeners: &[Listener]) -> Result<(), ServeError> {
    let mut output = io::stdout();
    for listener in listeners {
        writeln!(output, "Adresse\u{a0}: {}", listener.address)?;
    }
    notify::send("READY=1");
    Ok(())
}

/// Waits until the last answer is sent, but no longer than `grace`, nor after a second signal.
async fn drain(
    accepting: Vec<JoinHandle<()>>,
    shared: &Shared,
    grace: Duration,
    signals: &mut Signals,
) {
    let finished = async {
        for task in accepting {
            // A task that ended otherwise accepts nothing either.
            _ = task.await;
        }
        while shared.register.len() > 0 {
            tokio::time::sleep(POLL_INTERVAL).await;
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
