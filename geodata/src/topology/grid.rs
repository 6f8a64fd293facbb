//! The integer grid on which the published contours lie, and true areas on it.

use map::LonLat;

/// A vertex of the contours on the grid of 10⁻⁵ degree (about 1.1 m) that the publisher rounds to.
///
/// Integers make sharing exact: two borders meet or they do not, and the turn of three vertices
/// has a sign, never a rounding error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct GridPoint {
    /// 10⁻⁵ degrees east of Greenwich.
    pub lon: i32,
    /// 10⁻⁵ degrees north of the equator.
    pub lat: i32,
}

/// Grid steps per degree.
const STEPS_PER_DEGREE: f64 = 1e5;

impl GridPoint {
    /// A vertex from grid steps, longitude first.
    pub const fn new(lon: i32, lat: i32) -> Self {
        Self { lon, lat }
    }

    /// The grid point nearest to `position`.
    pub fn nearest(position: LonLat) -> Self {
        let on_grid = |degrees: f64| (degrees * STEPS_PER_DEGREE).round() as i32;
        Self { lon: on_grid(position.lon), lat: on_grid(position.lat) }
    }

    /// This vertex in degrees.
    pub fn lon_lat(self) -> LonLat {
        LonLat::new(f64::from(self.lon) / STEPS_PER_DEGREE, f64::from(self.lat) / STEPS_PER_DEGREE)
    }
}

/// Twice the signed area of the triangle `a b c` in grid steps: positive when it turns left.
///
/// Exact: France spans less than 2²⁴ steps, so every product fits in 64 bits.
pub fn turn(a: GridPoint, b: GridPoint, c: GridPoint) -> i64 {
    let side = |from: i32, to: i32| i64::from(to) - i64::from(from);
    side(a.lon, b.lon) * side(a.lat, c.lat) - side(a.lat, b.lat) * side(a.lon, c.lon)
}

/// A point of the cylindrical equal-area plane, in metres: areas there are areas on the ground.
#[derive(Clone, Copy, Debug)]
pub struct EqualAreaPoint {
    x: f64,
    y: f64,
}

/// Projects to the ellipsoidal cylindrical equal-area plane of GRS80.
///
/// # Source
/// J. P. Snyder, *Map Projections: A Working Manual*, USGS 1395, equations 10-14, 10-15 and 3-12.
pub fn equal_area(point: GridPoint) -> EqualAreaPoint {
    const SEMI_MAJOR_AXIS_M: f64 = 6_378_137.0;
    const ECCENTRICITY: f64 = 0.081_819_191_042_816;
    let LonLat { lon, lat } = point.lon_lat();
    let sine = lat.to_radians().sin();
    let squared = ECCENTRICITY * ECCENTRICITY;
    let q = (1.0 - squared)
        * (sine / (1.0 - squared * sine * sine) + (ECCENTRICITY * sine).atanh() / ECCENTRICITY);
    EqualAreaPoint { x: SEMI_MAJOR_AXIS_M * lon.to_radians(), y: SEMI_MAJOR_AXIS_M * q / 2.0 }
}

/// The signed area of a triangle, in square metres: positive when it turns left.
pub fn triangle_m2(a: EqualAreaPoint, b: EqualAreaPoint, c: EqualAreaPoint) -> f64 {
    ((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)) / 2.0
}

/// The signed area between the way from `a` to `b` and the origin, in square metres. Summed along
/// a closed ring it is the area of the ring.
pub fn sector_m2(a: EqualAreaPoint, b: EqualAreaPoint) -> f64 {
    (a.x * b.y - a.y * b.x) / 2.0
}

/// The signed area of a closed ring (last vertex = first), in square metres: positive when it
/// turns left (counter-clockwise).
pub fn ring_m2(ring: &[GridPoint]) -> f64 {
    let Some(&first) = ring.first() else {
        return 0.0;
    };
    let origin = equal_area(first);
    let relative = |point: GridPoint| {
        let projected = equal_area(point);
        (projected.x - origin.x, projected.y - origin.y)
    };
    let doubled: f64 = ring
        .windows(2)
        .map(|side| {
            let ((x0, y0), (x1, y1)) = (relative(side[0]), relative(side[1]));
            x0 * y1 - x1 * y0
        })
        .sum();
    doubled / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_degree_square_on_the_equator_has_its_known_area() {
        let ring = [(0, 0), (100_000, 0), (100_000, 100_000), (0, 100_000), (0, 0)]
            .map(|(lon, lat)| GridPoint::new(lon, lat));
        // Karney's geodesic routines give 12 308 778 361 m² for this quadrilateral, whose northern
        // side is there a great circle instead of a parallel: 30 km² of difference are expected.
        assert!((ring_m2(&ring) / 12_308.8e6 - 1.0).abs() < 3e-3, "{}", ring_m2(&ring));
        assert!(ring_m2(&ring) > 0.0, "counter-clockwise is positive");
    }

    #[test]
    fn a_left_turn_is_positive() {
        let [a, b, c] = [(0, 0), (1, 0), (1, 1)].map(|(lon, lat)| GridPoint::new(lon, lat));
        assert_eq!(turn(a, b, c), 1);
        assert_eq!(turn(c, b, a), -1);
        assert_eq!(turn(a, b, a), 0);
    }

    #[test]
    fn degrees_and_grid_steps_round_trip() {
        let point = GridPoint::new(-512_345, 4_812_345);
        assert_eq!(GridPoint::nearest(point.lon_lat()), point);
    }
}
