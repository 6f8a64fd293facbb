//! The model: the overview of the country with its cells, schemes and borders, from `carte.bin`.

use super::error::DataError;
use super::subject::{SchemeIndex, Subject};
use crate::mesh::{Face, FaceIndex, LabelSpace, LabelSpaces, Mesh};
use crate::served::{
    DepartmentRow, DocumentedRegion, MapFile, ProjectCounts, RegionRow, SchemeRow, SignRow,
    delta_decode,
};
use crate::{Degree, Layer, MapPoint, Status};

/// A cell: the ground that no department, intercommunality or scheme divides (GIS: least common
/// geographic unit).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The index of its department.
    pub department: u32,
    /// The index of its intercommunality; none for four islands.
    pub epci: Option<u32>,
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
    /// Its position in the records: a CLS or a CPTS.
    pub index: SchemeIndex,
    /// Its status.
    pub status: Status,
    /// The cells of its perimeter, rising.
    pub cells: Vec<u32>,
}

/// A point where the map shows something.
#[derive(Clone, Debug, PartialEq)]
pub struct Sign {
    /// A scheme without a drawn perimeter, a project or a place.
    pub subject: Subject,
    /// The status of a scheme; labelled for projects and places.
    pub status: Status,
    /// The registered seat, or a point inside the commune.
    pub at: MapPoint,
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
    /// The signs: seats of schemes whose perimeter is not drawn, communes that projects name, places.
    pub signs: Vec<Sign>,
    documented: Vec<DocumentedRegion>,
    label_spaces: LabelSpaces,
    index: FaceIndex,
    /// The cells of each region.
    pub(super) cells_of_regions: Vec<Vec<Face>>,
    /// The cells of each department.
    pub(super) cells_of_departments: Vec<Vec<Face>>,
    /// The cells of each intercommunality.
    pub(super) cells_of_epci: Vec<Vec<Face>>,
}

impl Model {
    /// Decodes `carte.bin`.
    ///
    /// # Errors
    /// [`DataError`] when the bytes are of another version, or damaged.
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
        let mut model = Self {
            index: FaceIndex::new(&mesh, mesh.face_count()),
            schemes: schemes(&file.schemes),
            signs: signs(&file),
            cells_of_regions: vec![Vec::new(); file.regions.len()],
            cells_of_departments: vec![Vec::new(); file.departments.len()],
            cells_of_epci: vec![Vec::new(); epci.len()],
            regions: file.regions,
            departments: file.departments,
            documented: file.documented,
            projects: file.projects,
            details: file.details,
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
            let department = cell.department as usize;
            self.cells_of_departments[department].push(number as Face);
            let region = self.departments[department].region as usize;
            self.cells_of_regions[region].push(number as Face);
            if let Some(epci) = cell.epci {
                self.cells_of_epci[epci as usize].push(number as Face);
            }
        }
    }

    /// The label space of each intercommunality.
    pub(crate) fn epci_label_spaces(&self) -> &[Option<LabelSpace>] {
        self.label_spaces.get_or_init(|| {
            self.cells_of_epci.iter().map(|cells| LabelSpace::inside(&self.mesh, cells)).collect()
        })
    }

    /// Whether a list documents `layer` for the region of that index.
    pub fn is_documented(&self, layer: Layer, region: u32) -> bool {
        self.degree(layer, region) == Some(Degree::List)
    }

    /// The degree to which `layer` is known in the region of that index; none where nothing is known.
    pub fn degree(&self, layer: Layer, region: u32) -> Option<Degree> {
        let mut known = self.documented.iter();
        known.find(|one| one.layer == layer && one.region == region).map(|one| one.degree)
    }

    /// The indexes of the regions for which a list documents `layer`.
    pub fn documented_regions(&self, layer: Layer) -> impl Iterator<Item = u32> {
        let is_list =
            move |one: &&DocumentedRegion| one.layer == layer && one.degree == Degree::List;
        self.documented.iter().filter(is_list).map(|one| one.region)
    }

    /// The numbers of projects in the department of that index.
    pub(crate) fn project_counts(&self, department: usize) -> ProjectCounts {
        let own = self.projects.iter().find(|one| one.department as usize == department);
        own.copied().unwrap_or_default()
    }

    /// The number of departments in documented regions without a departmental project.
    pub fn departments_without_projects(&self) -> usize {
        let is_empty = |&(index, department): &(usize, &DepartmentRow)| {
            self.is_documented(Layer::Projects, department.region)
                && self.project_counts(index).departmental == 0
        };
        self.departments.iter().enumerate().filter(is_empty).count()
    }

    /// The status of every scheme of `layer`.
    pub fn statuses(&self, layer: Layer) -> impl Iterator<Item = Status> {
        self.schemes.iter().filter(move |one| one.index.layer == layer).map(|one| one.status)
    }

    /// The cell under a map point.
    pub fn cell_at(&self, point: MapPoint) -> Option<Face> {
        self.index.at(&self.mesh, point)
    }
}

fn schemes(rows: &[SchemeRow]) -> Vec<Scheme> {
    let mut next = SchemeIndex { layer: Layer::Cls, index: 0 };
    let scheme = |row: &SchemeRow| {
        if next.layer != row.layer {
            next = SchemeIndex { layer: row.layer, index: 0 };
        }
        let index = SchemeIndex { index: next.index + row.skipped as usize, ..next };
        next.index = index.index + 1;
        Scheme { index, status: row.status, cells: delta_decode(&row.cell_deltas) }
    };
    rows.iter().map(scheme).collect()
}

fn signs(file: &MapFile) -> Vec<Sign> {
    let scheme =
        |layer, record: u32| Subject::Scheme(SchemeIndex { layer, index: record as usize });
    let seats = file.seats.iter().map(|row| Sign {
        subject: scheme(row.layer, row.record),
        status: row.status,
        at: row.at.into(),
    });
    let sign =
        |subject, row: &SignRow| Sign { subject, status: Status::Labelled, at: row.at.into() };
    let venues = file.venues.iter().map(|row| sign(Subject::Venue(row.record as usize), row));
    let pins = file.pins.iter().map(|row| sign(scheme(Layer::Projects, row.record), row));
    seats.chain(venues).chain(pins).collect()
}

fn epci_names(file: &MapFile) -> Vec<EpciName> {
    delta_decode(&file.epci.code_deltas)
        .into_iter()
        .zip(&file.epci.noms)
        .zip(&file.epci.departments)
        .map(|((code, nom), &department)| EpciName {
            code,
            nom: nom.clone(),
            department: department as usize,
        })
        .collect()
}

fn cells(file: &MapFile) -> Vec<Cell> {
    file.cell_departments
        .iter()
        .zip(&file.cell_epci)
        .map(|(&department, epci)| Cell { department, epci: epci.checked_sub(1) })
        .collect()
}

#[cfg(test)]
#[path = "model_tests.rs"]
pub(crate) mod tests;
