//! The coverage of every region, department, intercommunality and commune.

mod classes;
mod csv;

pub(super) use classes::{TerritoryClasses, communes_file, file, of_territories};
pub(super) use csv::csv;
