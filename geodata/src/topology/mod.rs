//! The topology of a coverage: polygons that share their borders exactly.
//!
//! | file | stage |
//! | --- | --- |
//! | `grid` | the integer grid, exact turns, true areas |
//! | `bounds` | rectangles on the grid |
//! | `predicates` | inside or outside, crossing or not: exact |
//! | `arc_table` | the coverage itself: arcs, each with a face on each side |
//! | `segments` | polygons → segments with a face on each side; overlaps are errors |
//! | `arcs` | segments → arcs between nodes |
//! | `simplify` | fewer vertices and fewer decimals, valid at every tolerance |
//! | `dissolve` | the outline of any set of faces |
//! | `shapes` | polygons that others drew: what they cover, alone and together |
//! | `packed` | the compact committed file |

mod arc_table;
mod arcs;
mod bounds;
mod dissolve;
mod grid;
mod packed;
mod predicates;
mod segments;
mod shapes;
mod simplify;

#[cfg(test)]
mod tests;

pub use arc_table::Topology;
pub use arcs::Arc;
pub(crate) use bounds::GridBounds;
pub use grid::{GridPoint, ring_m2, turn};
pub use packed::PackError;
pub(crate) use packed::{pack, unpack};
pub use predicates::is_inside;
pub(crate) use predicates::{Side, cross};
pub use segments::{CoverageError, Face, Polygon, signed_area};
pub(crate) use shapes::Shapes;
