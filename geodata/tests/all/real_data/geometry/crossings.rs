//! No two borders cross, at any level of detail that is built.

use crate::real_data::committed::{CELLS, INPUTS};
use geodata::compile::MAP_TOLERANCE_M;
use geodata::topology::{Arc, GridPoint, Topology, turn};

/// A segment, from its lesser end to its greater.
pub type Segment = (GridPoint, GridPoint);

/// Grid steps per bucket, as a power of two: 2¹¹ steps are about 2 km.
const BUCKET_BITS: u32 = 11;

/// The pairs of segments of a topology that conflict.
fn conflicts(topology: &Topology) -> Vec<(Segment, Segment)> {
    let segments = topology.arcs.iter().flat_map(Arc::segments);
    conflicts_of(&segments.map(|segment| (segment.start, segment.end)).collect::<Vec<_>>())
}

/// The pairs of segments that meet elsewhere than at a common end: that cross, that lie on each
/// other, or one of which ends on the other.
///
/// Exact: turns of integers have a sign. Segments are compared within the buckets that their boxes
/// touch, so the work grows with their number.
pub fn conflicts_of(segments: &[Segment]) -> Vec<(Segment, Segment)> {
    let mut entries: Vec<((i32, i32), u32)> = Vec::new();
    for (index, segment) in (0..).zip(segments) {
        entries.extend(buckets(*segment).map(|bucket| (bucket, index)));
    }
    entries.sort_unstable();
    let mut found = Vec::new();
    for bucket in entries.chunk_by(|one, other| one.0 == other.0) {
        for (index, &(_, one)) in bucket.iter().enumerate() {
            for &(_, other) in &bucket[index + 1..] {
                let pair = (segments[one as usize], segments[other as usize]);
                if are_in_conflict(pair.0, pair.1) {
                    found.push(pair);
                }
            }
        }
    }
    found
}

/// The buckets that the box of a segment touches.
fn buckets((start, end): Segment) -> impl Iterator<Item = (i32, i32)> {
    let range = |a: i32, b: i32| a.min(b) >> BUCKET_BITS..=a.max(b) >> BUCKET_BITS;
    let rows = range(start.lat, end.lat);
    range(start.lon, end.lon).flat_map(move |column| rows.clone().map(move |row| (column, row)))
}

fn are_in_conflict((a, b): Segment, (c, d): Segment) -> bool {
    let apart = |low: i32, high: i32, other_low: i32, other_high: i32| {
        low.max(high) < other_low.min(other_high) || other_low.max(other_high) < low.min(high)
    };
    if apart(a.lon, b.lon, c.lon, d.lon) || apart(a.lat, b.lat, c.lat, d.lat) {
        return false;
    }
    let [at_c, at_d] = [turn(a, b, c).signum(), turn(a, b, d).signum()];
    let [at_a, at_b] = [turn(c, d, a).signum(), turn(c, d, b).signum()];
    if at_c == 0 && at_d == 0 {
        // On one line: they may only touch end to end. Segments run in grid order.
        return a.max(c) < b.min(d);
    }
    let touch_at_an_end = a == c || a == d || b == c || b == d;
    !touch_at_an_end && at_c * at_d <= 0 && at_a * at_b <= 0
}

#[test]
fn the_committed_borders_meet_at_their_ends_only() {
    let found = conflicts(&INPUTS.contours.topology);
    assert!(found.is_empty(), "{} conflicts, first: {:?}", found.len(), found.first());
}

#[test]
fn the_borders_of_the_overview_meet_at_their_ends_only() {
    for overview in [&CELLS.overview, &CELLS.topology.simplified(MAP_TOLERANCE_M)] {
        let found = conflicts(overview);
        assert!(found.is_empty(), "{} conflicts, first: {:?}", found.len(), found.first());
    }
}

#[test]
fn the_check_finds_crossings_overlaps_and_touches() {
    let segment = |ax, ay, bx, by| (GridPoint::new(ax, ay), GridPoint::new(bx, by));
    let base = segment(0, 0, 10, 0);
    assert!(are_in_conflict(base, segment(5, -5, 6, 5)), "crosses");
    assert!(are_in_conflict(base, segment(5, 0, 15, 0)), "lies on it");
    assert!(are_in_conflict(base, base), "is the same");
    assert!(are_in_conflict(base, segment(0, 0, 5, 0)), "begins with it and lies on it");
    assert!(are_in_conflict(base, segment(5, 0, 6, 5)), "begins on it");
    assert!(!are_in_conflict(base, segment(10, 0, 15, 0)), "goes on from its end");
    assert!(!are_in_conflict(base, segment(0, 0, 6, 5)), "begins with it");
    assert!(!are_in_conflict(base, segment(5, 1, 6, 5)), "is beside it");
}
