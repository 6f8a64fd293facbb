//! Slivers: the areas between the lines of two detail levels.
//!
//! A department in detail and a coarser neighbour draw the border between them each at its own
//! tolerance; where those lines part there would be a hole. What lies beyond the line of the detail belongs to
//! the coarser side. So the two lines make a ring, and the ring is filled as that side is, beneath
//! everything else.

use super::detail::Detail;
use super::model::Model;
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
    details.iter().flat_map(|detail| around(model, detail, &is_coarse)).collect()
}

/// The slivers around `detail`; `is_coarse` by department.
fn around(model: &Model, detail: &Detail, is_coarse: &[bool]) -> Vec<Sliver> {
    // The cell across an arc, for those of the overview, then for those of the detail.
    let department = |cell: Face| model.cells[cell as usize].department as usize;
    let across = |arc: &Arc| {
        let cell = beyond(arc, |cell| department(cell) == detail.department);
        cell.filter(|&cell| is_coarse[department(cell)])
    };
    let across_closely = |arc: &Arc| {
        let face = beyond(arc, |face| (face as usize) < detail.communes);
        face.map(|face| detail.cell_of(face))
    };
    let coarse: Vec<_> = model.mesh.arcs().iter().map(across).collect();
    let close: Vec<_> = detail.mesh.arcs().iter().map(across_closely).collect();
    let mut is_across = vec![false; model.cells.len()];
    coarse.iter().flatten().for_each(|&cell| is_across[cell as usize] = true);
    let mut slivers = Vec::new();
    for cell in (0..is_across.len() as Face).filter(|&cell| is_across[cell as usize]) {
        let close = lines(&detail.mesh, &close, cell);
        for line in lines(&model.mesh, &coarse, cell) {
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

/// The lines along the arcs that have `cell` across, as `across` says of each arc.
fn lines(mesh: &Mesh, across: &[Option<Face>], cell: Face) -> Vec<Line> {
    let arcs: Vec<u32> =
        (0..across.len() as u32).filter(|&arc| across[arc as usize] == Some(cell)).collect();
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
mod tests {
    use super::*;
    use crate::data::model::tests::{arc, km, model};
    use crate::draw::recorder::Recorder;
    use crate::mesh::PackedMesh;
    use crate::served::DetailFile;
    use crate::{Atlas, Layer, MapStyle, Padding, Palette, Scene, Viewport, draw};

    /// The first department in detail: two communes, which the overview has as cells, and a border
    /// with the second department that goes ten kilometres further west, then further east.
    fn atlas() -> Atlas {
        let arcs = [
            arc(&[(600., 6550.), (650., 6550.), (650., 6500.)], Some(0), Some(1)),
            arc(&[(600., 6550.), (600., 6500.), (650., 6500.)], Some(1), None),
            arc(&[(650., 6500.), (700., 6500.)], Some(0), None),
            arc(
                &[(700., 6600.), (690., 6575.), (700., 6550.), (710., 6525.), (700., 6500.)],
                Some(2),
                Some(0),
            ),
            arc(&[(700., 6600.), (600., 6600.), (600., 6550.)], Some(0), None),
        ];
        let file = DetailFile {
            communes: 2,
            noms: vec!["Une".into(), "Deux".into()],
            code_deltas: vec![1, 1],
            cells: vec![0, 1, 2],
            mesh: PackedMesh::pack(3, 100, &arcs),
        };
        let model = std::sync::Arc::new(model());
        let bytes = postcard::to_allocvec(&file).unwrap();
        let detail = Detail::decode(&bytes, 0, &model).unwrap();
        Atlas::new(model).with_details(&[std::sync::Arc::new(detail)])
    }

    #[test]
    fn what_lies_between_the_two_lines_belongs_to_the_side_beyond() {
        let atlas = atlas();
        let cell = |x: f64, y: f64| atlas.at(km(x, y)).map(|(cell, _)| cell);
        assert_eq!(cell(685.0, 6575.0), Some(0), "in the detail");
        assert_eq!(cell(695.0, 6575.0), Some(2), "neither in the detail nor in the cell beyond");
        assert_eq!(cell(705.0, 6525.0), Some(0), "in both: the detail lies above");
        assert_eq!(cell(715.0, 6550.0), Some(2), "beyond");
        assert_eq!(cell(650.0, 6650.0), None, "the sea");
    }

    #[test]
    fn what_lies_between_is_filled_as_the_side_beyond_before_everything_else() {
        let style =
            MapStyle { layers: vec![Layer::Cls], hidden: Vec::new(), palette: Palette::LIGHT };
        let scene = Scene::new(atlas(), style);
        let bounds = MapBounds::of([km(590.0, 6490.0), km(810.0, 6610.0)]);
        let view = Viewport::fit(bounds, (220.0, 120.0), Padding::even(0.0));
        let mut canvas = Recorder::default();
        draw(&scene, &view, &mut canvas);
        let undocumented = Palette::LIGHT.undocumented.css();
        let first = &canvas.calls[0];
        assert!(first.starts_with(&format!("fill {undocumented}")), "{first}");
        // The line of the overview, and back along that of the detail.
        for vertex in ["110,110", "110,10", "100,35", "120,85"] {
            assert!(first.contains(vertex), "no {vertex} in {first}");
        }
    }

    #[test]
    fn there_is_no_sliver_where_both_sides_are_equally_close() {
        assert!(Atlas::new(std::sync::Arc::new(model())).slivers().is_empty());
        assert_eq!(atlas().slivers().len(), 1);
    }
}
