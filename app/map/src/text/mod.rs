//! The sentences of the interface: numbers, dates and answers in French words.
//!
//! | file | holds |
//! | --- | --- |
//! | `french` | typography, order, gender |
//! | `number` | numbers, counts with their noun, shares, sizes |
//! | `date` | dates and periods in words |
//! | `answer` | how much of a territory is covered; an answer in one sentence |
//! | `commune` | the answer for a commune in one sentence |
//! | `scheme` | statuses, extents, arrondissements |
//! | `known_scheme` | what announcements say of one scheme |
//! | `project` | counts of projects |
//! | `fact` | published figures, places, calls, roadmaps |
//! | `source` | publishers and dates of sources |
//! | `interface` | what the legend shows and hides; the progress line |

mod answer;
mod commune;
mod date;
mod fact;
mod french;
mod interface;
mod known_scheme;
mod number;
mod project;
mod scheme;
mod source;

pub use answer::{
    CoverageLine, SchemeCount, announcement, coverage_lines, listed_and_others, none_here,
    not_known_here, undocumented,
};
pub use commune::{LayerHere, ProjectsHere, commune_answer, named};
pub use date::{date, on, period};
pub use fact::{amount, call, figure, mentioned, named_place, roadmap, stated};
pub use french::{capital, enumerated, sort_key, typographic};
pub use interface::{
    Visibility, all_statuses, layer_turned, loading, show_only, status_alone, status_turned,
};
pub use known_scheme::{announced, existing_too, known_part, page_of, standing, unknown_part};
pub use number::{bytes, count, decimal, fixed, number, share};
pub use project::{ProjectScope, no_project, project_counts, projects_in_all, times_labelled};
pub use scheme::{arrondissements, extent, status};
pub use source::{aged, page_read, publisher_and_date, source_date, status_day, vintage};
