//! Leaving vertices out, and digits, without a gap, an overlap or a crossing.
//!
//! | file | subject |
//! | --- | --- |
//! | `weight` | one simplification weight per vertex, valid at every tolerance |
//! | `snap` | fewer decimals |
//! | `area_budget` | gains and losses of each face meanwhile |
//! | `index` | vertices in a triangle |

mod area_budget;
mod index;
mod snap;
mod weight;

pub(super) use area_budget::face_areas_m2;
pub(super) use weight::weigh;
