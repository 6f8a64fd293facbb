//! TopoJSON: every border once, and shapes as lists of borders.

use crate::topology::{GridPoint, Topology};
use geojson::{Feature, GeometryValue, JsonObject, Position};
use map::LonLat;
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::HashMap;

/// Degrees per step of the grid: coordinates are whole numbers, and nothing is rounded.
const DEGREES_PER_STEP: f64 = 1e-5;

/// The file. The order of its members is the order of reading: GDAL knows the format by its first
/// one, and the arcs are most of the bytes.
#[derive(Serialize)]
pub(super) struct File {
    r#type: &'static str,
    precision_m: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    attribution: Option<&'static str>,
    transform: Value,
    objects: Value,
    arcs: Vec<Vec<[i32; 2]>>,
}

impl File {
    /// The file with an attribution of its contours.
    pub(super) fn attributed(self, attribution: Option<&'static str>) -> Self {
        Self { attribution, ..self }
    }
}

/// A shape on the grid, with its properties.
pub(super) struct Shape<'a> {
    properties: Option<&'a JsonObject>,
    polygons: Vec<Vec<Vec<GridPoint>>>,
}

impl<'a> Shape<'a> {
    /// The shape of a feature; none for a feature without polygons.
    pub(super) fn of(feature: &'a Feature) -> Option<Self> {
        let polygons = match &feature.geometry.as_ref()?.value {
            GeometryValue::Polygon { coordinates } => std::slice::from_ref(coordinates),
            GeometryValue::MultiPolygon { coordinates } => coordinates.as_slice(),
            _ => return None,
        };
        let point = |one: &Position| GridPoint::nearest(LonLat::new(one[0], one[1]));
        let ring = |ring: &Vec<Position>| ring.iter().map(point).collect();
        let polygons = polygons.iter().map(|polygon| polygon.iter().map(ring).collect()).collect();
        Some(Self { properties: feature.properties.as_ref(), polygons })
    }
}

/// Shapes that were dissolved from `topology` at tolerance 0, as the object `name` of a topology
/// of their own.
pub(super) fn topology(
    name: &str,
    shapes: &[Shape<'_>],
    topology: &Topology,
    precision_m: u32,
) -> File {
    let mut arcs = Arcs::new(topology);
    let geometries: Vec<Value> = shapes.iter().map(|shape| geometry(shape, &mut arcs)).collect();
    let scale = [DEGREES_PER_STEP, DEGREES_PER_STEP];
    File {
        r#type: "Topology",
        precision_m,
        attribution: None,
        transform: json!({ "scale": scale, "translate": [0, 0] }),
        objects: json!({ name: { "type": "GeometryCollection", "geometries": geometries } }),
        arcs: arcs.written,
    }
}

fn geometry(shape: &Shape<'_>, arcs: &mut Arcs<'_>) -> Value {
    let mut polygons: Vec<Vec<Vec<i64>>> = Vec::new();
    for polygon in &shape.polygons {
        polygons.push(polygon.iter().map(|ring| arcs.of_ring(ring)).collect());
    }
    match polygons.as_slice() {
        [polygon] => json!({ "type": "Polygon", "properties": shape.properties, "arcs": polygon }),
        _ => json!({ "type": "MultiPolygon", "properties": shape.properties, "arcs": polygons }),
    }
}

/// An arc seen from one of its ends.
#[derive(Clone, Copy)]
struct DirectedArc {
    arc: usize,
    is_reversed: bool,
}

/// The arcs of a topology, and those written so far.
struct Arcs<'a> {
    topology: &'a Topology,
    /// By the first side of an arc, seen from either end.
    by_first_side: HashMap<(GridPoint, GridPoint), DirectedArc>,
    /// The number under which each arc is written.
    numbers: HashMap<usize, i64>,
    written: Vec<Vec<[i32; 2]>>,
}

impl<'a> Arcs<'a> {
    fn new(topology: &'a Topology) -> Self {
        let mut by_first_side = HashMap::new();
        for (arc, points) in topology.arcs.iter().map(|arc| &arc.points).enumerate() {
            if let ([first, second, ..], [.., last_but_one, last]) = (&points[..], &points[..]) {
                let forwards = DirectedArc { arc, is_reversed: false };
                by_first_side.insert((*first, *second), forwards);
                let backwards = DirectedArc { arc, is_reversed: true };
                by_first_side.insert((*last, *last_but_one), backwards);
            }
        }
        Self { topology, by_first_side, numbers: HashMap::new(), written: Vec::new() }
    }

    /// A closed ring as arcs; `!n` is arc `n` backwards.
    fn of_ring(&mut self, ring: &[GridPoint]) -> Vec<i64> {
        let sides = ring.len().saturating_sub(1);
        let side = |index: usize| (ring[index % sides], ring[index % sides + 1]);
        let start = (0..sides).find(|&index| self.by_first_side.contains_key(&side(index)));
        let mut found = Vec::new();
        let (mut index, end) = (start.unwrap_or(0), start.unwrap_or(0) + sides);
        while index < end {
            let Some(&directed) = self.by_first_side.get(&side(index)) else {
                // Not of this topology: a ring of its own is right all the same.
                return vec![self.write(ring)];
            };
            let number = self.number_of(directed.arc);
            found.push(if directed.is_reversed { !number } else { number });
            index += self.topology.arcs[directed.arc].points.len() - 1;
        }
        found
    }

    fn number_of(&mut self, arc: usize) -> i64 {
        if let Some(&number) = self.numbers.get(&arc) {
            return number;
        }
        let topology = self.topology;
        let number = self.write(&topology.arcs[arc].points);
        self.numbers.insert(arc, number);
        number
    }

    /// Writes points, each as its difference from the one before, and returns their number.
    fn write(&mut self, points: &[GridPoint]) -> i64 {
        let mut last = GridPoint::new(0, 0);
        let mut deltas = Vec::with_capacity(points.len());
        for point in points {
            deltas.push([point.lon - last.lon, point.lat - last.lat]);
            last = *point;
        }
        self.written.push(deltas);
        self.written.len() as i64 - 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::topology::Polygon;

    fn written(name: &str, shapes: &[Shape<'_>], source: &Topology) -> Value {
        serde_json::to_value(topology(name, shapes, source, 200)).unwrap()
    }

    fn square(west: i32) -> Polygon {
        let corners = [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)];
        vec![corners.map(|(lon, lat)| GridPoint::new(west + lon, lat)).to_vec()]
    }

    /// The points of a ring of arcs.
    fn decoded(value: &Value, ring: &Value) -> Vec<(i64, i64)> {
        let mut points: Vec<(i64, i64)> = Vec::new();
        for number in ring.as_array().unwrap().iter().map(|number| number.as_i64().unwrap()) {
            let index = if number < 0 { !number } else { number } as usize;
            let mut at = (0, 0);
            let mut arc = Vec::new();
            for delta in value["arcs"][index].as_array().unwrap() {
                at = (at.0 + delta[0].as_i64().unwrap(), at.1 + delta[1].as_i64().unwrap());
                arc.push(at);
            }
            if number < 0 {
                arc.reverse();
            }
            assert!(points.last().is_none_or(|last| *last == arc[0]), "arcs follow each other");
            points.extend(&arc[usize::from(!points.is_empty())..]);
        }
        points
    }

    #[test]
    fn a_shared_border_is_written_once_and_shapes_come_back_as_they_were() {
        let (left, right) = (square(0), square(10));
        let source = Topology::from_polygons([(0, &left), (1, &right)]).unwrap();
        let shapes: Vec<Shape<'_>> = (0..2)
            .map(|face| Shape {
                properties: None,
                polygons: source.dissolve(|one| one == face, 0.0),
            })
            .collect();
        let value = written("squares", &shapes, &source);
        assert_eq!(value["arcs"].as_array().unwrap().len(), 3);
        let geometries = &value["objects"]["squares"]["geometries"];
        for (index, shape) in shapes.iter().enumerate() {
            let points = decoded(&value, &geometries[index]["arcs"][0]);
            let expected: Vec<_> = shape.polygons[0][0]
                .iter()
                .map(|point| (i64::from(point.lon), i64::from(point.lat)))
                .collect();
            let turned = |points: &[(i64, i64)]| {
                let mut sides: Vec<_> = points.windows(2).map(|side| (side[0], side[1])).collect();
                sides.sort_unstable();
                sides
            };
            assert_eq!(turned(&points), turned(&expected));
        }
    }

    #[test]
    fn a_ring_of_no_topology_is_an_arc_of_its_own() {
        let source = Topology { arcs: Vec::new() };
        let shapes = [Shape { properties: None, polygons: vec![square(0)] }];
        let value = written("square", &shapes, &source);
        assert_eq!(value["objects"]["square"]["geometries"][0]["arcs"], json!([[0]]));
    }
}
