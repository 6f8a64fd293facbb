//! The commands besides serving.

use std::env;
use std::path::Path;
use std::sync::Arc;

use crate::error::ServeError;
use crate::log::{Addresses, Log};
use crate::options::{LogFormat, Options};
use crate::site::{self, Loader, Occasion, Site};

/// Reads the site that the options name, without compressed variants.
///
/// # Errors
/// When there is no site.
pub fn read_site(options: &Options) -> Result<Site, ServeError> {
    let loader = Loader::new(options, Arc::new(Log::new(LogFormat::Off, Addresses::Hidden)?));
    loader.site(&loader.read(Occasion::Start)?.draft, None)
}

/// Writes a copy of this program that contains the site to `output`.
///
/// # Errors
/// When there is no site, or the file cannot be written.
pub fn pack(options: &Options, output: &Path) -> Result<(), ServeError> {
    let log = Arc::new(Log::new(LogFormat::Off, Addresses::Hidden)?);
    let listing = Loader::new(options, Arc::clone(&log)).listing()?;
    for refused in &listing.refused {
        log.warn("not packed", &[("file", refused)]);
    }
    log.finish();
    site::pack(&env::current_exe()?, &listing, output)
}
