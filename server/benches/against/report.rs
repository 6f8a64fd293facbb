//! Medians, and ratios to nginx with the control's spread beside them.

use std::time::Duration;

use crate::case::Case;
use crate::load::Measure;
use crate::peers::Peer;

/// One row for each peer.
pub fn case(case: Case, peers: &[Peer], measured: &[Vec<Option<Measure>>]) {
    println!("\n{}", case.name());
    println!(
        "  {:22} {:>9} {:>15} {:>10} {:>15} {:>8}",
        "", "CPU µs", "× nginx", "requests/s", "× nginx", "p99 ms"
    );
    let of = |peer: Peer| peers.iter().position(|other| *other == peer).map(|at| &measured[at]);
    for (peer, rounds) in peers.iter().zip(measured) {
        if rounds.iter().all(Option::is_none) {
            println!("  {:22} cannot", peer.name());
            continue;
        }
        let ratio =
            |value: fn(&Measure) -> f64| ratio(rounds, of(Peer::Nginx), of(Peer::Control), value);
        let full = median(values(rounds, |measure| measure.load)) > 0.95;
        println!(
            "  {:22} {:9.1} {:>15} {:10.0} {:>15} {:>8}{}",
            peer.name(),
            median(values(rounds, |measure| measure.cpu_us)),
            ratio(|measure| measure.cpu_us),
            median(values(rounds, |measure| measure.rate)),
            ratio(|measure| measure.rate),
            p99(rounds),
            if full { "  (the load's limit)" } else { "" }
        );
    }
    if let (Some(nginx), Some(control)) = (of(Peer::Nginx), of(Peer::Control)) {
        let spread = |value: fn(&Measure) -> f64| {
            let ratios = ratios(control, nginx, value);
            format!("{:.2} to {:.2}", lowest(&ratios), highest(&ratios))
        };
        println!(
            "  control's spread: CPU {}, requests/s {}",
            spread(|measure| measure.cpu_us),
            spread(|measure| measure.rate)
        );
    }
}

/// Memory after the load.
pub fn memory(peers: &[Peer], bytes: &[u64], site: u64) {
    println!(
        "\nmemory after the load, in MB (the site with its siblings has {:.1})",
        megabytes(site)
    );
    for (peer, bytes) in peers.iter().zip(bytes) {
        println!("  {:22} {:9.1}", peer.name(), megabytes(*bytes));
    }
}

/// Medians of the times from the start to the first answer.
pub fn starts(peers: &[Peer], times: &[Vec<Duration>]) {
    println!("\nstart to first answer, in ms");
    for (peer, times) in peers.iter().zip(times) {
        let milliseconds = times.iter().map(|time| time.as_secs_f64() * 1000.0).collect();
        println!("  {:22} {:9.1}", peer.name(), median(milliseconds));
    }
}

/// The median of the ratios of each round, and whether it is a difference.
fn ratio(
    rounds: &[Option<Measure>],
    nginx: Option<&Vec<Option<Measure>>>,
    control: Option<&Vec<Option<Measure>>>,
    value: fn(&Measure) -> f64,
) -> String {
    let (Some(nginx), Some(control)) = (nginx, control) else { return String::new() };
    let median = median(ratios(rounds, nginx, value));
    let spread = ratios(control, nginx, value);
    let is_inside = (lowest(&spread)..=highest(&spread)).contains(&median);
    format!("{median:.2}{}", if is_inside { " (same)" } else { "" })
}

fn ratios(of: &[Option<Measure>], to: &[Option<Measure>], value: fn(&Measure) -> f64) -> Vec<f64> {
    of.iter()
        .zip(to)
        .filter_map(|(of, to)| Some(value(of.as_ref()?) / value(to.as_ref()?)))
        .collect()
}

fn values(rounds: &[Option<Measure>], value: fn(&Measure) -> f64) -> Vec<f64> {
    rounds.iter().flatten().map(value).collect()
}

fn p99(rounds: &[Option<Measure>]) -> String {
    let values: Vec<f64> = rounds.iter().flatten().filter_map(|measure| measure.p99_ms).collect();
    if values.is_empty() { "–".to_owned() } else { format!("{:.2}", median(values)) }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    match values.len() {
        0 => f64::NAN,
        length if length % 2 == 1 => values[middle],
        _ => f64::midpoint(values[middle - 1], values[middle]),
    }
}

fn lowest(values: &[f64]) -> f64 {
    values.iter().copied().fold(f64::INFINITY, f64::min)
}

fn highest(values: &[f64]) -> f64 {
    values.iter().copied().fold(f64::NEG_INFINITY, f64::max)
}

fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}
