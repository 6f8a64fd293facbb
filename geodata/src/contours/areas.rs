//! Surfaces of published polygons, in hectares.

use crate::topology::{Polygon, ring_m2};

/// The surface of each face in hectares, from every vertex published.
pub(super) fn of_faces(count: usize, polygons: &[(u32, &Polygon)]) -> Vec<f64> {
    let mut surfaces = vec![0.0; count];
    for (face, polygon) in polygons {
        surfaces[*face as usize] += polygon_ha(polygon);
    }
    surfaces
}

/// The surface of a polygon in hectares, whichever way its rings turn.
pub(super) fn polygon_ha(polygon: &Polygon) -> f64 {
    const M2_PER_HA: f64 = 1e4;
    let rings_ha = polygon.iter().map(|ring| ring_m2(ring).abs() / M2_PER_HA);
    let signed_ha = rings_ha.enumerate().map(|(index, area_ha)| match index {
        0 => area_ha,
        _ => -area_ha,
    });
    signed_ha.sum()
}
