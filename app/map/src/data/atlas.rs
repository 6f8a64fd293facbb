//! The atlas: the overview with the details at hand, each border and area drawn by one of them.

use super::sliver::{Sliver, slivers};
use super::subject::Subject;
use crate::lean::sorted_by_key;
use crate::mesh::{Chains, Face, Mesh};
use crate::{Detail, DetailLevel, MapBounds, MapPoint, Model, Territory};
use std::sync::Arc;

/// The overview of the country, with some departments in detail.
#[derive(Clone, Debug)]
pub struct Atlas {
    /// The overview.
    pub model: Arc<Model>,
    /// The details at hand, by index of their department, rising.
    details: Vec<Arc<Detail>>,
    /// The slivers between those and the others.
    slivers: Arc<Vec<Sliver>>,
}

/// A piece of the atlas: the overview or a detail, with its own mesh.
#[derive(Clone, Copy, Debug)]
pub struct Piece<'a> {
    /// The mesh.
    pub mesh: &'a Mesh,
    /// The detail; none for the overview.
    pub detail: Option<&'a Detail>,
    atlas: &'a Atlas,
}

impl Atlas {
    /// The overview alone.
    pub fn new(model: Arc<Model>) -> Self {
        Self { model, details: Vec::new(), slivers: Arc::default() }
    }

    /// The overview with other details.
    #[must_use]
    pub fn with_details(&self, details: &[Arc<Detail>]) -> Self {
        let details = sorted_by_key(details, |detail| detail.department as u128);
        let slivers = Arc::new(slivers(&self.model, &details));
        Self { model: Arc::clone(&self.model), details, slivers }
    }

    /// The details at hand, by index of their department, rising.
    pub fn details(&self) -> &[Arc<Detail>] {
        &self.details
    }

    /// The detail of a department, if it is at hand.
    pub fn detail(&self, department: usize) -> Option<&Arc<Detail>> {
        let index = self.details.binary_search_by_key(&department, |detail| detail.department);
        index.ok().map(|index| &self.details[index])
    }

    /// Whether a cell is drawn by the overview, because its department is not in detail.
    pub(crate) fn is_coarse(&self, cell: Face) -> bool {
        self.detail(self.model.cells[cell as usize].department as usize).is_none()
    }

    /// The slivers between departments in detail and others.
    pub(crate) fn slivers(&self) -> &[Sliver] {
        &self.slivers
    }

    /// The pieces, the coarser first: where two overlap, the finer one is drawn above.
    pub fn pieces(&self) -> impl Iterator<Item = Piece<'_>> {
        let overview = Piece { mesh: &self.model.mesh, detail: None, atlas: self };
        let details =
            self.at_level(DetailLevel::Department).chain(self.at_level(DetailLevel::City));
        let details =
            details.map(|detail| Piece { mesh: &detail.mesh, detail: Some(detail), atlas: self });
        std::iter::once(overview).chain(details)
    }

    fn at_level(&self, level: DetailLevel) -> impl Iterator<Item = &Detail> {
        self.details.iter().map(Arc::as_ref).filter(move |detail| detail.level == level)
    }

    /// The outline of a subject, arc by arc, on each piece that draws some of it. Empty for a scheme
    /// without a drawn perimeter, a project and a venue; that of the territory around a commune whose
    /// detail is not at hand.
    pub fn outline(&self, subject: &Subject) -> Vec<(&Mesh, Chains)> {
        let commune = match subject {
            Subject::Commune { code, .. } => self.commune(code),
            _ => None,
        };
        let cells = match subject {
            Subject::Territory(territory) => self.model.cells_of(*territory),
            Subject::Scheme(scheme) => {
                self.model.drawn(*scheme).map_or(&[][..], |drawn| &drawn.cells)
            }
            Subject::Commune { within, .. } => self.model.cells_of(*within),
            Subject::Venue(_) => &[],
        };
        let is_part = |piece: Piece<'_>, face: Face| match (commune, piece.detail) {
            (Some(commune), Some(detail)) => commune == (detail.department, face),
            (Some(_), None) => false,
            (None, _) => cells.binary_search(&piece.cell_of(face)).is_ok(),
        };
        self.pieces()
            .map(|piece| (piece.mesh, self.outline_on(piece, |face| is_part(piece, face))))
            .filter(|(_, chains)| !chains.is_empty())
            .collect()
    }

    fn outline_on(&self, piece: Piece<'_>, is_part: impl Fn(Face) -> bool + Copy) -> Chains {
        // Beyond the edge of a detail too: there the finer of two pieces has the line that one sees.
        let faces = piece.detail.map_or(self.model.cells.len(), |detail| detail.cells.len());
        let parts = (0..faces as Face).filter(|&face| is_part(face));
        // A border with another piece of the same territory is no outline.
        let is_edge = |arc: &crate::mesh::Arc| {
            arc.left.is_some_and(is_part) != arc.right.is_some_and(is_part)
        };
        let edges =
            parts.flat_map(|face| piece.mesh.arc_indexes_of(face).iter().copied()).filter(|&arc| {
                let arc = &piece.mesh.arcs()[arc as usize];
                is_edge(arc) && piece.is_own_arc(arc)
            });
        Chains::each(piece.mesh, edges)
    }

    /// The cell under a map point, and the name of the commune or arrondissement in a department in
    /// detail.
    pub fn at(&self, point: MapPoint) -> Option<(Face, Option<&str>)> {
        let finest_first = self.at_level(DetailLevel::City);
        for detail in finest_first.chain(self.at_level(DetailLevel::Department)) {
            if let Some(commune) = detail.commune_at(point) {
                let name = detail.names.get(commune as usize).map(String::as_str);
                return Some((detail.cell_of(commune), name));
            }
        }
        // Where a detail is drawn, the borders of the overview are not those that one sees.
        let coarse = self.model.cell_at(point).filter(|&cell| self.is_coarse(cell));
        let between =
            || self.slivers.iter().find(|sliver| sliver.contains(point)).map(|sliver| sliver.cell);
        Some((coarse.or_else(between)?, None))
    }

    /// The smallest territory under a map point.
    pub fn territory_at(&self, point: MapPoint) -> Option<Territory> {
        self.at(point).map(|(cell, _)| self.model.territory_of(cell))
    }

    /// The smallest territory under a map point or, over the sea, the nearest within `reach` map
    /// metres: for a finger, which is wider than a small island. O(arcs) over the sea.
    pub fn territory_near(&self, point: MapPoint, reach: f64) -> Option<Territory> {
        self.territory_at(point).or_else(|| {
            let near = MapBounds::new(point, point).grown(reach);
            let coasts = self.pieces().flat_map(|piece| {
                let arcs = piece.mesh.arcs().iter().filter(move |arc| arc.bounds.intersects(near));
                arcs.filter_map(move |arc| {
                    let sides = [arc.left, arc.right].into_iter().flatten();
                    let face = sides.into_iter().find(|&face| piece.is_own(face))?;
                    let distance = squared_distance_to(point, piece.mesh.points(arc));
                    (distance <= reach * reach).then(|| (distance, piece.cell_of(face)))
                })
            });
            let nearest = coasts.min_by(|one, other| one.0.total_cmp(&other.0));
            nearest.map(|(_, cell)| self.model.territory_of(cell))
        })
    }
}

/// The square of the distance from a point to a line, square metres.
fn squared_distance_to(point: MapPoint, line: &[MapPoint]) -> f64 {
    let to_side = |side: &[MapPoint]| {
        let (x, y) = (side[1].x - side[0].x, side[1].y - side[0].y);
        let along = (point.x - side[0].x) * x + (point.y - side[0].y) * y;
        let share = (along / (x * x + y * y).max(f64::MIN_POSITIVE)).clamp(0.0, 1.0);
        point.squared_distance(MapPoint::new(side[0].x + share * x, side[0].y + share * y))
    };
    line.windows(2).map(to_side).fold(f64::INFINITY, f64::min)
}

impl Piece<'_> {
    /// The cell that a face lies in.
    pub fn cell_of(&self, face: Face) -> Face {
        self.detail.map_or(face, |detail| detail.cell_of(face))
    }

    /// Whether a face is drawn by this piece: not beyond its edge, nor under a detail.
    pub(crate) fn is_own(&self, face: Face) -> bool {
        match self.detail {
            Some(detail) => (face as usize) < detail.communes,
            None => self.atlas.is_coarse(face),
        }
    }

    /// Whether an arc is drawn by this piece: each border once, by the finer piece, and between two
    /// of one level by the department that comes first.
    pub fn is_own_arc(&self, arc: &crate::mesh::Arc) -> bool {
        let sides = [arc.left, arc.right];
        let Some(detail) = self.detail else {
            return sides.into_iter().flatten().all(|face| self.is_own(face));
        };
        let is_first = |face: Face| {
            let cell = self.cell_of(face);
            let department = self.atlas.model.cells[cell as usize].department as usize;
            self.atlas.detail(department).is_none_or(|other| {
                let is_equal = other.level == detail.level;
                other.level < detail.level || is_equal && department >= detail.department
            })
        };
        sides.into_iter().flatten().all(is_first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::model::tests::model;

    #[test]
    fn a_finger_over_the_sea_finds_the_nearest_shore_within_its_reach() {
        let atlas = Atlas::new(Arc::new(model()));
        let bounds = atlas.model.bounds(Territory::Epci(0));
        let shore = MapPoint::new(bounds.min.x, bounds.center().y);
        let at_sea = |metres: f64| MapPoint::new(shore.x - metres, shore.y);
        assert_eq!(atlas.territory_near(at_sea(900.0), 1_000.0), Some(Territory::Epci(0)));
        assert_eq!(atlas.territory_near(at_sea(1_100.0), 1_000.0), None);
        assert_eq!(
            atlas.territory_near(at_sea(-1_000.0), 1_000.0),
            atlas.territory_at(at_sea(-1_000.0))
        );
    }
}
