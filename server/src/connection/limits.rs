//! How many connections there may be, and how long each may do nothing.
//!
//! Each connection notes in the register what it is busy with. When there are too many, in all or of one peer, the
//! one that has done nothing useful for longest goes: so those who hold connections only compete with
//! each other, and somebody who comes to read is let in. The same register, looked through a few times
//! a second, ends those that are too slow; no request pays for a timer.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio::task::AbortHandle;

use super::activity::{Activity, Phase};

/// How long a connection that waits may still wait once the server is to stop, in milliseconds: a
/// request may be on its way.
const STOPPING_TIMEOUT_MS: u64 = 500;

/// What a connection may take.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// Connections at a time, in all.
    pub connections: usize,
    /// Connections at a time of one peer.
    pub per_peer: usize,
    /// How long a client may take for the head of a request, or to send its first byte.
    pub head: Duration,
    /// How long a connection may stay open between two requests.
    pub idle: Duration,
    /// How long a client may take none of the bytes that are to be sent.
    pub stall: Duration,
}

/// All connections.
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
    /// An empty register.
    pub fn new(limits: Limits) -> Arc<Self> {
        let (origin, stopping) = (Instant::now(), AtomicBool::new(false));
        Arc::new(Self { limits, origin, stopping, entries: Mutex::default() })
    }

    /// Makes room for a connection from `peer`, and starts the task that `spawn` makes of its permit.
    /// The task drops the permit when it ends.
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

    /// Ends the connections that have done nothing for too long. Returns how many.
    pub fn sweep(&self) -> usize {
        let now = self.origin.elapsed().as_millis() as u64;
        let stopping = self.is_stopping();
        self.lock().end(|entry| {
            let (phase, since) = entry.activity.state();
            let timeout = match phase {
                Phase::Head | Phase::Idle if stopping => STOPPING_TIMEOUT_MS,
                Phase::Head => self.limits.head.as_millis() as u64,
                Phase::Idle => self.limits.idle.as_millis() as u64,
                Phase::Sending => self.limits.stall.as_millis() as u64,
            };
            now.saturating_sub(since) > timeout
        })
    }

    /// From now on each answer is the last of its connection.
    pub fn stop(&self) {
        self.stopping.store(true, Ordering::Relaxed);
    }

    /// Whether the server is to stop.
    pub fn is_stopping(&self) -> bool {
        self.stopping.load(Ordering::Relaxed)
    }

    /// How many connections there are.
    pub fn len(&self) -> usize {
        self.lock().all.len()
    }

    fn lock(&self) -> MutexGuard<'_, Entries> {
        // Nothing that can panic happens while it is locked.
        self.entries.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Entries {
    /// Ends a thirty-second of those that `may_go`, the longest idle first: looking for them takes a
    /// while, and during a flood it is to be seldom.
    fn evict(&mut self, may_go: impl Fn(&Entry) -> bool) {
        let candidates = self.all.iter().filter(|(_, entry)| may_go(entry));
        let mut ages: Vec<(u64, u64)> =
            candidates.map(|(id, entry)| (entry.activity.state().1, *id)).collect();
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

/// Leave to have one connection, given back when dropped.
#[derive(Debug)]
pub(crate) struct Permit {
    register: Arc<Register>,
    id: u64,
    /// What the register looks at.
    pub activity: Arc<Activity>,
}

impl Drop for Permit {
    fn drop(&mut self) {
        self.register.lock().remove(self.id);
    }
}

/// The prefix of an address that counts as one peer: all of an IPv4 address, the /64 of an IPv6 one, which
/// is the least that anyone is given.
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
    use super::*;

    const LIMITS: Limits = Limits {
        connections: 3,
        per_peer: 2,
        head: Duration::from_secs(10),
        idle: Duration::from_secs(60),
        stall: Duration::from_secs(30),
    };

    fn come(register: &Arc<Register>, peer: &str) -> tokio::task::JoinHandle<()> {
        let mut handle = None;
        register.admit(Some(peer.parse().unwrap()), |permit| {
            let task = tokio::spawn(async move {
                let _permit = permit;
                std::future::pending::<()>().await;
            });
            let abort = task.abort_handle();
            handle = Some(task);
            abort
        });
        handle.unwrap()
    }

    #[tokio::test]
    async fn the_longest_idle_goes_when_there_are_too_many() {
        let register = Register::new(LIMITS);
        let first = come(&register, "192.0.2.1");
        tokio::time::sleep(Duration::from_millis(5)).await;
        let others = [come(&register, "192.0.2.2"), come(&register, "192.0.2.3")];
        tokio::time::sleep(Duration::from_millis(5)).await;
        let last = come(&register, "192.0.2.4");
        assert!(first.await.unwrap_err().is_cancelled());
        assert_eq!(register.len(), 3);
        assert!(!last.is_finished() && others.iter().all(|other| !other.is_finished()));
    }

    #[tokio::test]
    async fn a_peer_with_too_many_only_loses_its_own() {
        let register = Register::new(LIMITS);
        let other = come(&register, "2001:db8::1");
        tokio::time::sleep(Duration::from_millis(5)).await;
        let first = come(&register, "2001:db8:1::1");
        let _second = come(&register, "2001:db8:1::2");
        tokio::time::sleep(Duration::from_millis(5)).await;
        let _third = come(&register, "2001:db8:1::3");
        assert!(first.await.unwrap_err().is_cancelled());
        assert!(!other.is_finished());
    }

    #[tokio::test]
    async fn a_permit_is_given_back_when_its_task_ends() {
        let register = Register::new(LIMITS);
        let task = come(&register, "192.0.2.1");
        task.abort();
        assert!(task.await.is_err());
        assert_eq!(register.len(), 0);
    }
}
