//! The committed contours: one file of topology, read at every build.

use crate::error::Error;
use crate::topology::{Topology, unpack};
use map::CommuneCode;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// The name of the file in the folder of contours.
pub(super) const FILE_NAME: &str = "communes.topologie.br";

/// The header of the committed topology.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Header {
    /// The year of the COG whose communes are the faces.
    pub vintage: String,
    /// The source of the contours, as a sentence.
    pub source: String,
    /// The tolerance of the contours, in metres.
    pub tolerance_m: f32,
    /// The code of each face, in order.
    pub communes: Vec<CommuneCode>,
}

/// The committed contours: faces are communes, numbered as in the header.
pub struct Contours {
    /// Their header.
    pub header: Header,
    /// The arcs.
    pub topology: Topology,
}

impl Contours {
    /// Reads the committed topology from `folder`.
    ///
    /// # Errors
    /// [`Error`] when the file is missing or damaged.
    pub fn read(folder: &Path) -> Result<Self, Error> {
        let path = folder.join(FILE_NAME);
        let (topology, header) = unpack(&std::fs::read(&path).map_err(Error::file(&path))?)?;
        Ok(Self { header, topology })
    }
}
