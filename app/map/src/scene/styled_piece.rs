//! A piece of the atlas with its geometry grouped by paint (MapLibre: a bucket): areas by fill, borders
//! by strength, perimeters by status.
//!
//! It is made once for a map style and drawn for every view; it does not depend on the viewport.

use crate::data::Piece;
use crate::mesh::{Arc, Chains, Face};
use crate::scene::item::Band;
use crate::scene::style::MapStyle;
use crate::{Cell, Fill, Layer, Model, Scheme, Status};

/// The chains of one piece, grouped by paint.
#[derive(Clone, Debug, Default)]
pub(crate) struct StyledPiece {
    /// Areas that do not overlap, each with its fill.
    pub(crate) areas: Vec<(Fill, Chains)>,
    /// Borders between communes of one intercommunality.
    pub(crate) communes: Chains,
    /// Borders between intercommunalities of one department.
    pub(crate) epci: Chains,
    /// Borders between departments of one region.
    pub(crate) departments: Chains,
    /// Borders between regions, coasts and frontiers.
    pub(crate) regions: Chains,
    /// CPTS that do not overlap: their area, with the edges of each of them.
    pub(crate) bands: Vec<Band>,
    /// The perimeters of CPTS by status, each line once.
    pub(crate) perimeters: Vec<(Status, Chains)>,
}

/// The strength of a border.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Border {
    Commune,
    Epci,
    Department,
    Region,
}

impl StyledPiece {
    /// Groups the arcs of `piece`; `fills` are by cell, `cpts` the visible CPTS.
    pub(crate) fn new(model: &Model, piece: Piece<'_>, fills: &[Fill], cpts: &Groups) -> Self {
        let mut arcs = [const { Vec::new() }; 4];
        for (number, arc) in piece.mesh.arcs().iter().enumerate() {
            if let Some(border) = border_of(model, piece, arc)
                && piece.is_own_arc(arc)
            {
                arcs[border as usize].push(number as u32);
            }
        }
        let border = |wanted: Border| Chains::along(piece.mesh, &arcs[wanted as usize]);
        let (bands, perimeters) = if cpts.lie_on(piece) {
            (cpts.bands(piece), cpts.perimeters(piece))
        } else {
            Default::default()
        };
        Self {
            areas: areas(piece, fills),
            communes: border(Border::Commune),
            epci: border(Border::Epci),
            departments: border(Border::Department),
            regions: border(Border::Region),
            bands,
            perimeters,
        }
    }
}

/// The strongest border that an arc is; none inside an intercommunality of the overview.
fn border_of(model: &Model, piece: Piece<'_>, arc: &Arc) -> Option<Border> {
    let (Some(left), Some(right)) = (arc.left, arc.right) else { return Some(Border::Region) };
    let [one, other] = [left, right].map(|face| model.cells[piece.cell_of(face) as usize]);
    if one.department != other.department {
        let region = |index: u32| model.departments[index as usize].region;
        let is_inner = region(one.department) == region(other.department);
        return Some(if is_inner { Border::Department } else { Border::Region });
    }
    if one.epci != other.epci {
        return Some(Border::Epci);
    }
    piece.detail.map(|_| Border::Commune)
}

/// The faces by the way they are filled, a chain for each fill.
fn areas(piece: Piece<'_>, fills: &[Fill]) -> Vec<(Fill, Chains)> {
    let faces = 0..piece.mesh.face_count() as Face;
    let fill_of = |face: Face| piece.is_own(face).then(|| fills[piece.cell_of(face) as usize]);
    let of_faces: Vec<Option<Fill>> = faces.map(fill_of).collect();
    let mut kinds: Vec<Fill> = Vec::new();
    for fill in of_faces.iter().flatten() {
        if !kinds.contains(fill) {
            kinds.push(*fill);
        }
    }
    kinds
        .into_iter()
        .map(|fill| {
            (fill, Chains::around(piece.mesh, |face| of_faces[face as usize] == Some(fill)))
        })
        .collect()
}

/// The fill of each cell: that of the strongest CLS on it, or else that of its region.
pub(crate) fn fills_of_cells(model: &Model, style: &MapStyle) -> Vec<Fill> {
    let region = |department: u32| model.departments[department as usize].region;
    let fill = |cell: &Cell| fill_of_region(model, style, region(cell.department));
    let mut fills: Vec<Fill> = model.cells.iter().map(fill).collect();
    // Where two overlap, the stronger shows.
    for status in Status::ALL.into_iter().rev() {
        for scheme in shown(model, style, Layer::Cls).filter(|scheme| scheme.status == status) {
            for &cell in &scheme.cells {
                fills[cell as usize] = style.palette.cls(status);
            }
        }
    }
    fills
}

/// The fill of a region by how many of the visible layers are documented there: none, some, all.
/// With some only, an empty area must not pass for a zero.
fn fill_of_region(model: &Model, style: &MapStyle, region: u32) -> Fill {
    let documented =
        style.layers.iter().filter(|&&layer| model.is_documented(layer, region)).count();
    match documented {
        0 => style.palette.undocumented,
        some if some < style.layers.len() => style.palette.partly_documented,
        _ => Fill { color: style.palette.documented, pattern: None },
    }
}

/// The schemes of a layer that are shown.
fn shown<'a>(
    model: &'a Model,
    style: &'a MapStyle,
    layer: Layer,
) -> impl Iterator<Item = &'a Scheme> {
    model
        .schemes
        .iter()
        .filter(move |scheme| scheme.layer == layer && style.shows(layer, scheme.status))
}

/// The CPTS that are shown, in groups without overlap.
pub(crate) struct Groups {
    /// By group, the scheme on each cell.
    scheme_on: Vec<Vec<Option<u32>>>,
    /// By cell, every scheme on it.
    all_on: Vec<Vec<u32>>,
    statuses: Vec<Status>,
}

impl Groups {
    /// Sorts the visible CPTS of `model` into groups; schemes with one perimeter count once.
    pub(crate) fn new(model: &Model, style: &MapStyle) -> Self {
        let cells = model.cells.len();
        let mut groups =
            Self { scheme_on: Vec::new(), all_on: vec![Vec::new(); cells], statuses: Vec::new() };
        let mut drawn: Vec<&[u32]> = Vec::new();
        for scheme in shown(model, style, Layer::Cpts) {
            let number = groups.statuses.len() as u32;
            groups.statuses.push(scheme.status);
            for &cell in &scheme.cells {
                groups.all_on[cell as usize].push(number);
            }
            if !drawn.contains(&scheme.cells.as_slice()) {
                drawn.push(&scheme.cells);
                groups.enter(number, &scheme.cells, cells);
            }
        }
        groups
    }

    /// Puts a scheme into the first group where its cells are free.
    fn enter(&mut self, number: u32, own: &[u32], cells: usize) {
        let is_free = |on: &Vec<Option<u32>>| own.iter().all(|&cell| on[cell as usize].is_none());
        let index = self.scheme_on.iter().position(is_free);
        let index = index.unwrap_or_else(|| {
            self.scheme_on.push(vec![None; cells]);
            self.scheme_on.len() - 1
        });
        for &cell in own {
            self.scheme_on[index][cell as usize] = Some(number);
        }
    }

    /// Whether some CPTS lies on a piece: most departments have none.
    fn lie_on(&self, piece: Piece<'_>) -> bool {
        let mut faces = 0..piece.mesh.face_count() as Face;
        faces.any(|face| !self.all_on[piece.cell_of(face) as usize].is_empty())
    }

    fn bands(&self, piece: Piece<'_>) -> Vec<Band> {
        let band = |on: &Vec<Option<u32>>| {
            let scheme = |face: Face| on[piece.cell_of(face) as usize];
            let area =
                Chains::around(piece.mesh, |face| piece.is_own(face) && scheme(face).is_some());
            let edges = Chains::lines(piece.mesh, |arc| {
                touches_own(piece, arc) && arc.left.and_then(scheme) != arc.right.and_then(scheme)
            });
            Band { area, edges }
        };
        self.scheme_on.iter().map(band).filter(|band| !band.area.is_empty()).collect()
    }

    /// The lines around CPTS by status. Between two CPTS, the better known of the two shows.
    fn perimeters(&self, piece: Piece<'_>) -> Vec<(Status, Chains)> {
        let status_of = |arc: &Arc| {
            let on = |face: Option<Face>| {
                face.map_or(&[][..], |face| &self.all_on[piece.cell_of(face) as usize])
            };
            let (left, right) = (on(arc.left), on(arc.right));
            let only_left = left.iter().filter(|scheme| !right.contains(scheme));
            let only_right = right.iter().filter(|scheme| !left.contains(scheme));
            only_left.chain(only_right).map(|&scheme| self.statuses[scheme as usize]).min()
        };
        let lines = |status: Status| {
            let is_drawn = |arc: &Arc| piece.is_own_arc(arc) && status_of(arc) == Some(status);
            (status, Chains::lines(piece.mesh, is_drawn))
        };
        // The best known last, so that it lies on top.
        Status::ALL
            .into_iter()
            .rev()
            .filter(|status| self.statuses.contains(status))
            .map(lines)
            .filter(|(_, chains)| !chains.is_empty())
            .collect()
    }
}

fn touches_own(piece: Piece<'_>, arc: &Arc) -> bool {
    [arc.left, arc.right].into_iter().flatten().any(|face| piece.is_own(face))
}
