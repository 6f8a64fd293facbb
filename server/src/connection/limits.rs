//! Limits of the number of connections, and of the time that each may do nothing.
//!
//! When there are too many connections, in all or from one peer, those that have made no progress
//! for longest are closed. So clients that hold connections open compete with each other only, and
//! a new reader is let in. A sweep through the register, four times a second, closes the slow ones:
//! requests need no timers.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::task::AbortHandle;
use tokio::time::Instant;

use super::activity::{Activity, Phase, State};

/// The time-out of waiting connections while the server stops, in milliseconds. A request may be on
/// its way.
const STOPPING_TIMEOUT_MS: u64 = 500;

/// The time for a client to close its side after the last answer, in milliseconds. What the system
/// has taken of the answer is sent all the same.
const CLOSING_TIMEOUT_MS: u64 = 5000;

/// The limits of connections.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// The most connections at a time.
    pub connections: usize,
    /// The most connections at a time from one peer.
    pub per_peer: usize,
    /// The time for the head of a request, from the start of the connection or from its first byte.
    pub head: Duration,
    /// The time between two requests of one connection.
    pub idle: Duration,
    /// The time in which a client must take some of the bytes that are sent to it.
    pub stall: Duration,
}

/// The list of all open connections.
#[derive(Debug)]
pub(crate) struct Register {
    limits: Limits,
    origin: Instant,
    stopping: AtomicBool,
    entries: Mutex<Entries>,
}

#[derive(Debug, Default)]
struct Entries {
    next: u64,
    all: HashMap<u64, Entry>,
    per_peer: HashMap<IpAddr, usize>,
}

#[derive(Debug)]
struct Entry {
    activity: Arc<Activity>,
    task: AbortHandle,
    peer: Option<IpAddr>,
}

impl Register {
    pub fn new(limits: Limits) -> Arc<Self> {
        let (origin, stopping) = (Instant::now(), AtomicBool::new(false));
        Arc::new(Self { limits, origin, stopping, entries: Mutex::default() })
    }

    /// Admits a connection from `peer`, closing others if there are too many. `spawn` starts its
    /// task, which keeps the permit until it ends.
    pub fn admit(
        self: &Arc<Self>,
        peer: Option<IpAddr>,
        spawn: impl FnOnce(Permit) -> AbortHandle,
    ) {
        let peer = peer.map(peer_prefix);
        let mut entries = self.lock();
        if let Some(peer) = peer
            && entries.per_peer.get(&peer).is_some_and(|count| *count >= self.limits.per_peer)
        {
            entries.evict(|entry| entry.peer == Some(peer));
        }
        if entries.all.len() >= self.limits.connections {
            entries.evict(|_| true);
        }
        let id = entries.next;
        entries.next += 1;
        let activity = Arc::new(Activity::new(self.origin));
        let permit = Permit { register: Arc::clone(self), id, activity: Arc::clone(&activity) };
        let task = spawn(permit);
        if let Some(peer) = peer {
            *entries.per_peer.entry(peer).or_default() += 1;
        }
        entries.all.insert(id, Entry { activity, task, peer });
    }

    /// Closes the connections whose time is over. Returns their number.
    pub fn sweep(&self) -> usize {
        let now = self.origin.elapsed().as_millis() as u64;
        let stopping = self.is_stopping();
        self.lock().end(|entry| {
            let State { phase, since_ms } = entry.activity.state();
            let timeout = match phase {
                Phase::Head | Phase::Idle | Phase::Closing if stopping => STOPPING_TIMEOUT_MS,
                Phase::Closing => CLOSING_TIMEOUT_MS,
                Phase::Head => self.limits.head.as_millis() as u64,
                Phase::Idle => self.limits.idle.as_millis() as u64,
                Phase::Sending => self.limits.stall.as_millis() as u64,
            };
            now.saturating_sub(since_ms) > timeout
        })
    }

    /// Makes each answer the last of its connection from now on.
    pub fn stop(&self) {
        self.stopping.store(true, Ordering::Relaxed);
    }

    /// Whether the server is to stop.
    pub fn is_stopping(&self) -> bool {
        self.stopping.load(Ordering::Relaxed)
    }

    /// The time in which a client must take some of the bytes that are sent to it.
    pub fn stall(&self) -> Duration {
        self.limits.stall
    }

    /// The number of open connections.
    pub fn len(&self) -> usize {
        self.lock().all.len()
    }

    fn lock(&self) -> MutexGuard<'_, Entries> {
        // A poisoned lock is harmless: nothing that can panic happens while it is held.
        self.entries.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Entries {
    /// Closes one in 32 of the connections that `may_go`, those without progress for longest.
    /// Several at once, because the search takes time and a flood of connections would repeat it
    /// for each.
    fn evict(&mut self, may_go: impl Fn(&Entry) -> bool) {
        let candidates = self.all.iter().filter(|(_, entry)| may_go(entry));
        let mut ages: Vec<(u64, u64)> =
            candidates.map(|(id, entry)| (entry.activity.state().since_ms, *id)).collect();
        let count = ages.len().div_ceil(32);
        ages.sort_unstable();
        for (_, id) in ages.into_iter().take(count) {
            self.remove(id).inspect(|entry| entry.task.abort());
        }
    }

    fn end(&mut self, is_over: impl Fn(&Entry) -> bool) -> usize {
        let over = self.all.iter().filter(|(_, entry)| is_over(entry)).map(|(id, _)| *id);
        let over: Vec<u64> = over.collect();
        for id in &over {
            self.remove(*id).inspect(|entry| entry.task.abort());
        }
        over.len()
    }

    fn remove(&mut self, id: u64) -> Option<Entry> {
        let entry = self.all.remove(&id)?;
        if let Some(peer) = entry.peer
            && let Some(count) = self.per_peer.get_mut(&peer)
        {
            *count -= 1;
            if *count == 0 {
                self.per_peer.remove(&peer);
            }
        }
        Some(entry)
    }
}

/// The permission for one connection. Dropping it removes the connection from the register.
#[derive(Debug)]
pub(crate) struct Permit {
    register: Arc<Register>,
    id: u64,
    pub activity: Arc<Activity>,
}

impl Drop for Permit {
    fn drop(&mut self) {
        self.register.lock().remove(self.id);
    }
}

/// The part of an address that identifies a peer: a whole IPv4 address, or the /64 of an IPv6
/// address, since every client has at least a /64.
fn peer_prefix(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(six) => match six.to_ipv4_mapped() {
            Some(four) => four.into(),
            None => IpAddr::V6((six.to_bits() >> 64 << 64).into()),
        },
    }
}

#[cfg(test)]
mod tests {
    use tokio::task::JoinHandle;

    use super::*;

    const LIMITS: Limits = Limits {
        connections: 3,
        per_peer: 2,
        head: Duration::from_secs(10),
        idle: Duration::from_secs(60),
        stall: Duration::from_secs(30),
    };

    /// A connection that does nothing by itself.
    struct Client {
        activity: Arc<Activity>,
        task: JoinHandle<()>,
    }

    impl Client {
        /// Connects, one second after the last event.
        async fn connect(register: &Arc<Register>, peer: &str) -> Self {
            tokio::time::advance(Duration::from_secs(1)).await;
            let mut client = None;
            register.admit(Some(peer.parse().unwrap()), |permit| {
                let activity = Arc::clone(&permit.activity);
                let task = tokio::spawn(async move {
                    let _permit = permit;
                    std::future::pending::<()>().await;
                });
                let abort = task.abort_handle();
                client = Some(Self { activity, task });
                abort
            });
            client.unwrap()
        }

        async fn is_ended(&self) -> bool {
            tokio::task::yield_now().await;
            self.task.is_finished()
        }
    }

    #[tokio::test(start_paused = true)]
    async fn the_longest_idle_goes_when_there_are_too_many() {
        let register = Register::new(LIMITS);
        let first = Client::connect(&register, "192.0.2.1").await;
        let second = Client::connect(&register, "192.0.2.2").await;
        let third = Client::connect(&register, "192.0.2.3").await;
        first.activity.progress();
        let last = Client::connect(&register, "192.0.2.4").await;
        assert!(second.is_ended().await);
        assert_eq!(register.len(), 3);
        for other in [first, third, last] {
            assert!(!other.is_ended().await);
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_peer_with_too_many_only_loses_its_own() {
        let register = Register::new(LIMITS);
        let other = Client::connect(&register, "2001:db8::1").await;
        let first = Client::connect(&register, "2001:db8:1::1").await;
        let _second = Client::connect(&register, "2001:db8:1::2").await;
        let _third = Client::connect(&register, "2001:db8:1::3").await;
        assert!(first.is_ended().await);
        assert!(!other.is_ended().await);
    }

    #[tokio::test(start_paused = true)]
    async fn a_permit_is_given_back_when_its_task_ends() {
        let register = Register::new(LIMITS);
        let client = Client::connect(&register, "192.0.2.1").await;
        client.task.abort();
        assert!(client.task.await.is_err());
        assert_eq!(register.len(), 0);
    }

    #[tokio::test(start_paused = true)]
    async fn each_phase_has_its_own_time_out_and_stopping_a_short_one() {
        for (phase, is_stopping, timeout) in [
            (Phase::Head, false, LIMITS.head),
            (Phase::Idle, false, LIMITS.idle),
            (Phase::Sending, false, LIMITS.stall),
            (Phase::Closing, false, Duration::from_millis(CLOSING_TIMEOUT_MS)),
            (Phase::Idle, true, Duration::from_millis(STOPPING_TIMEOUT_MS)),
            (Phase::Closing, true, Duration::from_millis(STOPPING_TIMEOUT_MS)),
            (Phase::Sending, true, LIMITS.stall),
        ] {
            let register = Register::new(LIMITS);
            let client = Client::connect(&register, "192.0.2.1").await;
            client.activity.enter(phase);
            if is_stopping {
                register.stop();
            }
            tokio::time::advance(timeout).await;
            assert_eq!(register.sweep(), 0, "{phase:?}");
            tokio::time::advance(Duration::from_millis(1)).await;
            assert_eq!(register.sweep(), 1, "{phase:?}");
            assert!(client.is_ended().await);
        }
    }
}
