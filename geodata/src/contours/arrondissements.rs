//! The municipal arrondissements: the ground of Paris, Lyon and Marseille, cut.
//!
//! Their inner borders are those of OpenStreetMap (ODbL 1.0), and stay in a file of their own. The
//! outer ring is that of the commune in the committed contours, with the vertices where inner
//! borders end.

use super::committed::{ArrondissementHeader, Arrondissements};
use super::complements::Complements;
use crate::error::Error;
use crate::topology::{Arc, GridPoint, Polygon, Topology};
use map::CommuneCode;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The weights of the vertices and of the arcs around the communes that are cut.
struct OuterWeights {
    of_vertices: HashMap<GridPoint, f32>,
    of_arcs: HashMap<GridPoint, f32>,
}

/// Cuts communes by arrondissement, at a tolerance in metres. `full` is the weighed topology of
/// `communes`, with every vertex of `polygons`.
///
/// # Errors
/// [`Error`] when the outlines overlap, or a code is none.
pub(super) fn cut(
    complements: &Complements,
    full: &Topology,
    communes: &[CommuneCode],
    polygons: &[(u32, &Polygon)],
    tolerance_m: f32,
) -> Result<Arrondissements, Error> {
    let mut header = ArrondissementHeader::new(tolerance_m);
    let parts = parts(complements)?;
    header.arrondissements = parts.keys().cloned().collect();
    header.communes = wholes(complements)?.into_iter().collect();
    let is_cut = |face: u32| header.communes.contains(&communes[face as usize]);
    let outer = around(full, &is_cut);
    let sides = outer.iter().flat_map(|arc| [arc.left, arc.right]).flatten();
    let neighbours: BTreeSet<u32> = sides.filter(|&face| !is_cut(face)).collect();
    let code = |&face: &u32| communes[face as usize].clone();
    let around_them = neighbours.iter().map(code).collect();
    let count = parts.len() as u32;
    let mut topology = joined(parts.values(), &neighbours, polygons)?;
    let is_part = |face: Option<u32>| face.is_some_and(|face| face < count);
    topology.arcs.retain(|arc| is_part(arc.left) || is_part(arc.right));
    weigh(&mut topology, count, &OuterWeights::new(&outer));
    header.neighbours = around_them;
    Ok(Arrondissements { header, topology: topology.simplified(tolerance_m) })
}

/// The polygons of each arrondissement, by code.
fn parts(complements: &Complements) -> Result<BTreeMap<CommuneCode, &[Polygon]>, Error> {
    let parts = complements.arrondissements.iter();
    parts.map(|one| Ok((code(&one.contour.code)?, one.contour.polygons.as_slice()))).collect()
}

/// The communes that have arrondissements.
fn wholes(complements: &Complements) -> Result<BTreeSet<CommuneCode>, Error> {
    complements.arrondissements.iter().map(|one| code(&one.whole)).collect()
}

fn code(text: &str) -> Result<CommuneCode, Error> {
    CommuneCode::new(text).map_err(|error| Error::form("arrondissements-municipaux", &error))
}

/// The topology of arrondissements and of their neighbours, numbered in this order.
fn joined<'a>(
    parts: impl ExactSizeIterator<Item = &'a &'a [Polygon]>,
    neighbours: &BTreeSet<u32>,
    polygons: &[(u32, &Polygon)],
) -> Result<Topology, Error> {
    let count = parts.len();
    let number_of = |face: u32| (count + neighbours.range(..face).count()) as u32;
    let own = (0..).zip(parts);
    let own = own.flat_map(|(face, polygons)| polygons.iter().map(move |one| (face, one)));
    let beside = polygons.iter().filter(|(face, _)| neighbours.contains(face));
    let beside = beside.map(|&(face, polygon)| (number_of(face), polygon));
    Ok(Topology::from_polygons(own.chain(beside))?)
}

/// The arcs around some faces, but for those inside.
fn around<'a>(topology: &'a Topology, is_inside: &impl Fn(u32) -> bool) -> Vec<&'a Arc> {
    let is_in = |face: Option<u32>| face.is_some_and(is_inside);
    topology.arcs.iter().filter(|arc| is_in(arc.left) != is_in(arc.right)).collect()
}

/// Weighs the inner borders; what lies around the `count` arrondissements keeps the weights that
/// it has in the contours of communes, so that both are the same line at every tolerance.
fn weigh(topology: &mut Topology, count: u32, outer: &OuterWeights) {
    let mut alone = topology.clone();
    for arc in &mut alone.arcs {
        // Of a neighbour only one border is here, which says nothing of its area.
        arc.left = arc.left.filter(|&face| face < count);
        arc.right = arc.right.filter(|&face| face < count);
    }
    alone.weigh();
    for (arc, weighed) in topology.arcs.iter_mut().zip(alone.arcs) {
        let is_inner = weighed.left.is_some() && weighed.right.is_some();
        if is_inner {
            arc.weights_m = weighed.weights_m;
        } else {
            outer.give(arc);
        }
    }
}

impl OuterWeights {
    fn new(outer: &[&Arc]) -> Self {
        let vertices = outer.iter().flat_map(|arc| arc.points.iter().zip(&arc.weights_m));
        let arcs = outer.iter().filter(|arc| arc.is_closed());
        Self {
            of_vertices: vertices.map(|(&point, &weight_m)| (point, weight_m)).collect(),
            of_arcs: arcs.map(|arc| (arc.points[0], arc.arc_weight_m)).collect(),
        }
    }

    fn give(&self, arc: &mut Arc) {
        let last = arc.points.len() - 1;
        for (index, point) in arc.points.iter().enumerate() {
            let is_end = index == 0 || index == last;
            let weight_m = self.of_vertices.get(point).copied().filter(|_| !is_end);
            arc.weights_m[index] = weight_m.unwrap_or(f32::INFINITY);
        }
        if arc.is_closed() {
            arc.arc_weight_m = self.of_arcs.get(&arc.points[0]).copied().unwrap_or(f32::INFINITY);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contours::read::{PartOfContour, PublishedContour};

    fn rectangle(west: i32, east: i32) -> Polygon {
        let middle = i32::midpoint(west, east);
        let corners = [(west, 0), (middle, 1), (east, 0), (east, 9_000), (west, 9_000), (west, 0)];
        vec![corners.map(|(lon, lat)| GridPoint::new(lon, lat)).to_vec()]
    }

    #[test]
    fn the_outer_ring_is_that_of_the_commune_and_inner_borders_meet_it() {
        let communes = ["01001", "69123"].map(|code| CommuneCode::new(code).unwrap());
        let (beside, mut whole) = (rectangle(0, 8_000), rectangle(8_000, 24_000));
        // The inner border ends on vertices of the commune.
        whole[0].insert(4, GridPoint::new(16_000, 9_000));
        let (mut west, mut east) = (rectangle(8_000, 16_000), rectangle(16_000, 24_000));
        west[0] = [(8_000, 0), (16_000, 1), (16_000, 9_000), (8_000, 9_000), (8_000, 0)]
            .map(|(lon, lat)| GridPoint::new(lon, lat))
            .to_vec();
        east[0] = [(16_000, 1), (24_000, 0), (24_000, 9_000), (16_000, 9_000), (16_000, 1)]
            .map(|(lon, lat)| GridPoint::new(lon, lat))
            .to_vec();
        let part = |code: &str, polygon: &Polygon| PartOfContour {
            contour: PublishedContour {
                code: code.into(),
                name: String::new(),
                polygons: vec![polygon.clone()],
            },
            whole: "69123".into(),
        };
        let complements =
            Complements::of_arrondissements(vec![part("69381", &west), part("69382", &east)]);
        let polygons = [(0, &beside), (1, &whole)];
        let mut full = Topology::from_polygons(polygons).unwrap();
        full.weigh();
        let cut = cut(&complements, &full, &communes, &polygons, 100.0).unwrap();
        assert_eq!(cut.header.communes, [communes[1].clone()]);
        assert_eq!(cut.header.neighbours, [communes[0].clone()]);
        let inner = cut.topology.arcs.iter().filter(|arc| arc.left.max(arc.right) == Some(1));
        let inner = inner.filter(|arc| arc.left.min(arc.right) == Some(0));
        assert_eq!(inner.count(), 1);
        let outline = cut.topology.dissolve(|face| face < 2, 0.0);
        let own: BTreeSet<GridPoint> =
            full.dissolve(|face| face == 1, 0.0)[0][0].iter().copied().collect();
        assert!(outline[0][0].iter().all(|point| own.contains(point)), "{outline:?}");
    }
}
