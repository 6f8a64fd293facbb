//! The committed contours: the topology of communes, and that of municipal arrondissements, read at
//! every build.

use crate::error::Error;
use crate::files::Files;
use crate::topology::{Topology, pack, unpack};
use map::CommuneCode;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The name of the communes' file in the folder of contours.
const FILE_NAME: &str = "communes.topologie.br";

/// The name of the arrondissements' file.
const ARRONDISSEMENTS: &str = "arrondissements.topologie.br";

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

/// The committed contours: faces are communes, numbered as in the header, then the municipal
/// arrondissements, where they are read. A commune that is cut by arrondissement has no face left.
pub struct Contours {
    /// Their header.
    pub header: Header,
    /// The municipal arrondissements; none where communes are not cut.
    pub arrondissements: Vec<CommuneCode>,
    /// The arcs.
    pub topology: Topology,
}

/// The header of the topology of arrondissements. Its faces are the arrondissements, then the
/// neighbours.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct ArrondissementHeader {
    /// The source and the licence of the inner borders, as a sentence.
    source: String,
    /// The tolerance of the contours, in metres.
    tolerance_m: f32,
    /// The codes of the arrondissements.
    pub(super) arrondissements: Vec<CommuneCode>,
    /// The communes that they are parts of.
    pub(super) communes: Vec<CommuneCode>,
    /// The communes around those.
    pub(super) neighbours: Vec<CommuneCode>,
}

/// The arcs inside and around the communes that have arrondissements.
pub(super) struct Arrondissements {
    pub(super) header: ArrondissementHeader,
    pub(super) topology: Topology,
}

impl Header {
    /// The header of the communes of the COG 2026, whose contours IGN published in 2018.
    pub(super) fn new(tolerance_m: f32, communes: Vec<CommuneCode>) -> Self {
        Self {
            vintage: "COG 2026".to_owned(),
            source: "IGN, ADMIN EXPRESS COG, édition 2018 (Licence Ouverte 2.0), simplifié à 25 % \
                 (Visvalingam) par le projet france-geojson\u{a0}; communes ramenées au COG 2026 (INSEE), \
                 les communes rétablies d’après IGN, GEOFLA 2015 et 2016 (Licence Ouverte)"
                .to_owned(),
            tolerance_m,
            communes,
        }
    }
}

impl Contours {
    /// Contours of whole communes.
    pub(crate) fn new(header: Header, topology: Topology) -> Self {
        Self { header, arrondissements: Vec::new(), topology }
    }

    /// Reads the committed topology from `folder`: whole communes.
    ///
    /// # Errors
    /// [`Error`] when the file is missing or damaged.
    pub fn read(folder: &Path) -> Result<Self, Error> {
        Self::of_files(&Files::of_folder(folder))
    }

    /// The same from files.
    ///
    /// # Errors
    /// [`Error`] when the file is missing or damaged.
    pub fn of_files(files: &Files) -> Result<Self, Error> {
        let (topology, header) = read_file(files, FILE_NAME)?;
        Ok(Self::new(header, topology))
    }

    /// Reads the same with Paris, Lyon and Marseille cut by arrondissement.
    ///
    /// # Errors
    /// [`Error`] when a file is missing or damaged, or the two do not fit each other.
    pub fn read_with_arrondissements(folder: &Path) -> Result<Self, Error> {
        let files = Files::of_folder(folder);
        let whole = Self::of_files(&files)?;
        let path = files.path(ARRONDISSEMENTS);
        let (topology, header) = read_file(&files, ARRONDISSEMENTS)?;
        whole.cut(Arrondissements { header, topology }).ok_or_else(|| {
            Error::form(&path, "une commune n’est pas de celles de communes.topologie.br")
        })
    }

    /// The contours with arrondissements in the place of their communes; none where a commune is
    /// not known.
    fn cut(mut self, parts: Arrondissements) -> Option<Self> {
        let Arrondissements { header, topology } = parts;
        let first = self.header.communes.len() as u32;
        let count = header.arrondissements.len() as u32;
        let face_of =
            |code: &CommuneCode| Some(self.header.communes.binary_search(code).ok()? as u32);
        let whole: Option<BTreeSet<u32>> = header.communes.iter().map(face_of).collect();
        let neighbours: Option<Vec<u32>> = header.neighbours.iter().map(face_of).collect();
        let (whole, neighbours) = (whole?, neighbours?);
        let number = |face: u32| match face.checked_sub(count) {
            None => first + face,
            Some(neighbour) => neighbours[neighbour as usize],
        };
        let is_known = |face: u32| face < count + neighbours.len() as u32;
        let is_whole = |face: Option<u32>| face.is_some_and(|face| whole.contains(&face));
        self.topology.arcs.retain(|arc| !is_whole(arc.left) && !is_whole(arc.right));
        for mut arc in topology.arcs {
            if ![arc.left, arc.right].into_iter().flatten().all(is_known) {
                return None;
            }
            (arc.left, arc.right) = (arc.left.map(number), arc.right.map(number));
            self.topology.arcs.push(arc);
        }
        self.arrondissements = header.arrondissements;
        Some(self)
    }

    /// The code of each face: of communes, then of arrondissements.
    pub fn faces(&self) -> impl Iterator<Item = &CommuneCode> {
        self.header.communes.iter().chain(&self.arrondissements)
    }

    /// Writes the topology into `folder`, and returns the path of the file and its size in bytes.
    pub(super) fn write(&self, folder: &Path) -> Result<(PathBuf, usize), Error> {
        write_file(folder.join(FILE_NAME), &self.topology, &self.header)
    }
}

impl ArrondissementHeader {
    /// The header of outlines from OpenStreetMap, without codes.
    pub(super) fn new(tolerance_m: f32) -> Self {
        Self {
            source: "© les contributeurs d’OpenStreetMap, ODbL 1.0, export de juillet 2018 par \
                     etalab/DVF-app (limites intérieures)\u{a0}; le tour est celui de la commune"
                .to_owned(),
            tolerance_m,
            arrondissements: Vec::new(),
            communes: Vec::new(),
            neighbours: Vec::new(),
        }
    }
}

impl Arrondissements {
    /// Writes the topology into `folder`, and returns the path of the file and its size in bytes.
    pub(super) fn write(&self, folder: &Path) -> Result<(PathBuf, usize), Error> {
        write_file(folder.join(ARRONDISSEMENTS), &self.topology, &self.header)
    }
}

fn read_file<H: DeserializeOwned>(files: &Files, name: &str) -> Result<(Topology, H), Error> {
    Ok(unpack(&files.bytes(name)?)?)
}

fn write_file(
    path: PathBuf,
    topology: &Topology,
    header: &impl Serialize,
) -> Result<(PathBuf, usize), Error> {
    let packed = pack(topology, header)?;
    std::fs::write(&path, &packed).map_err(Error::file(&path))?;
    Ok((path, packed.len()))
}
