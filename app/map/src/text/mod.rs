//! The sentences of the interface: numbers, dates and answers in French words.
//!
//! | file | holds |
//! | --- | --- |
//! | `french` | typography, order, gender |
//! | `number` | numbers, counts with their noun, shares, sizes |
//! | `date` | dates and periods in words |
//! | `answer` | an answer in one sentence; how much is covered; what schemes are for |
//! | `scheme` | statuses, extents, arrondissements; what announcements say of one scheme |
//! | `presence` | the presence of schemes in few words |
//! | `project` | counts of projects |
//! | `fact` | published figures, places, calls, roadmaps |
//! | `caption` | the line below a map in a frame |
//! | `html` | a text inside HTML and SVG |
//! | `mail` | the report of an error |
//! | `source` | publishers and dates of sources |
//! | `shares` | shares of a population and their classes |
//! | `table` | titles, figures and sentences of tables |
//! | `interface` | what the legend shows and hides; the width of the view; the progress line; why « Autour de moi » finds nothing |

mod answer;
mod caption;
mod date;
mod fact;
mod french;
mod html;
mod interface;
mod mail;
mod number;
mod presence;
mod project;
mod scheme;
mod shares;
mod source;
pub mod table;

pub use answer::{
    CoverageLine, LayerHere, LayerOfTerritory, ProjectsHere, ProjectsOfTerritory, announcement,
    commune_answer, coverage_lines, listed_and_others, named, no_scheme_here, none_here,
    not_known_here, overlap, part_of, project_count, purpose, scheme_count, territory_answer,
    undocumented,
};
pub use caption::{publishers, scheme_caption};
pub use date::{date, on, period};
pub use fact::{amount, call_state, figure, mentioned, named_place, published, stated};
pub use french::{capital, enumerated, sort_key, typographic};
pub use html::escaped;
pub use interface::{
    NoPosition, Visibility, all_statuses, late, layer_turned, loading, no_position,
    outlines_loaded, show_only, status_alone, status_turned, view_width,
};
pub use mail::report_mail;
pub use number::{bytes, count, decimal, fixed, number, share};
pub use presence::{presence_sign, presences};
pub use project::{
    ProjectScope, no_project, project_counts, projects_in_all, projects_in_detail, times_labelled,
};
pub use scheme::{
    announced, arrondissements, existing_too, extent, known_part, page_of, signatures, standing,
    status, unknown_part,
};
pub use shares::{class_bounds, share_sentence, shares_title};
pub use source::{
    aged, licence_of, page_read, publisher_and_date, source_date, status_day, vintage,
};
