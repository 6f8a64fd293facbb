//! The space for a name inside a set of faces.

use super::{Face, Mesh};
use crate::MapPoint;
use std::sync::OnceLock;

/// Where a name may stand, and the width of the ground there; map metres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Room {
    pub(crate) at: MapPoint,
    pub(crate) width: f64,
}

impl Room {
    /// The room inside a set of faces.
    pub(crate) fn inside(mesh: &Mesh, faces: &[Face]) -> Option<Self> {
        mesh.widest_chord(faces).map(|(at, width)| Self { at, width })
    }
}

/// The rooms of all intercommunalities, or of all communes of a detail: searched for once.
pub(crate) type Rooms = OnceLock<Vec<Option<Room>>>;
