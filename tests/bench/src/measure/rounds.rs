//! `bench run`: every page in turn, round after round.

use std::collections::BTreeMap;
use std::time::Duration;

use map::Model;

use super::figures::{self, Figures};
use super::reading::Reading;
use crate::contestants::Contestant;
use crate::page::{Device, Harness};

/// The figures of every page, round by round; none for a round in which it failed.
pub type Rounds = BTreeMap<String, Vec<Option<Figures>>>;

/// The pace of a run.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// The number of times that every page is measured.
    pub rounds: usize,
    /// The time from notch to notch of the wheel.
    pub notch_every: Duration,
}

/// Measures `contestants` in rounds, each starting with another of them, and says how far
/// it is; `model` is the map that ours draws. A page that fails has no figures in that round.
pub fn run(harness: &Harness, contestants: &[Contestant], model: &Model, pace: Pace) -> Rounds {
    let readings = [Device::Desk, Device::Phone]
        .map(|device| (device, Reading::of(model, harness.layout(device))));
    let mut results = Rounds::new();
    for round in 0..pace.rounds {
        for turn in 0..contestants.len() {
            let contestant = contestants[(turn + round) % contestants.len()];
            let outcome = figures::measure(harness, contestant, &readings, pace.notch_every);
            let done = round * contestants.len() + turn + 1;
            let all = pace.rounds * contestants.len();
            match &outcome {
                Ok(figures) => println!(
                    "{done}/{all} {}: ready {:.0} ms, on the phone {:.0} ms; drag {:.2} s, zoom \
                     {:.2} s, hover {:.2} s of CPU",
                    contestant.name,
                    figures.get("desk.ready_ms").copied().unwrap_or_default(),
                    figures.get("phone.ready_ms").copied().unwrap_or_default(),
                    figures.get("drag.cpu_s").copied().unwrap_or_default(),
                    figures.get("zoom.cpu_s").copied().unwrap_or_default(),
                    figures.get("sweep.cpu_s").copied().unwrap_or_default(),
                ),
                Err(error) => println!("{done}/{all} {}: {error}", contestant.name),
            }
            results.entry(contestant.key.to_owned()).or_default().push(outcome.ok());
        }
    }
    results
}
