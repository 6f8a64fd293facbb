//! What the map knows at start: territories, cells, schemes and their borders, from `carte.bin`.

use super::error::DataError;
use crate::mesh::{Face, FaceIndex, LabelSpace, LabelSpaces, Mesh, Neighbours};
use crate::served::{
    DepartmentRow, DocumentedRegion, MapFile, ProjectCounts, RegionRow, delta_decode,
};
use crate::{DepartmentCode, Layer, Level, MapBounds, MapPoint, Status, TerritoryKey};

/// A territory that can be selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Territory {
    /// The department of that index in the file.
    Department(usize),
    /// The intercommunality of that index in the file.
    Epci(usize),
}

/// The ground that no department, intercommunality or scheme divides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The index of its department.
    pub department: u32,
    /// The index of its intercommunality; none for four islands.
    pub epci: Option<u32>,
}

impl Territory {
    /// The level of the territory.
    pub const fn level(self) -> Level {
        match self {
            Self::Department(_) => Level::Department,
            Self::Epci(_) => Level::Epci,
        }
    }
}

/// An intercommunality as the map names it.
#[derive(Clone, Debug, PartialEq)]
pub struct EpciName {
    /// SIREN number.
    pub code: u32,
    /// Name.
    pub nom: String,
    /// The index of the department that it mostly lies in.
    pub department: usize,
}

/// A scheme as the map draws it.
#[derive(Clone, Debug, PartialEq)]
pub struct Scheme {
    /// CLS or CPTS.
    pub layer: Layer,
    /// Where it stands.
    pub status: Status,
    /// The cells of its perimeter, rising.
    pub cells: Vec<u32>,
}

/// `carte.bin`, decoded. Lists are in file order.
#[derive(Clone, Debug)]
pub struct Model {
    /// The regions with their names.
    pub regions: Vec<RegionRow>,
    /// The departments.
    pub departments: Vec<DepartmentRow>,
    /// The intercommunalities.
    pub epci: Vec<EpciName>,
    /// The cells: the faces of the mesh.
    pub cells: Vec<Cell>,
    /// The CLS, then the CPTS.
    pub schemes: Vec<Scheme>,
    /// The numbers of projects, for departments that have some.
    pub projects: Vec<ProjectCounts>,
    /// The address of each department's detail file, relative to that of `carte.bin`.
    pub details: Vec<String>,
    /// The borders of the cells.
    pub mesh: Mesh,
    /// The communes that projects name.
    pub pins: Vec<MapPoint>,
    documented: Vec<DocumentedRegion>,
    label_spaces: LabelSpaces,
    index: FaceIndex,
    /// The cells of each department and of each intercommunality.
    cells_of_departments: Vec<Vec<Face>>,
    cells_of_epci: Vec<Vec<Face>>,
}

impl Model {
    /// Decodes `carte.bin`.
    ///
    /// # Errors
    /// [`DataError`] when the bytes are not what this version of the page reads.
    pub fn decode(bytes: &[u8]) -> Result<Self, DataError> {
        Self::new(postcard::from_bytes(bytes).map_err(|_| DataError::Format)?)
    }

    /// The model of a file, with every index checked.
    ///
    /// # Errors
    /// [`DataError`] when an index leads nowhere, or the columns do not fit each other.
    pub fn new(file: MapFile) -> Result<Self, DataError> {
        let mesh = file.mesh.unpack()?;
        let epci = epci_names(&file);
        let cells = cells(&file);
        let schemes = file.schemes.iter().map(|row| Scheme {
            layer: row.layer,
            status: row.status,
            cells: delta_decode(&row.cell_deltas),
        });
        let mut model = Self {
            index: FaceIndex::new(&mesh, mesh.face_count()),
            schemes: schemes.collect(),
            cells_of_departments: vec![Vec::new(); file.departments.len()],
            cells_of_epci: vec![Vec::new(); epci.len()],
            regions: file.regions,
            departments: file.departments,
            documented: file.documented,
            projects: file.projects,
            details: file.details,
            pins: file.pins.into_iter().map(MapPoint::from).collect(),
            label_spaces: LabelSpaces::new(),
            mesh,
            epci,
            cells,
        };
        if !model.is_sound() {
            return Err(DataError::Reference);
        }
        model.sort_cells();
        Ok(model)
    }

    /// Whether every index leads somewhere, so that nothing after this has to ask.
    fn is_sound(&self) -> bool {
        let [departments, epci, regions, cells] =
            [self.departments.len(), self.epci.len(), self.regions.len(), self.cells.len()];
        let is_cell = |cell: &Cell| {
            (cell.department as usize) < departments
                && cell.epci.is_none_or(|index| (index as usize) < epci)
        };
        cells == self.mesh.face_count()
            && self.cells.iter().all(is_cell)
            && self.departments.iter().all(|one| (one.region as usize) < regions)
            && self.epci.iter().all(|one| one.department < departments)
            && self.projects.iter().all(|one| (one.department as usize) < departments)
            && self.schemes.iter().flat_map(|one| &one.cells).all(|&cell| (cell as usize) < cells)
    }

    fn sort_cells(&mut self) {
        for (number, cell) in self.cells.iter().enumerate() {
            self.cells_of_departments[cell.department as usize].push(number as Face);
            if let Some(epci) = cell.epci {
                self.cells_of_epci[epci as usize].push(number as Face);
            }
        }
    }

    /// The cells of a territory.
    pub(crate) fn cells_of(&self, territory: Territory) -> &[Face] {
        match territory {
            Territory::Department(index) => &self.cells_of_departments[index],
            Territory::Epci(index) => &self.cells_of_epci[index],
        }
    }

    /// Whether a cell is a part of a territory.
    pub fn is_part(&self, cell: Face, territory: Territory) -> bool {
        let cell = self.cells[cell as usize];
        match territory {
            Territory::Department(index) => cell.department as usize == index,
            Territory::Epci(index) => cell.epci.is_some_and(|epci| epci as usize == index),
        }
    }

    /// The rectangle around a territory.
    pub fn bounds(&self, territory: Territory) -> MapBounds {
        let cells = self.cells_of(territory).iter();
        cells.fold(MapBounds::EMPTY, |all, &cell| all.union(self.mesh.bounds_of(cell)))
    }

    /// A point well inside a territory.
    pub fn anchor(&self, territory: Territory) -> MapPoint {
        let inside = self.mesh.anchor(self.cells_of(territory));
        inside.unwrap_or_else(|| self.bounds(territory).center())
    }

    /// The label space of each intercommunality.
    pub(crate) fn epci_label_spaces(&self) -> &[Option<LabelSpace>] {
        self.label_spaces.get_or_init(|| {
            let cells = self.cells_of_epci.iter();
            cells.map(|cells| LabelSpace::inside(&self.mesh, cells)).collect()
        })
    }

    /// The name of a territory.
    pub fn name(&self, territory: Territory) -> &str {
        match territory {
            Territory::Department(index) => &self.departments[index].nom,
            Territory::Epci(index) => &self.epci[index].nom,
        }
    }

    /// The index of the department that a territory is or mostly lies in.
    pub fn department_of(&self, territory: Territory) -> usize {
        match territory {
            Territory::Department(index) => index,
            Territory::Epci(index) => self.epci[index].department,
        }
    }

    /// The index of the department with that code.
    pub fn department(&self, code: &DepartmentCode) -> Option<usize> {
        self.departments.iter().position(|one| one.code == *code)
    }

    /// Whether a list documents `layer` for the region of that index.
    pub fn is_documented(&self, layer: Layer, region: u32) -> bool {
        self.documented.contains(&DocumentedRegion { layer, region })
    }

    /// The indexes of the regions for which a list documents `layer`.
    pub fn documented_regions(&self, layer: Layer) -> impl Iterator<Item = u32> {
        self.documented.iter().filter(move |one| one.layer == layer).map(|one| one.region)
    }

    /// The numbers of projects in the department of that index.
    pub(crate) fn project_counts(&self, department: usize) -> ProjectCounts {
        let own = self.projects.iter().find(|one| one.department as usize == department);
        own.copied().unwrap_or_default()
    }

    /// How many departments of the regions that a list documents have no departmental project.
    pub fn departments_without_projects(&self) -> usize {
        let is_empty = |&(index, department): &(usize, &DepartmentRow)| {
            self.is_documented(Layer::Projects, department.region)
                && self.project_counts(index).departmental == 0
        };
        self.departments.iter().enumerate().filter(is_empty).count()
    }

    /// The statuses of the schemes of `layer`, one each.
    pub fn statuses(&self, layer: Layer) -> impl Iterator<Item = Status> {
        let schemes = self.schemes.iter().filter(move |scheme| scheme.layer == layer);
        schemes.map(|scheme| scheme.status)
    }

    /// The key of a territory in files and addresses.
    pub fn key(&self, territory: Territory) -> TerritoryKey {
        let code = match territory {
            Territory::Department(index) => self.departments[index].code.to_string(),
            Territory::Epci(index) => self.epci[index].code.to_string(),
        };
        TerritoryKey { level: territory.level(), code }
    }

    /// The territory with that key; none for a level that cannot be selected.
    pub fn territory(&self, key: &TerritoryKey) -> Option<Territory> {
        match key.level {
            Level::Department => {
                let index = self.departments.iter().position(|one| one.code.as_str() == key.code);
                index.map(Territory::Department)
            }
            Level::Epci => {
                let code: u32 = key.code.parse().ok()?;
                self.epci.iter().position(|one| one.code == code).map(Territory::Epci)
            }
            _ => None,
        }
    }

    /// The cell under a map point.
    pub fn cell_at(&self, point: MapPoint) -> Option<Face> {
        self.index.at(&self.mesh, point)
    }

    /// The smallest territory that a cell is a part of: its intercommunality, or else its
    /// department.
    pub fn territory_of(&self, cell: Face) -> Territory {
        let cell = self.cells[cell as usize];
        cell.epci.map_or(Territory::Department(cell.department as usize), |index| {
            Territory::Epci(index as usize)
        })
    }

    /// The smallest territory under a map point.
    pub fn at(&self, point: MapPoint) -> Option<Territory> {
        self.cell_at(point).map(|cell| self.territory_of(cell))
    }

    /// Which territories of the level of `territory` share a border with which. Costs a pass over
    /// all arcs.
    pub fn neighbours(&self, level_of: Territory) -> Neighbours {
        Neighbours::new(&self.mesh, |cell| {
            let cell = self.cells[cell as usize];
            match level_of {
                Territory::Department(_) => Some(cell.department),
                Territory::Epci(_) => cell.epci,
            }
        })
    }
}

fn epci_names(file: &MapFile) -> Vec<EpciName> {
    let codes = delta_decode(&file.epci.code_deltas).into_iter();
    let rows = codes.zip(&file.epci.noms).zip(&file.epci.departments);
    rows.map(|((code, nom), &department)| EpciName {
        code,
        nom: nom.clone(),
        department: department as usize,
    })
    .collect()
}

fn cells(file: &MapFile) -> Vec<Cell> {
    let columns = file.cell_departments.iter().zip(&file.cell_epci);
    columns.map(|(&department, epci)| Cell { department, epci: epci.checked_sub(1) }).collect()
}

#[cfg(test)]
#[path = "model_tests.rs"]
pub(crate) mod tests;
