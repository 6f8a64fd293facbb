//! Answers about a territory: one sentence for all, the coverage in lines, what schemes are for.

mod commune;
mod coverage;
mod purpose;
mod territory;

pub use commune::{LayerHere, ProjectsHere, commune_answer, named, no_scheme_here, part_of};
pub use coverage::{
    CoverageLine, announcement, coverage_lines, listed_and_others, none_here, not_known_here,
    overlap, project_count, scheme_count, undocumented,
};
pub use purpose::purpose;
pub use territory::{LayerOfTerritory, ProjectsOfTerritory, territory_answer};
