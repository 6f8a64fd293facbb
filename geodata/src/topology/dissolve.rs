//! From arcs back to polygons: the outline of any set of faces.

use super::arc_table::Topology;
use super::grid::{GridPoint, turn};
use super::predicates::is_inside;
use super::segments::{Polygon, signed_area};
use std::collections::{BTreeMap, HashMap};

impl Topology {
    /// The outline of the faces for which `is_inside` holds, at a tolerance in metres.
    ///
    /// Outer rings are counter-clockwise, holes clockwise, both closed (RFC 7946 §3.1.6). Parts
    /// that touch in one vertex become separate rings. Polygons come largest first.
    pub fn dissolve(&self, is_inside: impl Fn(u32) -> bool, tolerance_m: f32) -> Vec<Polygon> {
        let is_in = |face: Option<u32>| face.is_some_and(&is_inside);
        let mut paths: Vec<Vec<GridPoint>> = Vec::new();
        for arc in &self.arcs {
            let (left, right) = (is_in(arc.left), is_in(arc.right));
            if left == right {
                continue;
            }
            let mut points: Vec<GridPoint> = arc.points_at(tolerance_m).collect();
            if right {
                points.reverse();
            }
            if points.len() > 1 {
                paths.push(points);
            }
        }
        polygons_of_rings(join(&paths))
    }
}

/// Joins paths, each with the inside on its left, into closed rings.
///
/// Where several paths leave a vertex, the one that turns most to the left is taken: it closes the
/// smallest ring, so that parts that touch in a vertex stay apart.
fn join(paths: &[Vec<GridPoint>]) -> Vec<Vec<GridPoint>> {
    let mut by_start: BTreeMap<GridPoint, Vec<usize>> = BTreeMap::new();
    for (index, path) in paths.iter().enumerate() {
        by_start.entry(path[0]).or_default().push(index);
    }
    let mut used = vec![false; paths.len()];
    let mut rings = Vec::new();
    for first in 0..paths.len() {
        if used[first] {
            continue;
        }
        used[first] = true;
        let mut ring = paths[first].clone();
        while ring.first() != ring.last() {
            let Some(&here) = ring.last() else { break };
            let from = ring[ring.len() - 2];
            let candidates = by_start.get(&here).into_iter().flatten().copied();
            let Some(next) = candidates
                .filter(|&index| !used[index])
                .max_by(|&a, &b| compare_turns(from, here, paths[a][1], paths[b][1]))
            else {
                break;
            };
            used[next] = true;
            ring.extend_from_slice(&paths[next][1..]);
        }
        if ring.first() == ring.last() {
            split_where_it_touches_itself(ring, &mut rings);
        }
    }
    rings
}

/// Cuts a ring that passes a vertex twice into simple rings (RFC 7946 wants a hole that touches
/// its outer ring to be a ring of its own).
fn split_where_it_touches_itself(ring: Vec<GridPoint>, rings: &mut Vec<Vec<GridPoint>>) {
    let mut open: Vec<GridPoint> = Vec::with_capacity(ring.len());
    let mut index_of: HashMap<GridPoint, usize> = HashMap::with_capacity(ring.len());
    for point in ring {
        if let Some(&first) = index_of.get(&point) {
            let mut simple = open.split_off(first);
            for passed in &simple {
                index_of.remove(passed);
            }
            simple.push(point);
            if simple.len() > 3 {
                rings.push(simple);
            }
        }
        index_of.insert(point, open.len());
        open.push(point);
    }
}

/// Orders two ways out of `here`, coming `from`, from the rightmost to the leftmost turn.
fn compare_turns(
    from: GridPoint,
    here: GridPoint,
    a: GridPoint,
    b: GridPoint,
) -> std::cmp::Ordering {
    // Behind the traveller the angle jumps from rightmost to leftmost: split into the two halves.
    let half = |to: GridPoint| turn(from, here, to).signum();
    half(a).cmp(&half(b)).then_with(|| turn(here, b, a).cmp(&0))
}

/// Gives every hole to the smallest outer ring around it.
fn polygons_of_rings(rings: Vec<Vec<GridPoint>>) -> Vec<Polygon> {
    let (mut outers, holes): (Vec<_>, Vec<_>) =
        rings.into_iter().partition(|ring| signed_area(ring) > 0);
    outers.sort_by_key(|ring| (std::cmp::Reverse(signed_area(ring)), ring.first().copied()));
    let mut polygons: Vec<Polygon> = outers.into_iter().map(|outer| vec![outer]).collect();
    for hole in holes {
        let Some(vertex) = hole.iter().min().copied() else {
            continue;
        };
        // Sorted by falling area, so the last one around the hole is the smallest.
        let owner = polygons
            .iter()
            .rposition(|polygon| !polygon[0].contains(&vertex) && is_inside(&polygon[0], vertex))
            .or_else(|| polygons.iter().rposition(|p| hole.iter().all(|&v| is_inside(&p[0], v))));
        if let Some(owner) = owner {
            polygons[owner].push(hole);
        }
    }
    polygons
}
