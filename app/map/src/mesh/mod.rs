//! A coverage as the browser draws it: arcs that two faces share, in flat arrays.
//!
//! | file | what |
//! | --- | --- |
//! | `table` | the arcs, the faces on their sides, the nodes where they meet |
//! | `chains` | arcs joined into the rings of a set of faces, or into lines |
//! | `hit` | which face is under a point |
//! | `neighbours` | which groups of faces share a border |
//! | `packed` | the arcs as small integers, for the served files |

// The arcs, and how they are served.
mod packed;
mod table;

// What is made of them.
mod chains;
mod label_space;
mod neighbours;

// What is under a point.
mod hit;

pub use chains::{Chains, DirectedArc};
pub use hit::FaceIndex;
pub(crate) use label_space::{LabelSpace, LabelSpaces};
pub use neighbours::Neighbours;
pub use packed::{PackedMesh, RawArc, UnpackError};
pub(crate) use table::is_crossed;
#[cfg(test)]
pub(crate) use table::tests;
pub use table::{Arc, Face, Mesh};
