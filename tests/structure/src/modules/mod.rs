//! The modules of a package and the arrows between them.

mod arrows;
mod cycles;
mod resolve;
mod rooms;
#[cfg(test)]
mod tests;
mod tree;

pub use arrows::arrows;
pub use cycles::{Cycle, cycles};
pub use rooms::room_cycles;
pub use tree::ModuleTree;
