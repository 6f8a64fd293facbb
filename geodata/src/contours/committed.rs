//! The committed contours: one file of topology, read at every build.

use crate::error::Error;
use crate::topology::{Topology, pack, unpack};
use map::CommuneCode;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// The name of the file in the folder of contours.
const FILE_NAME: &str = "communes.topologie.br";

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

impl Header {
    /// The header of the communes of the COG 2026, whose contours IGN published in 2018.
    pub(super) fn new(tolerance_m: f32, communes: Vec<CommuneCode>) -> Self {
        Self {
            vintage: "COG 2026".to_owned(),
            source: "IGN, ADMIN EXPRESS COG, édition 2018 (Licence Ouverte 2.0), simplifié à 25 % \
                 (Visvalingam) par le projet france-geojson ; communes ramenées au COG 2026 (INSEE)"
                .to_owned(),
            tolerance_m,
            communes,
        }
    }
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

    /// Writes the topology into `folder`, and returns the path of the file and its size in bytes.
    pub(super) fn write(&self, folder: &Path) -> Result<(PathBuf, usize), Error> {
        let packed = pack(&self.topology, &self.header)?;
        let path = folder.join(FILE_NAME);
        std::fs::write(&path, &packed).map_err(Error::file(&path))?;
        Ok((path, packed.len()))
    }
}
