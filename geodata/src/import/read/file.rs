//! A published file: a list (CSV, or a workbook) or a layer (GeoJSON).

use super::fields::Override;
use super::input::{Input, problem_of_form};
use super::{layer, list, workbook};
use crate::error::Error;
use std::path::Path;

/// The largest file that is read, in bytes: national layers take some tens of megabytes.
const LARGEST_BYTES: u64 = 100_000_000;

/// Reads a list or a layer; a file too large for either is refused unread. Of a workbook, `sheet` is read, else
/// the one that looks most like a list.
pub(crate) fn read(
    path: &Path,
    overrides: &[Override],
    sheet: Option<&str>,
) -> Result<Input, Error> {
    const BYTES_PER_MB: u64 = 1_000_000;
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let length = std::fs::metadata(path).map_err(Error::file(path))?.len();
    if length > LARGEST_BYTES {
        let found = format!("{} Mo", length.div_ceil(BYTES_PER_MB));
        let expected = format!("un fichier de {} Mo au plus", LARGEST_BYTES / BYTES_PER_MB);
        let problems = vec![problem_of_form(&file, 0, &found, expected)];
        return Ok(Input { problems, ..Input::default() });
    }
    let bytes = std::fs::read(path).map_err(Error::file(path))?;
    Ok(if workbook::is_workbook(&bytes) {
        workbook::read(&file, &bytes, overrides, sheet)
    } else if layer::is_layer(&bytes) {
        layer::read(&file, &bytes, overrides)
    } else {
        list::read(&file, &bytes, overrides)
    })
}
