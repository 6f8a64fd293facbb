//! Links of a picture: shapes that lead somewhere.

use super::svg::SvgCanvas;
use crate::Canvas;
use crate::data::{Atlas, Piece, Territory};
use crate::draw::pen::Pen;
use crate::mesh::{Chains, Face, Mesh};

/// A shape of the picture that leads somewhere.
#[derive(Clone, Debug)]
pub struct PictureLink<'a> {
    /// The shape.
    pub shape: LinkShape,
    /// The address.
    pub href: &'a str,
    /// The name that is shown and read for it.
    pub name: &'a str,
}

/// The shape of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkShape {
    /// A territory.
    Territory(Territory),
    /// A commune or arrondissement: the face of that index in the detail of a department.
    Commune {
        /// The index of the department.
        department: usize,
        /// The face of its detail.
        face: Face,
    },
}

impl PictureLink<'_> {
    /// Draws the link, if some of its outline is in sight.
    pub(super) fn put(&self, atlas: &Atlas, pen: &mut Pen<'_, SvgCanvas>) {
        let shape = shape(atlas, self.shape);
        let seen = pen.seen;
        let is_seen = shape.iter().any(|(mesh, chains)| {
            let mut arcs = chains.iter().flat_map(|(arcs, _)| arcs);
            arcs.any(|arc| mesh.arcs()[arc.index()].bounds.intersects(seen))
        });
        if is_seen {
            pen.canvas.begin();
            for (mesh, chains) in &shape {
                pen.add_rings(mesh, chains);
            }
            pen.canvas.link(self.href, self.name);
        }
    }
}

impl LinkShape {
    /// The class of its border.
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Commune { .. } => "communes",
            Self::Territory(Territory::Epci(_)) => "epci",
            Self::Territory(_) => "departments",
        }
    }
}

/// The rings around a shape, on each piece that draws some of it.
fn shape(atlas: &Atlas, shape: LinkShape) -> Vec<(&Mesh, Chains)> {
    let is_inside = |piece: Piece<'_>, face: Face| match shape {
        LinkShape::Territory(territory) => {
            piece.is_own(face) && atlas.model.is_part(piece.cell_of(face), territory)
        }
        LinkShape::Commune { face: wanted, .. } => face == wanted,
    };
    // Most pieces draw nothing of a shape, and are long to walk.
    let may_draw = |piece: &Piece<'_>| match (shape, piece.detail) {
        (LinkShape::Territory(territory), None) => {
            atlas.model.cells_of(territory).iter().any(|&cell| atlas.is_coarse(cell))
        }
        (LinkShape::Territory(territory), Some(detail)) => {
            let cells = atlas.model.cells_of(territory).iter();
            let departments = cells.map(|&cell| atlas.model.cells[cell as usize].department);
            departments.into_iter().any(|one| one as usize == detail.department)
        }
        (LinkShape::Commune { department, .. }, detail) => {
            detail.is_some_and(|detail| detail.department == department)
        }
    };
    let pieces = atlas.pieces().filter(may_draw);
    let chains =
        pieces.map(|piece| (piece.mesh, Chains::around(piece.mesh, |face| is_inside(piece, face))));
    chains.filter(|(_, chains)| !chains.is_empty()).collect()
}
