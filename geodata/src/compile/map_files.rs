//! `carte.bin`, `carte/<department>.bin` and `carte/<department>-ville.bin`: the meshes that the page
//! draws, packed from the same arcs as the GeoJSON.

use super::cells::{CellTerritories, Cells};
use super::degrees::degrees;
use super::detail::{DETAIL_TOLERANCE_M, Details};
use crate::inputs::Inputs;
use crate::tables::{Project, Scheme};
use crate::territories::{Arrondissement, Department};
use crate::topology::{Arc, Topology};
use map::mesh::{Face, PackedMesh, RawArc};
use map::served::{
    CityFile, DepartmentRow, DetailFile, DocumentedRegion, EpciColumns, MapFile, NamedCommune,
    NamedPlace, Prefecture, ProjectCounts, Reach, RegionRow, RoundedPoint, SchemeRow, SeatRow,
    SignRow, delta_encode,
};
use map::{
    CommuneCode, Degree, DepartmentCode, EpciSiren, Layer, MapPoint, Projection, RegionCode,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The tolerance of the overview that the page draws, in metres: less than a pixel of a screen that
/// shows the country.
pub const MAP_TOLERANCE_M: f32 = 1500.0;

/// Metres of the map plane per step of the overview's grid.
const OVERVIEW_QUANTUM_M: u32 = 150;

/// Metres of the map plane per step of a detail's grid: a third of a pixel where it gives way to the
/// city level.
const DETAIL_QUANTUM_M: u32 = 10;

/// The tolerance of the city level, in metres. The committed contours hold what weighs more than
/// 100 m, so today it keeps all of their vertices.
const CITY_TOLERANCE_M: f32 = 50.0;

/// Metres of the map plane per step of the city level's grid: less than a pixel where the map is
/// largest.
const CITY_QUANTUM_M: u32 = 5;

/// The overview. `details` are the addresses of the detail files, in the order of departments.
pub(super) fn overview(inputs: &Inputs, cells: &Cells, details: Vec<String>) -> MapFile {
    let territories = &inputs.territories;
    let region_indices = indices_by_code(territories.regions.iter().map(|one| one.code.as_str()));
    let department_indices =
        indices_by_code(territories.departements.iter().map(|one| one.code.as_str()));
    let projections: Vec<Projection> = cells
        .territories()
        .iter()
        .map(|one| Projection::of_department(one.department.as_str()))
        .collect();
    let arcs = raw_arcs(&cells.topology, MAP_TOLERANCE_M, |face| MeshFace {
        number: Some(face),
        projection: projections[face as usize],
    });
    let department = |one: &Department| DepartmentRow {
        code: one.code.clone(),
        nom: one.nom.clone(),
        region: region_indices[one.region.as_str()],
        prefecture: prefecture(inputs, one),
    };
    MapFile {
        regions: territories
            .regions
            .iter()
            .map(|one| RegionRow { code: one.code.clone(), nom: one.nom.clone() })
            .collect(),
        departments: territories.departements.iter().map(department).collect(),
        epci: epci(inputs, &department_indices),
        cell_departments: cells
            .territories()
            .iter()
            .map(|one| department_indices[one.department.as_str()])
            .collect(),
        cell_epci: cell_epci(inputs, cells),
        schemes: schemes(inputs, cells),
        documented: documented(inputs, &region_indices),
        projects: projects(&inputs.tables.projects, &department_indices),
        pins: pins(inputs),
        seats: seats(inputs),
        venues: venues(inputs),
        details,
        mesh: PackedMesh::pack(cells.count(), OVERVIEW_QUANTUM_M, &arcs),
    }
}

/// The regions where something is known of a layer, by layer.
fn documented(inputs: &Inputs, indices: &HashMap<&str, u32>) -> Vec<DocumentedRegion> {
    let of_layer = |layer| {
        let row = move |(code, degree): (RegionCode, Degree)| {
            let region = indices[code.as_str()];
            DocumentedRegion { layer, region, degree }
        };
        degrees(layer, inputs).into_iter().map(row)
    };
    Layer::ALL.into_iter().flat_map(of_layer).collect()
}

/// The two files of one department; they have the same faces.
pub(super) struct DepartmentFiles {
    /// Near by. The address of the other file is still to be filled in.
    pub(super) detail: DetailFile,
    /// Closer.
    pub(super) city: CityFile,
}

/// The communes of one department, cut by arrondissement where they have some, and, beyond its
/// edge, the cells of its neighbours.
pub(super) fn of_department(
    inputs: &Inputs,
    cells: &Cells,
    details: &Details<'_>,
    department: &Department,
) -> DepartmentFiles {
    let communes = inputs.territories.communes_of(&department.code);
    let own: Vec<u32> = communes.flat_map(|index| inputs.faces_of(index)).collect();
    let names = Names::new(inputs);
    let projection = Projection::of_department(department.code.as_str());
    let (mut numbers, mut last): (HashMap<u32, Face>, i32) = (HashMap::new(), 0);
    let mut file = DetailFile { communes: own.len() as u32, ..DetailFile::default() };
    for (number, &face) in own.iter().enumerate() {
        numbers.insert(face, number as Face);
        let name = names.of_face(face);
        let number = number_in(&department.code, name.code);
        file.code_deltas.push(number - std::mem::replace(&mut last, number));
        file.noms.push(name.text);
        file.prominence.push(prominence(name.population));
        file.cells.push(cells.of_face(face));
    }
    let topology = details.topology(department);
    // Beyond the edge, a face for every cell.
    let neighbours: BTreeSet<u32> = topology
        .arcs
        .iter()
        .flat_map(|arc| [arc.left, arc.right])
        .flatten()
        .filter(|face| !numbers.contains_key(face))
        .collect();
    let mut beyond: BTreeMap<u32, Face> = BTreeMap::new();
    for face in neighbours {
        let cell = cells.of_face(face);
        let number = *beyond.entry(cell).or_insert_with(|| {
            file.cells.push(cell);
            file.cells.len() as Face - 1
        });
        numbers.insert(face, number);
    }
    let mesh = |tolerance_m, quantum_m| {
        let face = |face| MeshFace { number: numbers.get(&face).copied(), projection };
        PackedMesh::pack(file.cells.len(), quantum_m, &raw_arcs(topology, tolerance_m, face))
    };
    let city = CityFile { mesh: mesh(CITY_TOLERANCE_M, CITY_QUANTUM_M) };
    file.mesh = mesh(DETAIL_TOLERANCE_M, DETAIL_QUANTUM_M);
    DepartmentFiles { detail: file, city }
}

/// The codes and names of faces: of communes and arrondissements.
struct Names<'a> {
    inputs: &'a Inputs,
    arrondissements: HashMap<usize, &'a Arrondissement>,
}

impl<'a> Names<'a> {
    fn new(inputs: &'a Inputs) -> Self {
        let parts = inputs.territories.arrondissements.iter();
        let numbered =
            parts.filter_map(|one| Some((inputs.atoms.of_arrondissement(&one.code)?, one)));
        Self { inputs, arrondissements: numbered.collect() }
    }

    fn of_face(&self, face: u32) -> Name<'_> {
        let commune = &self.inputs.territories.communes[self.inputs.commune_of_face(face)];
        match self.arrondissements.get(&self.inputs.atom_of_face(face)) {
            Some(part) => {
                Name { code: &part.code, text: part.display_name(), population: part.population }
            }
            None => Name {
                code: &commune.code,
                text: commune.nom.clone(),
                population: commune.population,
            },
        }
    }
}

/// The code and the name of a face, and how many people live there.
struct Name<'a> {
    code: &'a CommuneCode,
    text: String,
    population: Option<u32>,
}

/// Eight times the binary logarithm of a number of inhabitants, rounded: one byte orders them, to a
/// twelfth. Where nobody lives, or nobody was counted, it is 0.
fn prominence(population: Option<u32>) -> u8 {
    (8.0 * f64::from(population.unwrap_or_default().max(1)).log2()).round() as u8
}

/// The INSEE code of a commune without that of its department, as a number.
fn number_in(department: &DepartmentCode, commune: &CommuneCode) -> i32 {
    // Digits, checked when the table was read.
    let digits = commune.as_str().strip_prefix(department.as_str());
    digits.and_then(|digits| digits.parse().ok()).unwrap_or(0)
}

/// A face of the topology as it is drawn.
struct MeshFace {
    /// Its number in the packed mesh; none where it is not in it.
    number: Option<Face>,
    projection: Projection,
}

/// The name of the commune where a department's prefecture is, and a point inside it.
fn prefecture(inputs: &Inputs, department: &Department) -> Option<Prefecture> {
    let communes = &inputs.territories.communes;
    let index = communes.binary_search_by(|one| one.code.cmp(&department.prefecture)).ok()?;
    let at = on_map(&super::features::named_commune(index, inputs)?);
    Some(Prefecture { commune: communes[index].nom.clone(), at })
}

/// A commune in the map plane, in whole metres.
fn on_map(commune: &NamedCommune) -> RoundedPoint {
    let projection = Projection::of_department(commune.code.department());
    let [lon, lat] = commune.lon_lat;
    let at = projection.map_from_lon_lat(map::LonLat::new(lon, lat));
    RoundedPoint::from(at)
}

/// The arcs that `tolerance_m` keeps, in map metres. `mesh_face` says how each face is drawn.
fn raw_arcs(
    topology: &Topology,
    tolerance_m: f32,
    mesh_face: impl Fn(u32) -> MeshFace,
) -> Vec<RawArc> {
    let raw = |arc: &Arc| -> Option<RawArc> {
        let projection = mesh_face(arc.left.or(arc.right)?).projection;
        let number = |face: Option<u32>| face.and_then(|face| mesh_face(face).number);
        let on_map = |point: crate::topology::GridPoint| -> MapPoint {
            projection.map_from_lon_lat(point.lon_lat())
        };
        let points: Vec<MapPoint> = arc.points_at(tolerance_m).map(on_map).collect();
        let (left, right) = (number(arc.left), number(arc.right));
        (points.len() > 1 && left != right).then_some(RawArc { points, left, right })
    };
    topology.arcs.iter().filter_map(raw).collect()
}

fn indices_by_code<'a>(codes: impl Iterator<Item = &'a str>) -> HashMap<&'a str, u32> {
    codes.enumerate().map(|(index, code)| (code, index as u32)).collect()
}

fn epci(inputs: &Inputs, department_indices: &HashMap<&str, u32>) -> EpciColumns {
    let mut columns = EpciColumns::default();
    let mut codes = Vec::new();
    for (epci, main) in
        inputs.territories.epci.iter().zip(super::territories::main_departments(inputs))
    {
        // Nine digits, checked when the table was read.
        codes.push(epci.code.as_str().parse().unwrap_or(0));
        columns.noms.push(epci.nom.clone());
        columns.departments.push(main.map_or(0, |code| department_indices[code.as_str()]));
    }
    columns.code_deltas = delta_encode(codes);
    columns
}

fn cell_epci(inputs: &Inputs, cells: &Cells) -> Vec<u32> {
    let epci = &inputs.territories.epci;
    let index = |code: &EpciSiren| epci.binary_search_by(|one| one.code.cmp(code)).ok();
    let number = |cell: &CellTerritories| {
        cell.epci.as_ref().and_then(index).map_or(0, |index| index as u32 + 1)
    };
    cells.territories().iter().map(number).collect()
}

/// The schemes of a layer with their indexes in the records.
fn records_of(layer: Layer, inputs: &Inputs) -> impl Iterator<Item = (u32, &Scheme)> {
    let schemes = inputs.tables.schemes.iter().filter(move |scheme| scheme.layer == layer);
    (0..).zip(schemes)
}

/// The CLS that are drawn, then the CPTS, in the order of their tables.
fn schemes(inputs: &Inputs, cells: &Cells) -> Vec<SchemeRow> {
    let of_layer = |layer: Layer| {
        let mut skipped = 0;
        let row = move |(_, scheme): (u32, &Scheme)| {
            if !scheme.is_drawn() {
                skipped += 1;
                return None;
            }
            let atoms = scheme.perimeter.atoms.iter();
            let own: BTreeSet<u32> = atoms.filter_map(|atom| cells.of_atom(atom)).collect();
            let skipped = std::mem::take(&mut skipped);
            Some(SchemeRow {
                layer,
                status: scheme.status,
                skipped,
                cell_deltas: delta_encode(own),
            })
        };
        records_of(layer, inputs).filter_map(row)
    };
    of_layer(Layer::Cls).chain(of_layer(Layer::Cpts)).collect()
}

fn projects(projects: &[Project], department_indices: &HashMap<&str, u32>) -> Vec<ProjectCounts> {
    let mut counts: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
    for project in projects {
        let count = counts.entry(department_indices[project.department.as_str()]).or_default();
        match project.reach {
            Reach::Departmental => count.0 += 1,
            Reach::Regional => count.1 += 1,
        }
    }
    counts
        .into_iter()
        .map(|(department, (departmental, regional))| ProjectCounts {
            department,
            departmental,
            regional,
        })
        .collect()
}

/// The seats of the schemes that are not drawn, where a register gives them.
fn seats(inputs: &Inputs) -> Vec<SeatRow> {
    let seat = |(record, scheme): (u32, &Scheme)| {
        let [lon, lat] = scheme.details.seat.filter(|_| !scheme.is_drawn())?;
        let department = scheme.details.departments.first()?;
        let projection = Projection::of_department(department.as_str());
        let at = projection.map_from_lon_lat(map::LonLat::new(lon, lat)).into();
        Some(SeatRow { layer: scheme.layer, status: scheme.status, record, at })
    };
    [Layer::Cls, Layer::Cpts]
        .into_iter()
        .flat_map(|layer| records_of(layer, inputs))
        .filter_map(seat)
        .collect()
}

fn pins(inputs: &Inputs) -> Vec<SignRow> {
    let projects = (0..).zip(&inputs.tables.projects);
    let communes = projects
        .flat_map(|(record, project)| project.communes.iter().map(move |&index| (record, index)));
    communes.filter_map(|(record, index)| sign(record, index, inputs)).collect()
}

/// The places whose commune is known.
fn venues(inputs: &Inputs) -> Vec<SignRow> {
    let communes = &inputs.territories.communes;
    let venue = |(record, venue): (u32, &NamedPlace)| {
        let code = venue.commune.as_ref()?;
        let index = communes.binary_search_by(|one| one.code.cmp(code)).ok()?;
        sign(record, index, inputs)
    };
    (0..).zip(&inputs.tables.facts.lieux).filter_map(venue).collect()
}

fn sign(record: u32, commune: usize, inputs: &Inputs) -> Option<SignRow> {
    let at = on_map(&super::features::named_commune(commune, inputs)?);
    Some(SignRow { record, at })
}
