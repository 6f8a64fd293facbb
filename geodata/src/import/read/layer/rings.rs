//! Checks of the rings of a published layer against RFC 7946: longitude and latitude in degrees,
//! closed, without crossing themselves, holes inside their outer ring.

use super::super::record::Origin;
use super::crossing::{Crossing, crossing};
use super::holes;
use crate::problem::Problem;
use geojson::Position;
use map::LonLat;

/// A rectangle in degrees.
struct Bounds {
    west: f64,
    south: f64,
    east: f64,
    north: f64,
}

/// The parts of France, with half a degree around them.
const FRANCE: [Bounds; 5] = [
    Bounds { west: -5.7, south: 40.8, east: 10.1, north: 51.6 },
    Bounds { west: -62.4, south: 13.8, east: -60.3, north: 17.0 },
    Bounds { west: -55.2, south: 1.6, east: -51.0, north: 6.4 },
    Bounds { west: 54.7, south: -21.9, east: 56.4, north: -20.3 },
    Bounds { west: 44.5, south: -13.6, east: 45.8, north: -12.1 },
];

/// A problem for every ring of `polygons` that is wrong: its first error.
pub(super) fn problems(polygons: &[Vec<Vec<Position>>], origin: &Origin) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (polygon, rings) in (1..).zip(polygons) {
        let before = problems.len();
        for (number, ring) in (1..).zip(rings) {
            let ring_name = ring_name(polygons.len(), polygon, number);
            problems.extend(error_of(ring).map(|RingError { vertex, value, expected }| {
                let vertex = vertex.map_or_else(String::new, |vertex| format!(", {vertex}"));
                origin.problem(&format!("{ring_name}{vertex}"), &value, expected)
            }));
        }
        if problems.len() == before {
            problems.extend(holes::misplaced(rings).into_iter().map(|hole| {
                let ring_name = ring_name(polygons.len(), polygon, hole.ring);
                origin.problem(&ring_name, &hole.found, hole.expected)
            }));
        }
        if rings.is_empty() {
            problems.push(origin.problem("", "", "un polygone avec au moins un anneau"));
        }
    }
    problems
}

/// A ring in words: its number and, where there are several, that of its polygon, both from 1.
pub(super) fn ring_name(polygons: usize, polygon: usize, ring: usize) -> String {
    match polygons {
        1 => format!("anneau {ring}"),
        _ => format!("polygone {polygon}, anneau {ring}"),
    }
}

/// An error in a ring.
struct RingError {
    /// The vertex or the sides, numbered from 1; none for the ring as a whole.
    vertex: Option<String>,
    value: String,
    expected: String,
}

fn error_of(ring: &[Position]) -> Option<RingError> {
    let wrong = (1..).zip(ring).find_map(|(number, position)| {
        let expected = expected_of(position)?;
        Some(RingError {
            vertex: Some(format!("sommet {number}")),
            value: written(position),
            expected,
        })
    });
    wrong.or_else(|| open(ring)).or_else(|| crossed(ring))
}

/// The expected position, if `position` is not one of France.
fn expected_of(position: &Position) -> Option<String> {
    const SWAPPED: &str = "la longitude avant la latitude (RFC 7946)\u{a0}; les deux semblent \
                           échangées";
    const METRES: &str = "une longitude et une latitude en degrés (WGS84, EPSG:4326)\u{a0}; ces \
                          nombres semblent des mètres, comme en Lambert-93 (EPSG:2154)\u{a0}: \
                          exporter la couche en WGS84";
    let &[first, second, ..] = position.as_slice() else {
        return Some("une longitude et une latitude".to_owned());
    };
    let expected = match (first, second) {
        _ if is_in_france(first, second) => return None,
        _ if first.abs() > 180.0 || second.abs() > 180.0 => METRES,
        _ if is_in_france(second, first) => SWAPPED,
        _ => "un point de France, longitude puis latitude en degrés",
    };
    Some(expected.to_owned())
}

fn is_in_france(lon: f64, lat: f64) -> bool {
    let is_in = |part: &Bounds| {
        (part.west..=part.east).contains(&lon) && (part.south..=part.north).contains(&lat)
    };
    FRANCE.iter().any(is_in)
}

/// A ring that does not come back to where it began, or that encloses nothing.
fn open(ring: &[Position]) -> Option<RingError> {
    const FEWEST: usize = 4;
    let (first, last) = (ring.first()?, ring.last()?);
    if first.as_slice()[..2] != last.as_slice()[..2] {
        let expected =
            format!("un anneau fermé, dont le dernier sommet est le premier ({})", written(first));
        let vertex = Some(format!("sommet {}", ring.len()));
        return Some(RingError { vertex, value: written(last), expected });
    }
    (ring.len() < FEWEST).then(|| RingError {
        vertex: None,
        value: format!("{} sommets", ring.len()),
        expected: "un anneau d’au moins quatre sommets, le premier répété à la fin".to_owned(),
    })
}

fn crossed(ring: &[Position]) -> Option<RingError> {
    let vertices: Vec<LonLat> =
        ring.iter().map(|position| LonLat::new(position[0], position[1])).collect();
    let Crossing { one, other } = crossing(&vertices)?;
    let side = |side: usize| format!("{} – {}", written(&ring[side]), written(&ring[side + 1]));
    Some(RingError {
        vertex: Some(format!("côtés {} et {}", one + 1, other + 1)),
        value: format!("{} et {}", side(one), side(other)),
        expected: "un anneau qui ne se coupe pas lui-même".to_owned(),
    })
}

/// A position as its file writes it.
fn written(position: &Position) -> String {
    let numbers: Vec<String> = position.as_slice().iter().map(f64::to_string).collect();
    numbers.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expected(ring: &[[f64; 2]]) -> Option<(Option<String>, String)> {
        let ring: Vec<Position> = ring.iter().map(|&position| Position::from(position)).collect();
        error_of(&ring).map(|error| (error.vertex, error.expected))
    }

    #[test]
    fn a_ring_of_degrees_that_closes_is_right() {
        assert_eq!(expected(&[[4.8, 45.7], [4.9, 45.7], [4.9, 45.8], [4.8, 45.7]]), None);
    }

    #[test]
    fn the_vertex_that_is_wrong_is_named() {
        let (vertex, expected_swapped) = expected(&[[4.8, 45.7], [45.7, 4.9]]).unwrap();
        assert_eq!(vertex.as_deref(), Some("sommet 2"));
        assert!(expected_swapped.contains("échangées"), "{expected_swapped}");
        let (_, metres) = expected(&[[842_000.0, 6_519_000.0]]).unwrap();
        assert!(metres.contains("Lambert-93"), "{metres}");
        let (_, abroad) = expected(&[[13.4, 52.5]]).unwrap();
        assert!(abroad.contains("France"), "{abroad}");
        assert!(expected(&[[f64::NAN, f64::INFINITY]]).is_some());
    }

    #[test]
    fn an_open_ring_and_an_empty_one_are_told_apart() {
        let (vertex, _) = expected(&[[4.8, 45.7], [4.9, 45.7], [4.9, 45.8]]).unwrap();
        assert_eq!(vertex.as_deref(), Some("sommet 3"));
        let (vertex, _) = expected(&[[4.8, 45.7], [4.9, 45.7], [4.8, 45.7]]).unwrap();
        assert_eq!(vertex, None);
    }
}
