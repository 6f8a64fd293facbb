//! The space for a name inside a set of faces.

use super::{Face, Mesh};
use crate::MapPoint;
use std::sync::OnceLock;

/// The space for a name inside a set of faces: a point, and the width there; map metres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct LabelSpace {
    pub(crate) at: MapPoint,
    pub(crate) width: f64,
}

impl LabelSpace {
    /// The space inside `faces`; none for an empty set.
    pub(crate) fn inside(mesh: &Mesh, faces: &[Face]) -> Option<Self> {
        mesh.widest_chord(faces).map(|(at, width)| Self { at, width })
    }
}

/// The spaces of all intercommunalities, or of all communes of a detail, computed once.
pub(crate) type LabelSpaces = OnceLock<Vec<Option<LabelSpace>>>;
