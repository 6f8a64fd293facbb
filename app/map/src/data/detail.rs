//! A detail: the communes and arrondissements of one department, in place of the overview where the
//! map is large.

use super::error::DataError;
use crate::mesh::{Face, FaceIndex, LabelSpace, LabelSpaces, Mesh};
use crate::served::DetailFile;
use crate::{MapPoint, Model};

/// The detail of one department, decoded.
#[derive(Clone, Debug)]
pub struct Detail {
    /// The index of the department.
    pub department: usize,
    /// The number of faces that are communes or arrondissements of the department; the others are
    /// areas beyond its edge.
    pub communes: usize,
    /// Names of the communes and arrondissements.
    pub names: Vec<String>,
    /// The prominence of each: [`DetailFile::prominence`].
    pub(crate) prominence: Vec<u8>,
    /// By face, the cell of the overview that it lies in.
    pub cells: Vec<Face>,
    /// The borders of the communes.
    pub mesh: Mesh,
    index: FaceIndex,
    label_spaces: LabelSpaces,
}

impl Detail {
    /// Decodes `carte/<department>.bin` for the department of that index in `model`.
    ///
    /// # Errors
    /// [`DataError`] when the bytes are of another version, or damaged.
    pub fn decode(bytes: &[u8], department: usize, model: &Model) -> Result<Self, DataError> {
        let file: DetailFile = postcard::from_bytes(bytes).map_err(|_| DataError::Format)?;
        let mesh = file.mesh.unpack()?;
        let communes = file.communes as usize;
        let is_sound = file.cells.len() == mesh.face_count()
            && file.cells.iter().all(|&cell| (cell as usize) < model.cells.len())
            && file.noms.len() == communes
            && file.prominence.len() == communes
            && communes <= mesh.face_count();
        if !is_sound {
            return Err(DataError::Reference);
        }
        let index = FaceIndex::new(&mesh, communes);
        Ok(Self {
            department,
            communes,
            names: file.noms,
            prominence: file.prominence,
            cells: file.cells,
            mesh,
            index,
            label_spaces: LabelSpaces::new(),
        })
    }

    /// The commune or arrondissement under a map point.
    pub fn commune_at(&self, point: MapPoint) -> Option<Face> {
        self.index.at(&self.mesh, point)
    }

    /// The label space of each commune.
    pub(crate) fn label_spaces(&self) -> &[Option<LabelSpace>] {
        self.label_spaces.get_or_init(|| {
            (0..self.communes as Face).map(|face| LabelSpace::inside(&self.mesh, &[face])).collect()
        })
    }

    /// The cell that a face lies in.
    pub fn cell_of(&self, face: Face) -> Face {
        self.cells[face as usize]
    }
}
