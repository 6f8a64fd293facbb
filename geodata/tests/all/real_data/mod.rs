//! What must hold of the committed contours and tables, measured on the files that are served.

mod areas;
mod borders;
mod crossings;
mod detail;
mod facts;
pub mod ground;
mod imported;
mod perimeters;
mod recount;
mod served;
