//! The outlines that are served: surfaces, borders, crossings, details, islands, arrondissements.

mod areas;
mod arrondissements;
mod borders;
mod crossings;
mod detail;
mod islands;
