//! How much area each face has gained or lost so far.

use crate::topology::arcs::Arc;
use crate::topology::grid::{equal_area, sector_m2};
use crate::topology::segments::Face;
use std::collections::{BTreeMap, HashMap};

/// The account of every face: what it has gained, and what it may gain or lose, in square metres.
pub struct Balance {
    accounts: HashMap<u32, Account>,
}

#[derive(Default)]
struct Account {
    gained_m2: f64,
    limit_m2: f64,
}

impl Balance {
    /// Opens an account for each face of `arcs`, limited to `share` of its area.
    pub fn new(arcs: &[Arc], share: f64) -> Self {
        let account = |area: f64| Account { gained_m2: 0.0, limit_m2: area.abs() * share };
        let areas = face_areas_m2(arcs).into_iter();
        Self { accounts: areas.map(|(face, area)| (face, account(area))).collect() }
    }

    /// Opens an account for each face of `truth`, limited to `share` of its area, with what each
    /// has gained in `arcs` so far.
    pub fn since(truth: &[Arc], arcs: &[Arc], share: f64) -> Self {
        let mut balance = Self::new(truth, share);
        let before = face_areas_m2(truth);
        for (face, area_m2) in face_areas_m2(arcs) {
            if let Some(account) = balance.accounts.get_mut(&face) {
                account.gained_m2 = area_m2 - before[&face];
            }
        }
        balance
    }

    /// Enters what each face gains (loses, where negative), unless that brings one of them beyond
    /// its limit. Says whether it was entered. A face comes once at the most.
    pub fn enters(&mut self, gains_m2: &[(u32, f64)]) -> bool {
        let fits = |&(face, gain_m2): &(u32, f64)| {
            self.accounts
                .get(&face)
                .is_none_or(|account| (account.gained_m2 + gain_m2).abs() <= account.limit_m2)
        };
        let is_entered = gains_m2.iter().all(fits);
        for (face, gain_m2) in gains_m2.iter().filter(|_| is_entered) {
            if let Some(account) = self.accounts.get_mut(face) {
                account.gained_m2 += gain_m2;
            }
        }
        is_entered
    }

    /// Moves a triangle from the face on the left to the face on the right, unless that brings one
    /// of them further beyond its limit. `area_m2` is positive where the arc turns left, which is
    /// where the triangle belongs to the left. Says whether it was moved.
    pub fn accepts(&mut self, [left, right]: [Face; 2], area_m2: f64) -> bool {
        let gain = |face: Face, gain_m2: f64| face.map(|face| (face, gain_m2));
        match (gain(left, -area_m2), gain(right, area_m2)) {
            (Some(left), Some(right)) => self.enters(&[left, right]),
            (Some(only), None) | (None, Some(only)) => self.enters(&[only]),
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
        let mut balance = Balance::new(&[square()], 0.1);
        assert!(balance.accepts([Some(0), None], 100_000.0));
        assert!(!balance.accepts([Some(0), None], 100_000.0), "it would lose more than 10 %");
        assert!(balance.accepts([None, Some(0)], 100_000.0), "it may win back what it lost");
        assert!(balance.accepts([None, None], 1e12), "the sea has no account");
    }
}
