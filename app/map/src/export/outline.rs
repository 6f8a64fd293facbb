//! The outline of a subject: polygons of the finest mesh at hand that has the whole of it.

use super::ring::{Polygon, polygons};
use crate::mesh::{Chains, Face, Mesh};
use crate::{Atlas, CommuneCode, MapPoint, Subject};
use std::collections::BTreeSet;

/// The polygons of a subject; none for what the map draws no perimeter of, and for a commune whose detail
/// is not at hand.
pub(super) fn outline(atlas: &Atlas, subject: &Subject) -> Vec<Polygon> {
    let model = &atlas.model;
    let cells = match subject {
        Subject::Commune { code, .. } => return of_commune(atlas, code),
        Subject::Territory(territory) => model.cells_of(*territory),
        Subject::Scheme(scheme) => model.drawn(*scheme).map_or(&[][..], |drawn| &drawn.cells),
        Subject::Venue(_) => &[],
    };
    let is_own = |cell: Face| cells.binary_search(&cell).is_ok();
    let departments: BTreeSet<u32> =
        cells.iter().map(|&cell| model.cells[cell as usize].department).collect();
    let only = departments.first().filter(|_| departments.len() == 1);
    match only.and_then(|&department| atlas.detail(department as usize)) {
        Some(detail) => around(&detail.mesh, |face| {
            (face as usize) < detail.communes && is_own(detail.cell_of(face))
        }),
        None => around(&model.mesh, is_own),
    }
}

/// A commune, or an arrondissement of one; of Paris, Lyon and Marseille all arrondissements.
fn of_commune(atlas: &Atlas, code: &CommuneCode) -> Vec<Polygon> {
    let department = atlas.model.department_with_code(code.department());
    let Some(detail) = department.and_then(|index| atlas.detail(index)) else { return Vec::new() };
    let is_own = |face: &Face| {
        let own = detail.code_of(*face);
        own.is_some_and(|own| own == *code || own.city().as_ref() == Some(code))
    };
    let faces: Vec<Face> = (0..detail.communes as Face).filter(is_own).collect();
    around(&detail.mesh, |face| faces.contains(&face))
}

fn around(mesh: &Mesh, is_inside: impl Fn(Face) -> bool) -> Vec<Polygon> {
    let chains = Chains::around(mesh, is_inside);
    let rings: Vec<Vec<MapPoint>> = chains.iter().map(|(arcs, _)| ring(mesh, arcs)).collect();
    polygons(&rings)
}

/// The vertices along directed arcs, the first once more at the end.
fn ring(mesh: &Mesh, arcs: &[crate::mesh::DirectedArc]) -> Vec<MapPoint> {
    let mut ring = Vec::new();
    for arc in arcs {
        let points = mesh.points(&mesh.arcs()[arc.index()]);
        // The first vertex is the last of the arc before.
        let skipped = usize::from(!ring.is_empty());
        if arc.is_reversed() {
            ring.extend(points.iter().rev().skip(skipped).copied());
        } else {
            ring.extend(points.iter().skip(skipped).copied());
        }
    }
    ring
}
