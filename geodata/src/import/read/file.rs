//! A published file: a list (CSV, or a workbook) or a layer (GeoJSON).

use super::fields::Override;
use super::input::{Input, problem_of_form};
use super::{layer, list, workbook};
use crate::files::File;
use crate::tables::rows::is_workbook;

/// The largest file that is read, in bytes: national layers take some tens of megabytes.
pub const LARGEST_BYTES: u64 = 100_000_000;
const BYTES_PER_MB: u64 = 1_000_000;

/// Reads a list or a layer, which messages call `name`; a file too large for either is refused. Of a workbook,
/// `sheet` is read, else the one that looks most like a list.
pub(crate) fn read(
    name: &str,
    file: &File<'_>,
    overrides: &[Override],
    sheet: Option<&str>,
) -> Input {
    match file {
        File::Missing => refused(name, "fichier introuvable", "une liste ou une couche".to_owned()),
        File::TooLarge(bytes) => {
            let found = format!("{} Mo", bytes.div_ceil(BYTES_PER_MB));
            let expected = format!("un fichier de {} Mo au plus", LARGEST_BYTES / BYTES_PER_MB);
            refused(name, &found, expected)
        }
        File::Bytes(bytes) if is_workbook(bytes) => workbook::read(name, bytes, overrides, sheet),
        File::Bytes(bytes) if layer::is_layer(bytes) => layer::read(name, bytes, overrides),
        File::Bytes(bytes) => list::read(name, bytes, overrides),
    }
}

fn refused(name: &str, found: &str, expected: String) -> Input {
    Input { problems: vec![problem_of_form(name, 0, found, expected)], ..Input::default() }
}
