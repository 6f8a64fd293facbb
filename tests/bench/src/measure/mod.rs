//! `bench run`: figures of every page, round after round.
//!
//! | file | content |
//! | --- | --- |
//! | `rounds` | every page in turn |
//! | `figures` | one page on both devices |
//! | `frames` | the intervals between its frames |

mod figures;
mod frames;
mod rounds;

pub use figures::Figures;
pub use frames::LATE_MS;
pub use rounds::{Pace, Rounds, run};
