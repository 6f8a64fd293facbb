//! Holes of a polygon: inside its outer ring, each once.

use super::crossing::on_fine_grid;
use crate::topology::{GridPoint, Shapes};
use geojson::Position;
use map::LonLat;

/// A hole that is not one.
pub(super) struct MisplacedHole {
    /// The number of its ring in the polygon, the first one being 1.
    pub ring: usize,
    pub found: String,
    pub expected: &'static str,
}

/// The part of a hole that may lie outside, from 0 to 1: simplified rings cross a little.
const TOLERATED: f64 = 0.1;

/// The holes of a polygon that lie outside its outer ring or on another hole. The rings are right
/// in themselves.
pub(super) fn misplaced(rings: &[Vec<Position>]) -> Vec<MisplacedHole> {
    let [shell, holes @ ..] = rings else { return Vec::new() };
    if holes.is_empty() {
        return Vec::new();
    }
    let (shell, holes) = (ring(shell), holes.iter().map(|hole| ring(hole)).collect::<Vec<_>>());
    // One look at all of them together: in nearly every file nothing is wrong.
    let sum: i64 = holes.iter().map(|hole| area(std::slice::from_ref(hole))).sum();
    let inside = common(&holes, std::slice::from_ref(&shell));
    if inside == sum && sum < area(std::slice::from_ref(&shell)) {
        return Vec::new();
    }
    (0..holes.len()).filter_map(|index| misplaced_hole(&shell, &holes, index)).collect()
}

fn misplaced_hole(
    shell: &[GridPoint],
    holes: &[Vec<GridPoint>],
    index: usize,
) -> Option<MisplacedHole> {
    let (hole, shell) = (&holes[index..=index], [shell.to_vec()]);
    let own = area(hole) as f64;
    let (found, expected) = if (common(hole, &shell) as f64) < (1.0 - TOLERATED) * own {
        let expected = "un trou à l’intérieur de l’anneau 1 (deux surfaces séparées se donnent \
                        comme un MultiPolygon)";
        ("trou hors de l’anneau 1".to_owned(), expected)
    } else if own >= (1.0 - TOLERATED / 100.0) * area(&shell) as f64 {
        ("trou égal à l’anneau 1".to_owned(), "un trou plus petit que son contour")
    } else {
        overlapping(hole, &holes[..index])?
    };
    Some(MisplacedHole { ring: index + 2, found, expected })
}

/// Says on which of the holes before it a hole lies, if there is one.
fn overlapping(
    hole: &[Vec<GridPoint>],
    before: &[Vec<GridPoint>],
) -> Option<(String, &'static str)> {
    let own = area(hole) as f64;
    before.iter().enumerate().find_map(|(index, other)| {
        let other = std::slice::from_ref(other);
        let (common, area) = (common(hole, other) as f64, area(other) as f64);
        let ring = index + 2;
        match common {
            _ if common <= TOLERATED * own.min(area) => None,
            _ if common > (1.0 - TOLERATED) * own.max(area) => {
                Some((format!("trou donné deux fois (anneau {ring})"), "chaque trou une fois"))
            }
            _ => {
                let expected = "des trous séparés (une île dans un trou se donne comme un \
                                polygone de plus)";
                Some((format!("trou sur celui de l’anneau {ring}"), expected))
            }
        }
    })
}

fn ring(positions: &[Position]) -> Vec<GridPoint> {
    positions.iter().map(|one| on_fine_grid(LonLat::new(one[0], one[1]))).collect()
}

/// Each ring as a surface of its own.
fn shapes(rings: &[Vec<GridPoint>]) -> Shapes {
    let polygons: Vec<Vec<Vec<GridPoint>>> = rings.iter().map(|ring| vec![ring.clone()]).collect();
    Shapes::of(&polygons)
}

/// Twice the area of rings together, in steps of the fine grid.
fn area(rings: &[Vec<GridPoint>]) -> i64 {
    shapes(rings).doubled_area()
}

/// Twice the area that two sets of rings have in common.
fn common(one: &[Vec<GridPoint>], other: &[Vec<GridPoint>]) -> i64 {
    shapes(one).intersection(&shapes(other)).doubled_area()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A square near Sein, in hundredths of a degree.
    fn square(west: f64, side: f64) -> Vec<Position> {
        let corner = |lon: f64, lat: f64| Position::from([-4.9 + lon / 100.0, 48.0 + lat / 100.0]);
        let east = west + side;
        vec![
            corner(west, 0.0),
            corner(east, 0.0),
            corner(east, side),
            corner(west, side),
            corner(west, 0.0),
        ]
    }

    fn found(holes: &[Vec<Position>]) -> Vec<(usize, String)> {
        let rings = [&[square(0.0, 10.0)], holes].concat();
        misplaced(&rings).into_iter().map(|hole| (hole.ring, hole.found)).collect()
    }

    #[test]
    fn holes_inside_are_holes() {
        assert_eq!(found(&[]), []);
        assert_eq!(found(&[square(1.0, 2.0), square(4.0, 2.0)]), []);
        assert_eq!(found(&[square(1.0, 2.0), square(3.0, 2.0)]), [], "side by side");
        assert_eq!(found(&[square(8.1, 2.0)]), [], "a little outside, as simplified rings are");
    }

    #[test]
    fn a_hole_outside_twice_or_in_another_is_named() {
        let one = |holes: &[Vec<Position>]| found(holes).remove(0);
        assert_eq!(one(&[square(1.0, 2.0), square(20.0, 2.0)]).0, 3);
        assert!(one(&[square(20.0, 2.0)]).1.contains("hors de"));
        assert!(one(&[square(9.0, 4.0)]).1.contains("hors de"), "for the most part");
        assert!(one(&[square(1.0, 2.0), square(1.0, 2.0)]).1.contains("deux fois (anneau 2)"));
        assert!(one(&[square(1.0, 4.0), square(2.0, 1.0)]).1.contains("sur celui de l’anneau 2"));
        assert!(one(&[square(0.0, 10.0)]).1.contains("égal"));
    }
}
