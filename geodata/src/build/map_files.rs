//! `carte.bin` and `carte/<department>.bin`: what the page draws, packed from the same arcs as the
//! GeoJSON.

use super::detail::{DETAIL_TOLERANCE_M, Details};
use super::{Cells, Ground};
use crate::tables::Project;
use crate::territories::Department;
use crate::topology::{Arc, Topology};
use map::mesh::{Face, PackedMesh, RawArc};
use map::served::{
    DepartmentRow, DetailFile, DocumentedRegion, EpciColumns, MapFile, NamedCommune, Prefecture,
    ProjectCounts, Reach, RegionRow, RoundedPoint, SchemeRow, delta_encode,
};
use map::{Layer, MapPoint, Projection};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What the overview that the page draws leaves out, in metres: less than a pixel of a screen that
/// shows the country.
pub const MAP_TOLERANCE_M: f32 = 1500.0;

/// Metres of the map plane per step of the overview's grid.
const OVERVIEW_QUANTUM_M: u32 = 150;

/// Metres of the map plane per step of a detail's grid: half a pixel where the map is largest.
const DETAIL_QUANTUM_M: u32 = 10;

/// The overview. `details` are the addresses of the detail files, in the order of departments.
pub(super) fn overview(ground: &Ground, cells: &Cells, details: Vec<String>) -> MapFile {
    let territories = &ground.territories;
    let region_places = places(territories.regions.iter().map(|one| one.code.as_str()));
    let department_places = places(territories.departements.iter().map(|one| one.code.as_str()));
    let projections: Vec<Projection> =
        (0..cells.count()).map(|cell| projection_of(ground, cells, cell)).collect();
    let arcs =
        raw_arcs(&cells.topology, MAP_TOLERANCE_M, |face| (Some(face), projections[face as usize]));
    let department = |one: &Department| DepartmentRow {
        code: one.code.clone(),
        nom: one.nom.clone(),
        region: region_places[one.region.as_str()],
        prefecture: prefecture(ground, one),
    };
    let documented = &ground.tables.documentation;
    MapFile {
        regions: territories
            .regions
            .iter()
            .map(|one| RegionRow { code: one.code.clone(), nom: one.nom.clone() })
            .collect(),
        departments: territories.departements.iter().map(department).collect(),
        epci: epci(ground, &department_places),
        cell_departments: cells
            .keys()
            .map(|(department, _)| department_places[department])
            .collect(),
        cell_epci: cell_epci(ground, cells),
        schemes: schemes(ground, cells),
        documented: documented
            .iter()
            .map(|one| DocumentedRegion {
                layer: one.couche,
                region: region_places[one.region.as_str()],
            })
            .collect(),
        projects: projects(&ground.tables.projects, &department_places),
        pins: pins(ground),
        details,
        mesh: PackedMesh::pack(cells.count(), OVERVIEW_QUANTUM_M, &arcs),
    }
}

/// The communes of one department, and by the cell that it is in the ground beyond its edge.
pub(super) fn detail(
    ground: &Ground,
    cells: &Cells,
    details: &Details<'_>,
    department: &Department,
) -> DetailFile {
    let communes = &ground.territories.communes;
    let own: Vec<(usize, u32)> = ground
        .territories
        .communes_of(&department.code)
        .filter_map(|place| Some((place, ground.face_of(place)?)))
        .collect();
    let projection = Projection::of_department(department.code.as_str());
    let mut numbers: HashMap<u32, Face> = HashMap::new();
    let mut file = DetailFile { communes: own.len() as u32, ..DetailFile::default() };
    for (number, &(place, face)) in own.iter().enumerate() {
        numbers.insert(face, number as Face);
        file.noms.push(communes[place].nom.clone());
        file.cells.push(cells.of_face(face));
    }
    let topology = details.topology(department);
    // Beyond the edge, a face for every cell.
    let strangers: BTreeSet<u32> = topology
        .arcs
        .iter()
        .flat_map(|arc| [arc.left, arc.right])
        .flatten()
        .filter(|face| !numbers.contains_key(face))
        .collect();
    let mut beyond: BTreeMap<u32, Face> = BTreeMap::new();
    for face in strangers {
        let cell = cells.of_face(face);
        let number = *beyond.entry(cell).or_insert_with(|| {
            file.cells.push(cell);
            file.cells.len() as Face - 1
        });
        numbers.insert(face, number);
    }
    let arcs =
        raw_arcs(topology, DETAIL_TOLERANCE_M, |face| (numbers.get(&face).copied(), projection));
    file.mesh = PackedMesh::pack(file.cells.len(), DETAIL_QUANTUM_M, &arcs);
    file
}

/// The name of the commune where a department's prefecture is, and a point inside it.
fn prefecture(ground: &Ground, department: &Department) -> Option<Prefecture> {
    let communes = &ground.territories.communes;
    let place = communes.binary_search_by(|one| one.code.cmp(&department.prefecture)).ok()?;
    let at = on_map(&super::features::place_of(place, ground)?);
    Some(Prefecture { commune: communes[place].nom.clone(), at })
}

/// Where a place is in the map plane, whole metres.
fn on_map(place: &NamedCommune) -> RoundedPoint {
    let projection = Projection::of_department(place.code.department());
    let [lon, lat] = place.lon_lat;
    let at = projection.map_from_lon_lat(map::LonLat::new(lon, lat));
    RoundedPoint::from(at)
}

/// The arcs that `tolerance_m` keeps, in map metres. `place_of` gives a face its number in the
/// packed mesh and the frame that it is drawn in.
fn raw_arcs(
    topology: &Topology,
    tolerance_m: f32,
    place_of: impl Fn(u32) -> (Option<Face>, Projection),
) -> Vec<RawArc> {
    let raw = |arc: &Arc| -> Option<RawArc> {
        let projection = place_of(arc.left.or(arc.right)?).1;
        let number = |face: Option<u32>| face.and_then(|face| place_of(face).0);
        let on_map = |point: crate::topology::GridPoint| -> MapPoint {
            projection.map_from_lon_lat(point.lon_lat())
        };
        let points: Vec<MapPoint> = arc.points_at(tolerance_m).map(on_map).collect();
        let (left, right) = (number(arc.left), number(arc.right));
        (points.len() > 1 && left != right).then_some(RawArc { points, left, right })
    };
    topology.arcs.iter().filter_map(raw).collect()
}

fn places<'a>(codes: impl Iterator<Item = &'a str>) -> HashMap<&'a str, u32> {
    codes.enumerate().map(|(place, code)| (code, place as u32)).collect()
}

fn projection_of(ground: &Ground, cells: &Cells, cell: usize) -> Projection {
    let department = cells.keys().nth(cell).map(|(department, _)| department);
    let known =
        ground.territories.departements.iter().find(|one| Some(one.code.as_str()) == department);
    Projection::of_department(known.map_or("", |one| one.code.as_str()))
}

fn epci(ground: &Ground, department_places: &HashMap<&str, u32>) -> EpciColumns {
    let mut columns = EpciColumns::default();
    let mut codes = Vec::new();
    for (epci, main) in
        ground.territories.epci.iter().zip(super::territories::main_departments(ground))
    {
        // Nine digits, checked when the table was read.
        codes.push(epci.code.as_str().parse().unwrap_or(0));
        columns.noms.push(epci.nom.clone());
        columns.departments.push(main.map_or(0, |code| department_places[code.as_str()]));
    }
    columns.code_deltas = delta_encode(codes);
    columns
}

fn cell_epci(ground: &Ground, cells: &Cells) -> Vec<u32> {
    let epci = &ground.territories.epci;
    let place = |code: &str| epci.binary_search_by(|one| one.code.as_str().cmp(code)).ok();
    let number = |code: Option<&str>| code.and_then(place).map_or(0, |place| place as u32 + 1);
    cells.keys().map(|(_, epci)| number(epci)).collect()
}

/// The CLS, then the CPTS, in the order of their tables.
fn schemes(ground: &Ground, cells: &Cells) -> Vec<SchemeRow> {
    let of_layer = |layer: Layer| {
        ground.tables.schemes.iter().filter(move |scheme| scheme.layer == layer).map(
            move |scheme| {
                let communes = scheme.perimeter.communes.iter();
                let own: BTreeSet<u32> =
                    communes.filter_map(|&commune| cells.of_commune(commune)).collect();
                SchemeRow { layer, status: scheme.status, cell_deltas: delta_encode(own) }
            },
        )
    };
    of_layer(Layer::Cls).chain(of_layer(Layer::Cpts)).collect()
}

fn projects(projects: &[Project], places: &HashMap<&str, u32>) -> Vec<ProjectCounts> {
    let mut counts: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
    for project in projects {
        let count = counts.entry(places[project.department.as_str()]).or_default();
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

fn pins(ground: &Ground) -> Vec<RoundedPoint> {
    let communes = ground.tables.projects.iter().flat_map(|project| &project.communes);
    let places = communes.filter_map(|&commune| super::features::place_of(commune, ground));
    places.map(|place| on_map(&place)).collect()
}
