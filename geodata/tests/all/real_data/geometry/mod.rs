//! The outlines that are served: surfaces, borders, crossings, details, the city level, islands,
//! arrondissements.

mod areas;
mod arrondissements;
mod borders;
mod city;
mod crossings;
mod detail;
mod islands;
