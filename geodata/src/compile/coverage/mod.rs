//! The coverage of every region, department, intercommunality and commune.

mod breaks;
mod classes;
mod export;
mod shares;
mod white_zones;

pub(super) use classes::{TerritoryClasses, communes_file, file, of_territories};
pub(super) use export::export_rows;
pub(super) use shares::{class_rows, shares};
