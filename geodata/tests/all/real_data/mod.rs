//! What must hold of the committed contours and tables, measured on the files that are served.

mod announcements;
pub mod committed;
mod facts;
mod geometry;
mod imported;
mod legibility;
mod memberships;
mod past;
mod perimeters;
mod recount;
mod reimported;
mod search;
mod served;
mod tables;
