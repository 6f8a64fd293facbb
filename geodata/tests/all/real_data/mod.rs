//! What must hold of the committed contours and tables, measured on the files that are served.

mod announcements;
mod areas;
mod borders;
pub mod committed;
mod crossings;
mod detail;
mod facts;
mod imported;
mod islands;
mod perimeters;
mod recount;
mod reimported;
mod served;
