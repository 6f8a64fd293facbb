//! A detail: the communes and arrondissements of one department, in place of the overview where the
//! map is large.

use super::error::DataError;
use crate::mesh::{Face, FaceIndex, LabelSpace, LabelSpaces, Mesh};
use crate::served::{CityFile, DetailFile};
use crate::{DetailLevel, MapPoint, Model};

/// The detail of one department, decoded.
#[derive(Clone, Debug)]
pub struct Detail {
    /// The index of the department.
    pub department: usize,
    /// How closely it is drawn.
    pub level: DetailLevel,
    /// The number of faces that are communes or arrondissements of the department; the others are
    /// areas beyond its edge.
    pub communes: usize,
    /// Names of the communes and arrondissements.
    pub names: Vec<String>,
    /// By face, the cell of the overview that it lies in.
    pub cells: Vec<Face>,
    /// The borders of the communes.
    pub mesh: Mesh,
    /// The address of the same faces at the city level, relative to that of `carte.bin`.
    pub city: String,
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
            && communes <= mesh.face_count();
        if !is_sound {
            return Err(DataError::Reference);
        }
        let index = FaceIndex::new(&mesh, communes);
        Ok(Self {
            department,
            level: DetailLevel::Department,
            communes,
            names: file.noms,
            cells: file.cells,
            mesh,
            city: file.city,
            index,
            label_spaces: LabelSpaces::new(),
        })
    }

    /// The same communes at the city level: decodes `carte/<department>-ville.bin`.
    ///
    /// # Errors
    /// [`DataError`] when the bytes are of another version or of another department, or damaged.
    pub fn closer(&self, bytes: &[u8]) -> Result<Self, DataError> {
        let file: CityFile = postcard::from_bytes(bytes).map_err(|_| DataError::Format)?;
        let mesh = file.mesh.unpack()?;
        if mesh.face_count() != self.cells.len() {
            return Err(DataError::Reference);
        }
        Ok(Self {
            level: DetailLevel::City,
            names: self.names.clone(),
            cells: self.cells.clone(),
            city: String::new(),
            index: FaceIndex::new(&mesh, self.communes),
            label_spaces: LabelSpaces::new(),
            mesh,
            ..*self
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
