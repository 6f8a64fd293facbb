//! Meshes: faces and the arcs between them, in flat arrays (TopoJSON's model).

// The arcs, and their packed form in the served files.
mod packed;
mod table;

// Rings, lines, label spaces and neighbours made of arcs.
mod chains;
mod label_space;
mod neighbours;

// The face under a point.
mod hit;

pub use chains::{Chains, DirectedArc};
pub use hit::FaceIndex;
pub(crate) use label_space::{LabelSpace, LabelSpaces};
pub use neighbours::Neighbours;
pub use packed::{PackedMesh, UnpackError};
pub(crate) use table::is_crossed;
#[cfg(test)]
pub(crate) use table::tests;
pub use table::{Arc, Face, Mesh, RawArc};
