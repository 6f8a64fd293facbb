//! The coverage of every region, department, intercommunality and commune.

mod classes;
mod export;

pub(super) use classes::{TerritoryClasses, communes_file, file, of_territories};
pub(super) use export::export_rows;
