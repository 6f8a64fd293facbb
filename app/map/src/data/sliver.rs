//! Slivers: the areas between the lines of two detail levels.
//!
//! A department in detail and a coarser neighbour (of the overview, or in detail at a coarser level) draw the border between them each at its own
//! tolerance; where those lines part there would be a hole. What lies beyond the line of the detail belongs to
//! the coarser side. So the two lines make a ring, and the ring is filled as that side is, beneath
//! everything else.

use super::detail::Detail;
use super::model::Model;
use crate::lean::sorted_by_key;
use crate::mesh::{Arc, Chains, Face, Mesh, is_crossed};
use crate::{MapBounds, MapPoint};
use std::sync::Arc as Shared;

/// The area between two lines of one stretch of border.
#[derive(Clone, Debug)]
pub(crate) struct Sliver {
    /// The cell on the coarser side.
    pub(crate) cell: Face,
    /// Along the line of the overview, then back along that of the detail to the first vertex; map
    /// metres. It crosses itself wherever the two lines cross.
    pub(crate) ring: Vec<MapPoint>,
    /// The rectangle around it.
    pub(crate) bounds: MapBounds,
}

impl Sliver {
    /// Whether a point lies between the two lines.
    pub(crate) fn contains(&self, point: MapPoint) -> bool {
        let crosses = |side: &&[MapPoint]| is_crossed(point, side[0], side[1]);
        self.bounds.contains(point) && self.ring.windows(2).filter(crosses).count() % 2 == 1
    }
}

/// The slivers around the departments in detail. O(details × arcs of the overview).
pub(super) fn slivers(model: &Model, details: &[Shared<Detail>]) -> Vec<Sliver> {
    let mut is_coarse = vec![true; model.departments.len()];
    details.iter().for_each(|detail| is_coarse[detail.department] = false);
    let mut slivers = Vec::new();
    for detail in details {
        let closely = own_border(detail, |_| true, Side::Beyond);
        slivers.extend(between(&overview_border(model, detail, &is_coarse), &closely));
        for coarser in details.iter().filter(|other| other.level < detail.level) {
            let is_there = |cell: Face| department_of(model, cell) == detail.department;
            slivers.extend(between(&own_border(coarser, is_there, Side::Inside), &closely));
        }
    }
    slivers
}

/// The lines of one mesh along a border of a department.
struct BorderLines<'a> {
    mesh: &'a Mesh,
    /// By arc, the cell on the coarser side of the border; none for an arc elsewhere.
    cells: Vec<Option<Face>>,
}

/// A side of the edge of a detail.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Inside,
    Beyond,
}

fn department_of(model: &Model, cell: Face) -> usize {
    model.cells[cell as usize].department as usize
}

/// The border of a department in the overview, with its neighbours that are coarse.
fn overview_border<'a>(model: &'a Model, detail: &Detail, is_coarse: &[bool]) -> BorderLines<'a> {
    let across = |arc: &Arc| {
        let cell = beyond(arc, |cell| department_of(model, cell) == detail.department);
        cell.filter(|&cell| is_coarse[department_of(model, cell)])
    };
    BorderLines { mesh: &model.mesh, cells: model.mesh.arcs().iter().map(across).collect() }
}

/// The edge of a detail where `is_it` holds of the cell beyond, with the cells on one of its sides.
fn own_border(detail: &Detail, is_it: impl Fn(Face) -> bool, side: Side) -> BorderLines<'_> {
    let is_own = |face: Face| (face as usize) < detail.communes;
    let cell = |arc: &Arc| {
        let cell = detail.cell_of(beyond(arc, is_own)?);
        let inside = || beyond(arc, |face| !is_own(face)).map(|face| detail.cell_of(face));
        let sought = if side == Side::Beyond { Some(cell) } else { inside() };
        sought.filter(|_| is_it(cell))
    };
    BorderLines { mesh: &detail.mesh, cells: detail.mesh.arcs().iter().map(cell).collect() }
}

/// The slivers between the lines of a border in a coarser mesh and in a finer one.
fn between(coarse: &BorderLines<'_>, fine: &BorderLines<'_>) -> Vec<Sliver> {
    let mut cells: Vec<Face> = coarse.cells.iter().flatten().copied().collect();
    cells = sorted_by_key(&cells, |&cell| cell.into());
    cells.dedup();
    let mut slivers = Vec::new();
    for cell in cells {
        let close = lines(fine, cell);
        for line in lines(coarse, cell) {
            let distance = |other: &&Line| {
                let [along, against] = distances_of_ends(&line, other);
                along.min(against)
            };
            let nearest =
                close.iter().min_by(|one, other| distance(one).total_cmp(&distance(other)));
            slivers.extend(nearest.map(|nearest| sliver(cell, line, nearest)));
        }
    }
    slivers
}

/// The face across an arc from one that is own; none unless just one of the two is own.
fn beyond(arc: &Arc, is_own: impl Fn(Face) -> bool) -> Option<Face> {
    let (left, right) = (arc.left?, arc.right?);
    match [is_own(left), is_own(right)] {
        [true, false] => Some(right),
        [false, true] => Some(left),
        _ => None,
    }
}

fn sliver(cell: Face, mut ring: Vec<MapPoint>, close: &Line) -> Sliver {
    let start = ring[0];
    let [along, against] = distances_of_ends(&ring, close);
    let back = |index: usize| if along <= against { close.len() - 1 - index } else { index };
    ring.extend((0..close.len()).map(|index| close[back(index)]));
    ring.push(start);
    Sliver { cell, bounds: MapBounds::of(ring.iter().copied()), ring }
}

/// The distances between the ends of two lines, as sums of squares: if the lines run the same way, and if they
/// run opposite ways.
fn distances_of_ends(one: &Line, other: &Line) -> [f64; 2] {
    let [[first, last], [start, end]] = [one, other].map(|line| [line[0], line[line.len() - 1]]);
    [
        first.squared_distance(start) + last.squared_distance(end),
        first.squared_distance(end) + last.squared_distance(start),
    ]
}

/// The vertices of a line, at least one.
type Line = Vec<MapPoint>;

/// The lines of a border along `cell`.
fn lines(border: &BorderLines<'_>, cell: Face) -> Vec<Line> {
    let BorderLines { mesh, cells } = border;
    let arcs: Vec<u32> =
        (0..cells.len() as u32).filter(|&arc| cells[arc as usize] == Some(cell)).collect();
    let chains = Chains::along(mesh, &arcs);
    let mut lines = Vec::new();
    for (arcs, _) in chains.iter() {
        let mut line = Line::new();
        for arc in arcs {
            let points = mesh.points(&mesh.arcs()[arc.index()]);
            let at =
                |index: usize| if arc.is_reversed() { points.len() - 1 - index } else { index };
            line.extend((0..points.len()).map(|index| points[at(index)]));
        }
        lines.push(line);
    }
    lines
}

#[cfg(test)]
#[path = "sliver_tests.rs"]
mod tests;
