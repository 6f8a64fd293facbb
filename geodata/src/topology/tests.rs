use super::*;
use proptest::prelude::*;

fn ring(points: &[(i32, i32)]) -> Vec<GridPoint> {
    let mut ring: Vec<_> = points.iter().map(|&(lon, lat)| GridPoint::new(lon, lat)).collect();
    ring.push(ring[0]);
    ring
}

fn square(west: i32, south: i32, side: i32) -> Polygon {
    vec![ring(&[
        (west, south),
        (west + side, south),
        (west + side, south + side),
        (west, south + side),
    ])]
}

fn topology(polygons: &[(u32, Polygon)]) -> Topology {
    Topology::from_polygons(polygons.iter().map(|(face, polygon)| (*face, polygon))).unwrap()
}

/// Every pair of segments that meet elsewhere than at a common end.
fn crossings(topology: &Topology) -> Vec<[GridPoint; 4]> {
    let segments: Vec<_> = topology.arcs.iter().flat_map(Arc::segments).collect();
    let mut found = Vec::new();
    for (index, one) in segments.iter().enumerate() {
        for other in &segments[index + 1..] {
            let (a, b, c, d) = (one.start, one.end, other.start, other.end);
            let apart = |p, q, r, s| turn(p, q, r).signum() * turn(p, q, s).signum();
            let cross = apart(a, b, c, d) < 0 && apart(c, d, a, b) < 0;
            if cross || (a, b) == (c, d) {
                found.push([a, b, c, d]);
            }
        }
    }
    found
}

#[test]
fn two_neighbours_share_one_arc() {
    let topology = topology(&[
        (0, square(0, 0, 10)),
        (1, vec![ring(&[(10, 0), (20, 0), (20, 10), (10, 10)])]),
    ]);
    assert_eq!(topology.arcs.len(), 3);
    let shared: Vec<_> =
        topology.arcs.iter().filter(|arc| arc.left.is_some() && arc.right.is_some()).collect();
    assert_eq!(shared.len(), 1);
    assert_eq!(shared[0].points.len(), 2);
}

#[test]
fn the_orientation_of_the_input_does_not_matter() {
    let mut clockwise = square(0, 0, 10);
    clockwise[0].reverse();
    assert_eq!(topology(&[(0, square(0, 0, 10))]), topology(&[(0, clockwise)]));
}

#[test]
fn polygons_that_overlap_are_refused_with_the_place() {
    let polygons = [(0, square(0, 0, 10)), (1, square(0, 0, 10))];
    let error = Topology::from_polygons(polygons.iter().map(|(f, p)| (*f, p))).unwrap_err();
    assert!(matches!(error, CoverageError::Overlap { first: 0, second: 1, .. }), "{error}");
}

#[test]
fn an_open_ring_is_refused() {
    let polygon = vec![ring(&[(0, 0), (10, 0), (10, 10)])[..3].to_vec()];
    let error = Topology::from_polygons([(4, &polygon)]).unwrap_err();
    assert_eq!(error, CoverageError::OpenRing { face: 4, vertices: 3 });
}

#[test]
fn a_dissolved_enclave_is_a_hole_outside_and_a_polygon_inside() {
    let mut outer = square(0, 0, 30);
    outer.push(square(10, 10, 10).remove(0));
    let topology = topology(&[(0, outer), (1, square(10, 10, 10))]);
    let around = topology.dissolve(|face| face == 0, 0.0);
    assert_eq!(around.len(), 1);
    assert_eq!(around[0].len(), 2, "one outer ring, one hole");
    assert!(signed_area(&around[0][0]) > 0 && signed_area(&around[0][1]) < 0);
    assert_eq!(topology.dissolve(|_| true, 0.0), vec![square_from_lowest(0, 0, 30)]);
}

fn square_from_lowest(west: i32, south: i32, side: i32) -> Polygon {
    square(west, south, side)
}

#[test]
fn parts_that_touch_in_a_vertex_stay_apart() {
    let topology = topology(&[(0, square(0, 0, 10)), (0, square(10, 10, 10))]);
    let parts = topology.dissolve(|_| true, 0.0);
    assert_eq!(parts.len(), 2);
    assert!(parts.iter().all(|polygon| polygon.len() == 1 && polygon[0].len() == 5));
}

#[test]
fn a_hole_that_touches_its_outer_ring_is_a_ring_of_its_own() {
    let mut outer = vec![ring(&[(0, 0), (20, 0), (40, 0), (40, 40), (0, 40)])];
    outer.push(ring(&[(20, 0), (10, 10), (20, 20), (30, 10)]));
    let hole = vec![ring(&[(20, 0), (30, 10), (20, 20), (10, 10)])];
    let topology = topology(&[(0, outer), (1, hole)]);
    let around = topology.dissolve(|face| face == 0, 0.0);
    assert_eq!(around.len(), 1);
    assert_eq!(around[0].len(), 2);
    let doubled: i64 = around[0].iter().map(|ring| signed_area(ring)).sum();
    assert_eq!(doubled, 2 * (1600 - 200));
}

#[test]
fn merging_faces_removes_the_border_between_them_and_its_nodes() {
    let right = vec![ring(&[(10, 0), (20, 0), (20, 10), (10, 10)])];
    let above = vec![ring(&[(0, 10), (10, 10), (20, 10), (20, 20), (0, 20)])];
    let topology = topology(&[(0, square(0, 0, 10)), (1, right), (2, above)]);
    let merged = topology.merged(|face| u32::from(face == 2));
    assert_eq!(merged.arcs.len(), 3);
    let border = merged.arcs.iter().find(|arc| arc.left.is_some() && arc.right.is_some()).unwrap();
    assert_eq!(border.points.len(), 3);
    assert!(border.weights_m[1].is_finite(), "(10, 10) is no longer a node");
}

#[test]
fn a_bay_is_not_closed_over_an_island_within() {
    // The bay's inner vertex has the least triangle of the coast, but the island lies in it.
    let coast = vec![ring(&[
        (0, 0),
        (1000, 0),
        (1000, 1000),
        (600, 1000),
        (500, 700),
        (400, 1000),
        (0, 1000),
    ])];
    let island = square(490, 850, 20);
    let mut topology = topology(&[(0, coast), (1, island)]);
    topology.weigh();
    for tolerance in [50.0, 200.0, 300.0, 500.0, 1000.0, 5000.0] {
        assert!(crossings(&topology.simplified(tolerance)).is_empty());
        let islands = topology.dissolve(|face| face == 1, tolerance);
        let coasts = topology.dissolve(|face| face == 0, tolerance);
        assert!(islands[0][0].iter().all(|&vertex| !is_inside(&coasts[0][0], vertex)));
    }
}

#[test]
fn a_face_between_two_nodes_never_collapses() {
    let lens = vec![ring(&[(0, 0), (500, -100), (1000, 0), (500, 100)])];
    let below = vec![ring(&[(0, 0), (0, -2000), (1000, -2000), (1000, 0), (500, -100)])];
    let above = vec![ring(&[(0, 0), (500, 100), (1000, 0), (1000, 2000), (0, 2000)])];
    let mut topology = topology(&[(0, lens), (1, below), (2, above)]);
    topology.weigh();
    for tolerance in [100.0, 1000.0, 1e5] {
        assert_eq!(topology.dissolve(|face| face == 0, tolerance).len(), 1);
    }
}

#[test]
fn an_islet_that_is_the_largest_ring_of_its_face_stays_after_a_merger() {
    // A continent, an island of another face off its coast, and a rock of the continent’s.
    let polygons = [(0, square(0, 0, 1000)), (1, square(1100, 0, 20)), (0, square(1200, 0, 20))];
    let mut communes = topology(&polygons);
    communes.weigh();
    let cell = communes.merged(|_| 0);
    let outline = cell.dissolve(|_| true, 1e9);
    assert_eq!(outline.len(), 2, "the rock alone goes");
    assert!(outline[1][0].contains(&GridPoint::new(1100, 0)));
}

#[test]
fn an_islet_goes_before_its_island_and_the_island_stays() {
    let mut topology = topology(&[(0, square(0, 0, 1000)), (0, square(5000, 0, 100))]);
    topology.weigh();
    assert_eq!(topology.dissolve(|_| true, 10.0).len(), 2);
    assert_eq!(topology.dissolve(|_| true, 1e6).len(), 1);
}

#[test]
fn packing_keeps_the_arcs_and_the_order_of_weights() {
    let mut topology = topology(&[(0, square(-500, 40, 1000)), (7, square(5000, -90, 100))]);
    topology.weigh();
    let packed = pack(&topology, "en-tête").unwrap();
    let (unpacked, header): (Topology, String) = unpack(&packed).unwrap();
    assert_eq!(header, "en-tête");
    for (before, after) in topology.arcs.iter().zip(&unpacked.arcs) {
        assert_eq!(
            (before.left, before.right, &before.points),
            (after.left, after.right, &after.points)
        );
        for (exact, rounded) in before.weights_m.iter().zip(&after.weights_m) {
            assert!(exact == rounded || (rounded <= exact && *rounded > exact / 1.05));
        }
    }
}

#[test]
fn damaged_bytes_are_an_error_not_a_panic() {
    assert!(unpack::<String>(b"not a topology").is_err());
    let packed = pack(&topology(&[(0, square(0, 0, 10))]), "h").unwrap();
    assert!(unpack::<String>(&packed[..packed.len() / 2]).is_err());
}

/// A grid of `width` × `height` cells whose inner corners and edge middles are displaced at will.
fn shaken_grid(width: i32, height: i32, shakes: &[(i32, i32)]) -> Vec<(u32, Polygon)> {
    const STEP: i32 = 1000;
    let shake = |column: i32, row: i32| {
        let index = (column * 31 + row * 17) as usize % shakes.len();
        GridPoint::new(column * STEP / 4 + shakes[index].0, row * STEP / 4 + shakes[index].1)
    };
    let mut polygons = Vec::new();
    for (column, row) in (0..width).flat_map(|column| (0..height).map(move |row| (column, row))) {
        let (west, south) = (column * 4, row * 4);
        let mut outline = Vec::new();
        outline.extend((0..4).map(|step| shake(west + step, south)));
        outline.extend((0..4).map(|step| shake(west + 4, south + step)));
        outline.extend((0..4).map(|step| shake(west + 4 - step, south + 4)));
        outline.extend((0..4).map(|step| shake(west, south + 4 - step)));
        outline.push(outline[0]);
        polygons.push(((column * height + row) as u32, vec![outline]));
    }
    polygons
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_tolerance_ever_makes_borders_cross(
        shakes in prop::collection::vec((-110..110i32, -110..110i32), 40),
        tolerance in 1.0..2000.0f32,
    ) {
        let mut topology = topology(&shaken_grid(4, 3, &shakes));
        topology.weigh();
        let simplified = topology.simplified(tolerance);
        prop_assert!(crossings(&simplified).is_empty());
        let whole: i64 = topology.dissolve(|_| true, tolerance)[0].iter().map(|r| signed_area(r)).sum();
        let parts: i64 = (0..12)
            .flat_map(|face| topology.dissolve(move |f| f == face, tolerance))
            .flatten()
            .map(|ring| signed_area(&ring))
            .sum();
        prop_assert_eq!(whole, parts, "no gap and no overlap");
    }
}
