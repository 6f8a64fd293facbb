//! The area that each face has gained or lost so far, and its limit.

use crate::topology::arcs::Arc;
use crate::topology::grid::{equal_area, sector_m2};
use crate::topology::segments::Face;
use std::collections::{BTreeMap, HashMap};

/// The budget of every face: the area that it has gained, and that it may gain or lose, in square
/// metres.
pub struct AreaBudget {
    faces: HashMap<u32, FaceBudget>,
}

#[derive(Default)]
struct FaceBudget {
    gained_m2: f64,
    limit_m2: f64,
}

impl AreaBudget {
    /// A budget for each face of `arcs`, limited to `share` of its area.
    pub fn new(arcs: &[Arc], share: f64) -> Self {
        let budget = |area: f64| FaceBudget { gained_m2: 0.0, limit_m2: area.abs() * share };
        let areas = face_areas_m2(arcs).into_iter();
        Self { faces: areas.map(|(face, area)| (face, budget(area))).collect() }
    }

    /// A budget for each face of `reference`, limited to `share` of its area, with the gain
    /// of each in `arcs` so far.
    pub fn since(reference: &[Arc], arcs: &[Arc], share: f64) -> Self {
        let mut budget = Self::new(reference, share);
        let before = face_areas_m2(reference);
        for (face, area_m2) in face_areas_m2(arcs) {
            if let Some(budget) = budget.faces.get_mut(&face) {
                budget.gained_m2 = area_m2 - before[&face];
            }
        }
        budget
    }

    /// Enters the gain of each face (a loss, where negative), unless that brings one of them beyond
    /// its limit. Returns whether it was entered. A face comes once at the most.
    pub fn try_gains(&mut self, gains_m2: &[(u32, f64)]) -> bool {
        let fits = |&(face, gain_m2): &(u32, f64)| {
            self.faces
                .get(&face)
                .is_none_or(|budget| (budget.gained_m2 + gain_m2).abs() <= budget.limit_m2)
        };
        let is_entered = gains_m2.iter().all(fits);
        for (face, gain_m2) in gains_m2.iter().filter(|_| is_entered) {
            if let Some(budget) = self.faces.get_mut(face) {
                budget.gained_m2 += gain_m2;
            }
        }
        is_entered
    }

    /// Moves a triangle from the face on the left to the face on the right, unless that brings one
    /// of them further beyond its limit. `area_m2` is positive where the arc turns left, which is
    /// where the triangle belongs to the left. Returns whether it was moved.
    pub fn try_triangle(&mut self, [left, right]: [Face; 2], area_m2: f64) -> bool {
        let gain = |face: Face, gain_m2: f64| face.map(|face| (face, gain_m2));
        match (gain(left, -area_m2), gain(right, area_m2)) {
            (Some(left), Some(right)) => self.try_gains(&[left, right]),
            (Some(only), None) | (None, Some(only)) => self.try_gains(&[only]),
            (None, None) => true,
        }
    }
}

/// The area of every face, in square metres.
pub fn face_areas_m2(arcs: &[Arc]) -> BTreeMap<u32, f64> {
    let mut areas: BTreeMap<u32, f64> = BTreeMap::new();
    for arc in arcs {
        let ends = arc.points.windows(2);
        let sector: f64 =
            ends.map(|side| sector_m2(equal_area(side[0]), equal_area(side[1]))).sum();
        for (face, sign) in [(arc.left, 1.0), (arc.right, -1.0)] {
            if let Some(face) = face {
                *areas.entry(face).or_default() += sign * sector;
            }
        }
    }
    areas
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::topology::GridPoint;

    fn square() -> Arc {
        let corners = [(0, 0), (1000, 0), (1000, 1000), (0, 1000), (0, 0)];
        let points: Vec<_> = corners.iter().map(|&(lon, lat)| GridPoint::new(lon, lat)).collect();
        let weights_m = vec![f32::INFINITY; points.len()];
        Arc { left: Some(0), right: None, points, weights_m, arc_weight_m: f32::INFINITY }
    }

    #[test]
    fn a_face_gains_and_loses_up_to_its_limit_and_no_further() {
        // About 1.2 km²: 10 % are 0.12 km².
        let mut budget = AreaBudget::new(&[square()], 0.1);
        assert!(budget.try_triangle([Some(0), None], 100_000.0));
        assert!(!budget.try_triangle([Some(0), None], 100_000.0), "it would lose more than 10 %");
        assert!(budget.try_triangle([None, Some(0)], 100_000.0), "it may win back what it lost");
        assert!(budget.try_triangle([None, None], 1e12), "the sea has no budget");
    }
}
