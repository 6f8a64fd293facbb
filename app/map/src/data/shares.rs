//! The shares of the second reading: read from their file, and found by territory.

use super::{DataError, Territory};
use crate::served::{LayerShares, Share, SharesFile};

impl SharesFile {
    /// Reads the bytes of the file.
    ///
    /// # Errors
    /// [`DataError::Format`] when they have another form.
    pub fn decode(bytes: &[u8]) -> Result<Self, DataError> {
        postcard::from_bytes(bytes).map_err(|_| DataError::Format)
    }
}

impl LayerShares {
    /// The share of a department or an intercommunality; the file has none of regions.
    pub fn share(&self, territory: Territory) -> Share {
        let share = match territory {
            Territory::Region(_) => None,
            Territory::Department(index) => self.departments.get(index),
            Territory::Epci(index) => self.epci.get(index),
        };
        share.copied().unwrap_or(Share::Undocumented)
    }
}
