//! From a drawn perimeter to the communes that it covers.

use crate::contours::Contours;
use crate::topology::{GridBounds, Polygon, Shapes, Topology};

/// The communes’ contours, indexed to lay perimeters over them.
pub(super) struct CommuneAreas<'a> {
    contours: &'a Contours,
    /// By face: its bounds.
    boxes: Vec<GridBounds>,
    /// By face: the indices of its arcs.
    arcs: Vec<Vec<usize>>,
}

/// The part of a commune that a perimeter covers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Share {
    /// The face, as the contours number it.
    pub face: usize,
    /// The part of the commune that is inside, from 0 to 1.
    pub of_commune: f64,
    /// The part of the perimeter that this is, from 0 to 1.
    pub of_perimeter: f64,
}

impl<'a> CommuneAreas<'a> {
    /// Finds the bounds and the arcs of every commune.
    pub(super) fn new(contours: &'a Contours) -> Self {
        let count = contours.header.communes.len();
        let (mut boxes, mut arcs) = (vec![GridBounds::EMPTY; count], vec![Vec::new(); count]);
        for (index, arc) in contours.topology.arcs.iter().enumerate() {
            for face in [arc.left, arc.right].into_iter().flatten().map(|face| face as usize) {
                arc.points.iter().for_each(|point| boxes[face].add(*point));
                arcs[face].push(index);
            }
        }
        Self { contours, boxes, arcs }
    }

    /// The communes that `perimeter` meets. Areas are compared in degrees, which within a commune
    /// is the same as on the ground.
    pub(super) fn shares(&self, perimeter: &[Polygon]) -> Vec<Share> {
        let shapes = Shapes::of(perimeter);
        let bounds = GridBounds::of(perimeter.iter().flatten().flatten().copied());
        let whole = shapes.doubled_area();
        let met = (0..self.boxes.len()).filter(|face| self.boxes[*face].meets(&bounds));
        met.filter_map(|face| {
            let commune = Shapes::of(&self.outline(face));
            let inside = commune.intersection(&shapes).doubled_area();
            let own = commune.doubled_area();
            (inside > 0).then(|| Share {
                face,
                of_commune: inside as f64 / own as f64,
                of_perimeter: inside as f64 / whole.max(1) as f64,
            })
        })
        .collect()
    }

    /// The contour of one commune, with every vertex at hand.
    fn outline(&self, face: usize) -> Vec<Polygon> {
        let arcs = self.arcs[face].iter().map(|index| self.contours.topology.arcs[*index].clone());
        Topology { arcs: arcs.collect() }.dissolve(|one| one as usize == face, 0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contours::Header;
    use crate::topology::GridPoint;
    use map::CommuneCode;

    fn square(west: i32, side: i32) -> Polygon {
        let (south, east, north) = (0, west + side, side);
        let corners = [(west, south), (east, south), (east, north), (west, north), (west, south)];
        vec![corners.map(|(lon, lat)| GridPoint::new(lon, lat)).to_vec()]
    }

    /// Two communes side by side, 100 steps wide.
    fn contours() -> Contours {
        let polygons = [square(0, 100), square(100, 100)];
        let topology = Topology::from_polygons((0..).zip(&polygons)).unwrap();
        let communes = ["01001", "01002"].map(|code| CommuneCode::new(code).unwrap());
        let header = Header {
            vintage: String::new(),
            source: String::new(),
            tolerance_m: 0.0,
            communes: communes.to_vec(),
        };
        Contours::new(header, topology)
    }

    fn shares(perimeter: &[Polygon]) -> Vec<(usize, f64)> {
        let contours = contours();
        let shares = CommuneAreas::new(&contours).shares(perimeter);
        shares.iter().map(|share| (share.face, share.of_commune)).collect()
    }

    #[test]
    fn a_perimeter_covers_shares_of_the_communes_below() {
        assert_eq!(shares(&[square(0, 100)]), [(0, 1.0)], "touching is not covering");
        assert_eq!(shares(&[square(50, 100)]), [(0, 0.5), (1, 0.5)]);
        assert!(shares(&[square(1000, 10)]).is_empty());
        assert!(shares(&[]).is_empty());
    }

    #[test]
    fn rings_that_turn_the_wrong_way_or_overlap_cover_the_same() {
        let mut clockwise = square(0, 100);
        clockwise[0].reverse();
        assert_eq!(shares(&[clockwise]), [(0, 1.0)]);
        assert_eq!(shares(&[square(0, 100), square(0, 100)]), [(0, 1.0)], "not twice");
    }

    #[test]
    fn a_hole_is_not_covered() {
        let mut holed = square(0, 100);
        holed.push(square(0, 50).remove(0));
        assert_eq!(shares(&[holed]), [(0, 0.75)]);
    }
}
