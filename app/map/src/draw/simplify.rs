//! A line with fewer vertices, for a picture that shows no more.

use crate::ScreenPoint;

/// Leaves out the vertices that are nearer than `tolerance` to the line without them, and those that
/// run outside `size` on one side. The ends stay: other lines meet there. O(n log n) as a rule.
///
/// # Source
/// D. H. Douglas and T. K. Peucker, *Algorithms for the Reduction of the Number of Points Required to
/// Represent a Digitized Line or its Caricature*, 1973.
pub(super) fn simplify(line: &mut Vec<ScreenPoint>, size: (f64, f64), tolerance: f64) {
    leave_out_unseen(line, size);
    if line.len() < 3 {
        return;
    }
    let mut is_kept = vec![false; line.len()];
    is_kept[0] = true;
    is_kept[line.len() - 1] = true;
    let mut parts = vec![(0, line.len() - 1)];
    while let Some((first, last)) = parts.pop() {
        let Some((middle, distance)) = farthest(line, first, last) else { continue };
        if distance > tolerance * tolerance {
            is_kept[middle] = true;
            parts.extend([(first, middle), (middle, last)]);
        }
    }
    let mut kept = is_kept.into_iter();
    line.retain(|_| kept.next().unwrap_or(true));
}

/// The vertex between two others that is farthest from the line between these, with the square of that
/// distance.
fn farthest(line: &[ScreenPoint], first: usize, last: usize) -> Option<(usize, f64)> {
    let inner = first + 1..last;
    let distances =
        inner.map(|index| (index, squared_distance(line[index], line[first], line[last])));
    distances.max_by(|one, other| one.1.total_cmp(&other.1))
}

fn squared_distance(point: ScreenPoint, from: ScreenPoint, to: ScreenPoint) -> f64 {
    let (x, y) = (to.x - from.x, to.y - from.y);
    let along = (point.x - from.x) * x + (point.y - from.y) * y;
    let share = (along / (x * x + y * y).max(f64::MIN_POSITIVE)).clamp(0.0, 1.0);
    (point.x - from.x - share * x).powi(2) + (point.y - from.y - share * y).powi(2)
}

/// Leaves out each vertex that lies beyond the same edge of the picture as both its neighbours.
fn leave_out_unseen(line: &mut Vec<ScreenPoint>, (width, height): (f64, f64)) {
    let beyond =
        |point: &ScreenPoint| [point.x < 0.0, point.x > width, point.y < 0.0, point.y > height];
    let shared =
        |one: [bool; 4], other: [bool; 4]| [0, 1, 2, 3].map(|edge| one[edge] && other[edge]);
    let last = line.len().saturating_sub(1);
    let is_unseen = |index: usize| {
        let [before, here, after] = [index - 1, index, index + 1].map(|index| beyond(&line[index]));
        shared(shared(before, here), after).contains(&true)
    };
    let kept: Vec<bool> =
        (0..line.len()).map(|index| index == 0 || index == last || !is_unseen(index)).collect();
    let mut kept = kept.into_iter();
    line.retain(|_| kept.next().unwrap_or(true));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn simplified(points: &[(f64, f64)]) -> Vec<(f64, f64)> {
        let mut line: Vec<_> = points.iter().map(|&(x, y)| ScreenPoint::new(x, y)).collect();
        simplify(&mut line, (100.0, 100.0), 1.0);
        line.iter().map(|point| (point.x, point.y)).collect()
    }

    #[test]
    fn a_vertex_stays_where_the_line_would_be_another_without_it() {
        let line = [(0., 0.), (10., 4.6), (20., 9.), (30., 0.2), (40., 0.)];
        assert_eq!(simplified(&line), [(0., 0.), (20., 9.), (30., 0.2), (40., 0.)]);
        assert_eq!(simplified(&[(0., 0.), (9., 0.9)]), [(0., 0.), (9., 0.9)]);
    }

    #[test]
    fn an_island_keeps_its_shape_although_it_ends_where_it_starts() {
        let island = [(0., 0.), (10., 0.), (10., 10.), (0., 10.), (0., 0.)];
        assert_eq!(simplified(&island), island);
    }

    #[test]
    fn what_runs_outside_the_picture_is_cut_short() {
        let line = [(50., 50.), (150., 50.), (180., 40.), (190., 90.), (150., 60.), (50., 60.)];
        assert_eq!(simplified(&line), [(50., 50.), (150., 50.), (150., 60.), (50., 60.)]);
    }
}
