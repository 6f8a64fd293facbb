//! `bench run`: figures of every page, round after round.
//!
//! | file | content |
//! | --- | --- |
//! | `rounds` | every page in turn |
//! | `figures` | one page on both devices |
//! | `reading` | whether a picture shows the country and its layers |
//! | `frames` | the intervals between its frames |

mod figures;
mod frames;
mod reading;
mod rounds;

pub use figures::Figures;
pub use frames::LATE_MS;
#[cfg(test)]
pub use reading::Reading;
pub use rounds::{Pace, Rounds, run};
