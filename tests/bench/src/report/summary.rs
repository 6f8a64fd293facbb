//! Medians of rounds, and verdicts from medians.

use serde::{Deserialize, Serialize};

use super::rows::{Row, Target};
use crate::contestants::Contestant;
use crate::measure::{Figures, LATE_MS, Rounds};

/// A figure over all rounds, in the unit of its row.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Spread {
    /// The middle one; the mean of the two middle ones of an even number.
    pub median: f64,
    /// The lowest.
    pub min: f64,
    /// The highest.
    pub max: f64,
}

impl Spread {
    /// The spread of `values`; none of none.
    pub fn of(mut values: Vec<f64>) -> Option<Self> {
        values.sort_by(f64::total_cmp);
        let (min, max) = (*values.first()?, *values.last()?);
        let middle = values.len() / 2;
        let median = if values.len().is_multiple_of(2) {
            f64::midpoint(values[middle - 1], values[middle])
        } else {
            values[middle]
        };
        Some(Self { median, min, max })
    }
}

/// The figure of a row for one page.
pub fn spread(row: &Row, contestant: Contestant, rounds: &Rounds) -> Option<Spread> {
    let blank = rounds.get(Contestant::BLANK.key);
    let value = |(round, figures): (usize, &Option<Figures>)| {
        let value = figures.as_ref()?.get(row.key)?;
        let base = if row.above_blank { *blank?.get(round)?.as_ref()?.get(row.key)? } else { 0.0 };
        Some((value - base) / row.divisor)
    };
    let rounds = rounds.get(contestant.key)?;
    Spread::of(rounds.iter().enumerate().filter_map(value).collect())
}

/// The best peer of a row.
#[derive(Clone, Copy, Debug)]
pub struct Best {
    /// The peer.
    pub peer: Contestant,
    /// Its figure.
    pub spread: Spread,
}

/// The peer with the lowest median of a row, among those that keep up.
pub fn best(row: &Row, rounds: &Rounds) -> Option<Best> {
    let peers = Contestant::ALL.into_iter();
    let peers = peers.filter(|it| it.is_peer() && keeps_up(row, *it, rounds));
    let all = peers.filter_map(|peer| Some(Best { peer, spread: spread(row, peer, rounds)? }));
    all.min_by(|a, b| a.spread.median.total_cmp(&b.spread.median))
}

/// Whether at least 95 % of a page's frames came in time while a row was measured.
pub fn keeps_up(row: &Row, contestant: Contestant, rounds: &Rounds) -> bool {
    let Some(key) = row.frames_key() else { return true };
    let rounds = rounds.get(contestant.key).into_iter().flatten().flatten();
    let frames = Spread::of(rounds.filter_map(|figures| figures.get(&key).copied()).collect());
    frames.is_none_or(|frames| frames.median <= LATE_MS)
}

/// Whether our page reaches its target; none without a target.
pub fn is_reached(row: &Row, ours: Spread, best: Option<Spread>) -> Option<bool> {
    match row.target {
        Target::None => None,
        Target::AtMost(limit) => Some(ours.median <= limit),
        Target::TimesBest(factor) => Some(ours.median <= factor * best?.median),
        Target::AboveBest(more) => Some(ours.median <= best?.median + more),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::rows::ROWS;

    fn rounds(figures: &[(&str, &[f64])]) -> Rounds {
        let of = |values: &[f64]| {
            let figures = |value: &f64| Some(Figures::from([("drag.cpu_s".to_owned(), *value)]));
            values.iter().map(figures).collect()
        };
        figures.iter().map(|(key, values)| ((*key).to_owned(), of(values))).collect()
    }

    fn drag() -> &'static Row {
        ROWS.iter().find(|row| row.key == "drag.cpu_s").unwrap()
    }

    #[test]
    fn the_blank_page_is_subtracted_round_by_round() {
        let rounds = rounds(&[("blank", &[0.1, 0.5, 0.1]), ("ours", &[0.3, 0.8, 0.2])]);
        let spread = spread(drag(), Contestant::OURS, &rounds).unwrap();
        assert!((spread.median - 0.2).abs() < 1e-9, "{spread:?}");
        assert!((spread.max - 0.3).abs() < 1e-9, "{spread:?}");
    }

    #[test]
    fn the_best_peer_is_neither_ours_nor_the_blank_page() {
        let rounds = rounds(&[
            ("blank", &[0.0]),
            ("ours", &[0.1]),
            ("d3-svg", &[0.9]),
            ("maplibre", &[0.4]),
        ]);
        let best = best(drag(), &rounds).unwrap();
        assert_eq!(best.peer.key, "maplibre");
        let ours = spread(drag(), Contestant::OURS, &rounds).unwrap();
        assert_eq!(is_reached(drag(), ours, Some(best.spread)), Some(true));
    }

    #[test]
    fn a_peer_that_drops_frames_is_not_the_best() {
        let mut rounds = rounds(&[("blank", &[0.0]), ("d3-svg", &[0.2]), ("maplibre", &[0.4])]);
        let figures = rounds.get_mut("d3-svg").unwrap()[0].as_mut().unwrap();
        figures.insert("drag.p95_ms".to_owned(), 116.0);
        let best = best(drag(), &rounds).unwrap();
        assert_eq!(best.peer.key, "maplibre");
    }

    #[test]
    fn of_two_values_the_median_lies_between_them() {
        assert_eq!(Spread::of(vec![3.0, 1.0]).unwrap().median, 2.0);
        assert_eq!(Spread::of(vec![]), None);
    }
}
