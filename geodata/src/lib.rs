//! The data compiler: contours and tables in, served files out.

pub mod check;
pub mod compile;
pub mod contours;
pub mod error;
pub mod import;
pub mod inputs;
pub mod names;
pub mod problem;
pub mod tables;
pub mod territories;
pub mod topology;
