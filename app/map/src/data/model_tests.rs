use super::*;
use crate::RegionCode;
use crate::mesh::{PackedMesh, RawArc};
use crate::served::{EpciColumns, SchemeRow, delta_encode};
use crate::{DepartmentCode, MapPoint, Territory};

/// Two departments of 100 km side by side, the first in a documented region; each is one
/// intercommunality. In the first, the cell in its lower left corner is in a CLS and in two CPTS.
///
/// ```text
///  y 6600  ┌─────┬─────┐
///          │ 0   │  2  │
///  y 6550  ├──┐  │     │
///          │1 │  │     │
///  y 6500  └──┴──┴─────┘
///     x   600  650 700 800 km
/// ```
pub(crate) fn file() -> MapFile {
    let arcs = [
        arc(&[(600., 6550.), (650., 6550.), (650., 6500.)], Some(0), Some(1)),
        arc(&[(600., 6550.), (600., 6500.), (650., 6500.)], Some(1), None),
        arc(&[(650., 6500.), (700., 6500.)], Some(0), None),
        arc(&[(700., 6500.), (700., 6600.)], Some(0), Some(2)),
        arc(&[(700., 6600.), (600., 6600.), (600., 6550.)], Some(0), None),
        arc(&[(700., 6500.), (800., 6500.), (800., 6600.), (700., 6600.)], Some(2), None),
    ];
    let region = |code: &str| RegionRow {
        code: RegionCode::new(code).unwrap(),
        nom: format!("Région {code}"),
    };
    let department = |code: &str, region| DepartmentRow {
        code: DepartmentCode::new(code).unwrap(),
        nom: format!("Département {code}"),
        region,
        prefecture: None,
    };
    let scheme =
        |layer, status| SchemeRow { layer, status, skipped: 0, cell_deltas: delta_encode([1]) };
    MapFile {
        regions: vec![region("84"), region("27")],
        departments: vec![department("01", 0), department("39", 1)],
        epci: EpciColumns {
            code_deltas: delta_encode([200_000_001, 200_000_039]),
            noms: vec!["Un".into(), "Trente-neuf".into()],
            departments: vec![0, 1],
        },
        cell_departments: vec![0, 0, 1],
        cell_epci: vec![1, 1, 2],
        schemes: vec![
            scheme(Layer::Cls, Status::Active),
            scheme(Layer::Cls, Status::InPreparation),
            scheme(Layer::Cpts, Status::Unknown),
            scheme(Layer::Cpts, Status::Unknown),
        ],
        documented: Layer::ALL
            .map(|layer| DocumentedRegion { layer, region: 0, degree: Degree::List })
            .to_vec(),
        projects: vec![ProjectCounts { department: 0, departmental: 1, regional: 0 }],
        pins: Vec::new(),
        seats: Vec::new(),
        venues: Vec::new(),
        details: vec!["01.bin".into(), "39.bin".into()],
        mesh: PackedMesh::pack(3, 100, &arcs),
    }
}

pub(crate) fn model() -> Model {
    Model::new(file()).unwrap()
}

/// An arc through `points`, kilometres.
pub(crate) fn arc(points: &[(f64, f64)], left: Option<u32>, right: Option<u32>) -> RawArc {
    RawArc { points: points.iter().map(|&(x, y)| km(x, y)).collect(), left, right }
}

/// A map point, kilometres.
pub(crate) fn km(x: f64, y: f64) -> MapPoint {
    MapPoint::new(x * 1e3, y * 1e3)
}

#[test]
fn the_file_survives_the_way_through_bytes() {
    let bytes = postcard::to_allocvec(&file()).unwrap();
    let model = Model::decode(&bytes).unwrap();
    assert_eq!(model.cells.len(), 3);
    assert_eq!(model.key(Territory::Epci(1)).to_string(), "epci-200000039");
}

#[test]
fn indexes_that_lead_nowhere_are_refused() {
    let mut strange = [file(), file(), file()];
    strange[0].cell_departments[0] = 7;
    strange[1].schemes[0].cell_deltas = vec![9];
    strange[2].departments[0].region = 4;
    for file in strange {
        assert_eq!(Model::new(file).err(), Some(DataError::Reference));
    }
    assert_eq!(Model::decode(b"{}").err(), Some(DataError::Format));
}

#[test]
fn keys_lead_back_to_their_territories() {
    let model = model();
    for territory in [Territory::Region(1), Territory::Department(1), Territory::Epci(0)] {
        assert_eq!(model.territory(&model.key(territory)), Some(territory));
    }
    for key in ["region-99", "departement-99", "commune-01004"] {
        assert_eq!(model.territory(&key.parse().unwrap()), None);
    }
}

#[test]
fn the_smallest_territory_under_a_point_is_found_in_every_cell() {
    let model = model();
    assert_eq!(model.at(km(620., 6520.)), Some(Territory::Epci(0)));
    assert_eq!(model.at(km(690., 6590.)), Some(Territory::Epci(0)));
    assert_eq!(model.at(km(750., 6550.)), Some(Territory::Epci(1)));
    assert_eq!(model.at(km(500., 6550.)), None);
}

#[test]
fn territories_that_share_a_border_are_neighbours() {
    let model = model();
    for territory in [Territory::Region(0), Territory::Department(0), Territory::Epci(0)] {
        let neighbours = model.neighbours(territory);
        assert_eq!(neighbours.of(0).collect::<Vec<_>>(), [1]);
    }
}

#[test]
fn only_departments_of_documented_regions_can_lack_projects() {
    let mut file = file();
    assert_eq!(Model::new(file.clone()).unwrap().departments_without_projects(), 0);
    file.projects.clear();
    assert_eq!(Model::new(file).unwrap().departments_without_projects(), 1, "not the other region");
}
