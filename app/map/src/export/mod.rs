//! Exports: what is shown, as files to take along. Tables as CSV, outlines as GeoJSON.
//!
//! | file | holds |
//! | --- | --- |
//! | `field` | one value of a row, with its name |
//! | `fields` | the values of a row of a table, and those of a scheme |
//! | `compared` | the values of territories side by side |
//! | `csv` | rows as CSV, for spreadsheets or plain |
//! | `ring` | rings of map points as rings of degrees |
//! | `outline` | the outline of a subject as polygons |
//! | `geojson` | subjects with their outlines as GeoJSON |
//! | `shown` | what the page shows: a subject with its schemes, or the rows of a list |

mod compared;
mod csv;
mod field;
mod fields;
mod geojson;
mod outline;
mod ring;
mod shown;

pub use csv::CsvForm;
pub use geojson::Colophon;
pub use shown::Shown;

#[cfg(test)]
mod tests;
