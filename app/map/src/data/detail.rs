//! A detail: the communes and arrondissements of one department, in place of the overview where the
//! map is large.

use super::error::DataError;
use crate::mesh::{Face, FaceIndex, LabelSpace, LabelSpaces, Mesh};
use crate::served::{CityFile, DetailFile};
use crate::{CommuneCode, DepartmentCode, DetailLevel, MapPoint, Model};

/// The number of characters of an INSEE code.
const CODE_LENGTH: usize = 5;

/// The detail of one department, decoded.
#[derive(Clone, Debug)]
pub struct Detail {
    /// The index of the department.
    pub department: usize,
    /// The level at which it is drawn.
    pub level: DetailLevel,
    /// The number of faces that are communes or arrondissements of the department; the others are
    /// areas beyond its edge.
    pub communes: usize,
    /// Names of the communes and arrondissements.
    pub names: Vec<String>,
    /// The prominence of each: [`DetailFile::prominence`].
    pub(crate) prominence: Vec<u8>,
    /// Their INSEE codes without the department, as numbers.
    codes: Vec<u32>,
    /// The code of the department.
    prefix: DepartmentCode,
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
            && file.prominence.len() == communes
            && file.code_deltas.len() == communes
            && communes <= mesh.face_count();
        if !is_sound {
            return Err(DataError::Reference);
        }
        let index = FaceIndex::new(&mesh, communes);
        let prefix = model.departments.get(department).ok_or(DataError::Reference)?.code.clone();
        Ok(Self {
            department,
            level: DetailLevel::Department,
            communes,
            names: file.noms,
            prominence: file.prominence,
            codes: decoded(&file.code_deltas),
            prefix,
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
            prominence: self.prominence.clone(),
            codes: self.codes.clone(),
            prefix: self.prefix.clone(),
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

    /// The INSEE code of a commune or arrondissement.
    pub fn code_of(&self, face: Face) -> Option<CommuneCode> {
        let prefix = self.prefix.as_str();
        let number = self.codes.get(face as usize)?;
        let width = CODE_LENGTH - prefix.len();
        CommuneCode::new(&format!("{prefix}{number:0width$}")).ok()
    }

    /// The face of the commune or arrondissement with that code.
    pub fn face_of(&self, code: &CommuneCode) -> Option<Face> {
        let number: u32 = code.as_str().strip_prefix(self.prefix.as_str())?.parse().ok()?;
        self.codes.iter().position(|one| *one == number).map(|face| face as Face)
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

/// The numbers whose differences are `deltas`, the first from zero.
fn decoded(deltas: &[i32]) -> Vec<u32> {
    let sum = |last: &mut u32, delta: &i32| {
        *last = last.wrapping_add_signed(*delta);
        Some(*last)
    };
    deltas.iter().scan(0, sum).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::model::tests::{arc, model};
    use crate::mesh::PackedMesh;

    #[test]
    fn a_commune_is_found_by_its_code_and_told_by_it() {
        let arcs = [
            arc(&[(600., 6500.), (700., 6500.), (700., 6600.)], Some(0), None),
            arc(&[(700., 6600.), (600., 6600.), (600., 6500.)], Some(1), None),
        ];
        let file = DetailFile {
            communes: 2,
            noms: vec!["Un".into(), "Quatre".into()],
            prominence: vec![80, 90],
            code_deltas: vec![381, -377],
            city: String::new(),
            cells: vec![0, 1],
            mesh: PackedMesh::pack(2, 10, &arcs),
        };
        let bytes = postcard::to_allocvec(&file).unwrap();
        let detail = Detail::decode(&bytes, 0, &model()).unwrap();
        let codes: Vec<String> =
            (0..2).filter_map(|face| Some(detail.code_of(face)?.to_string())).collect();
        assert_eq!(codes, ["01381", "01004"]);
        assert_eq!(detail.face_of(&CommuneCode::new("01004").unwrap()), Some(1));
        assert_eq!(detail.face_of(&CommuneCode::new("39004").unwrap()), None);
        assert_eq!(detail.code_of(2), None);
    }
}
