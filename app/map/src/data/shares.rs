//! The shares of the second reading and the white zones: read from their file, and found by territory.

use super::{DataError, Territory};
use crate::WhiteZone;
use crate::served::{LayerShares, Share, SharesFile, WhiteZones};

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

impl WhiteZones {
    /// The white zone of a territory.
    pub fn of(&self, territory: Territory) -> WhiteZone {
        let zone = match territory {
            Territory::Region(index) => self.regions.get(index),
            Territory::Department(index) => self.departments.get(index),
            Territory::Epci(index) => self.epci.get(index),
        };
        zone.copied().unwrap_or(WhiteZone::Undocumented)
    }

    /// The white zone of the whole country.
    pub fn of_country(&self) -> WhiteZone {
        match self.regions.is_empty() {
            true => WhiteZone::Undocumented,
            false => self.regions.iter().copied().sum(),
        }
    }
}
