//! A piece of the atlas with its geometry grouped by paint (MapLibre: a bucket): areas by fill, borders
//! by strength, perimeters by layer.
//!
//! It is made once for a map style and drawn for every view; it does not depend on the viewport.

use crate::data::Piece;
use crate::mesh::{Arc, Chains, Face};
use crate::scene::choropleth::CellFills;
use crate::scene::overlay::AREA_LAYERS;
use crate::scene::style::MapStyle;
use crate::{Fill, Layer, Model, Scheme};

/// The chains of one piece, grouped by paint.
#[derive(Clone, Debug, Default)]
pub(crate) struct StyledPiece {
    /// Areas that do not overlap, each with its fill.
    pub(crate) areas: Vec<(Fill, Chains)>,
    /// The same from afar; none where they are the same.
    pub(crate) far_areas: Option<Vec<(Fill, Chains)>>,
    /// Borders between communes of one intercommunality.
    pub(crate) communes: Chains,
    /// Borders between intercommunalities of one department.
    pub(crate) epci: Chains,
    /// Borders between departments of one region.
    pub(crate) departments: Chains,
    /// Borders between regions, coasts and frontiers.
    pub(crate) regions: Chains,
    /// The perimeters of the schemes of each area layer.
    pub(crate) perimeters: [Chains; 2],
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
    /// Groups the arcs of `piece`.
    pub(crate) fn new(
        model: &Model,
        piece: Piece<'_>,
        fills: &CellFills,
        perimeters: &Perimeters,
    ) -> Self {
        let mut arcs = [const { Vec::new() }; 4];
        for (number, arc) in piece.mesh.arcs().iter().enumerate() {
            if let Some(border) = border_of(model, piece, arc)
                && piece.is_own_arc(arc)
            {
                arcs[border as usize].push(number as u32);
            }
        }
        let border = |wanted: Border| Chains::along(piece.mesh, &arcs[wanted as usize]);
        Self {
            areas: areas(piece, &fills.near),
            far_areas: fills.far.as_deref().map(|far| areas(piece, far)),
            communes: border(Border::Commune),
            epci: border(Border::Epci),
            departments: border(Border::Department),
            regions: border(Border::Region),
            perimeters: perimeters.lines(piece),
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

/// The schemes of a layer that are shown.
fn shown<'a>(
    model: &'a Model,
    style: &'a MapStyle,
    layer: Layer,
) -> impl Iterator<Item = &'a Scheme> {
    model
        .schemes
        .iter()
        .filter(move |scheme| scheme.index.layer == layer && style.shows(layer, scheme.status))
}

/// By area layer and cell, the schemes that are shown there, rising.
pub(crate) struct Perimeters([Vec<Vec<u32>>; 2]);

impl Perimeters {
    /// The perimeters of the visible schemes of `model`.
    pub(crate) fn new(model: &Model, style: &MapStyle) -> Self {
        Self(AREA_LAYERS.map(|layer| {
            let mut on = vec![Vec::new(); model.cells.len()];
            for (number, scheme) in shown(model, style, layer).enumerate() {
                for &cell in &scheme.cells {
                    on[cell as usize].push(number as u32);
                }
            }
            on
        }))
    }

    /// The lines around the schemes of each layer, each line once: where the schemes on its two sides
    /// differ.
    fn lines(&self, piece: Piece<'_>) -> [Chains; 2] {
        [0, 1].map(|layer| {
            let on = |face: Option<Face>| {
                face.map_or(&[][..], |face| &self.0[layer][piece.cell_of(face) as usize])
            };
            let is_edge = |arc: &Arc| piece.is_own_arc(arc) && on(arc.left) != on(arc.right);
            Chains::lines(piece.mesh, is_edge)
        })
    }
}
