//! A country with every situation in many places: blocks of three times three cells, of which each
//! row has schemes of its own, so that outlines run through areas of one kind.

use fastrand::Rng;
use legibility::{CROP, Legend, statuses};
use map::mesh::{PackedMesh, RawArc};
use map::served::{
    DepartmentRow, DocumentedRegion, EpciColumns, MapFile, RegionRow, SchemeRow, delta_encode,
};
use map::{Degree, DepartmentCode, Fill, Layer, MapPoint, Model, RegionCode, Status};

/// The side of a cell, map metres: a small intercommunality.
pub const CELL: f64 = 25_000.0;

/// The cells of a block in a row.
pub const BLOCK: usize = 3;

/// The blocks in a row of the country.
const COLUMNS: usize = 10;

/// The degrees of CLS and CPTS in a region, and the number of its blocks.
pub const REGIONS: [([Option<Degree>; 2], usize); 4] = [
    ([Some(Degree::List), Some(Degree::List)], 70),
    ([Some(Degree::List), Some(Degree::Facts)], 10),
    ([Some(Degree::Facts), None], 10),
    ([None, None], 10),
];

/// The south-west corner, map metres.
const CORNER: MapPoint = MapPoint { x: 300_000.0, y: 6_200_000.0 };

/// A block: its region, and the status of each layer on it.
#[derive(Clone, Copy, Debug)]
pub struct Block {
    pub region: usize,
    pub statuses: [Option<Status>; 2],
    /// Its column and row among the blocks.
    pub at: (usize, usize),
}

impl Block {
    /// Its middle.
    pub fn center(&self) -> MapPoint {
        let metres = |index: usize| (index as f64 + 0.5) * CELL * BLOCK as f64;
        MapPoint::new(CORNER.x + metres(self.at.0), CORNER.y + metres(self.at.1))
    }
}

/// The blocks: in the first region every combination of statuses, none in the others.
pub fn blocks() -> Vec<Block> {
    let combinations: Vec<[Option<Status>; 2]> =
        statuses().flat_map(|cls| statuses().map(move |cpts| [cls, cpts])).collect();
    let regions = REGIONS.iter().enumerate().flat_map(|(region, &(_, many))| vec![region; many]);
    regions
        .enumerate()
        .map(|(index, region)| Block {
            region,
            statuses: combinations.get(index).copied().unwrap_or_default(),
            at: (index % COLUMNS, index / COLUMNS),
        })
        .collect()
}

/// The model of these blocks; a region is a department.
pub fn model(blocks: &[Block]) -> Model {
    let columns = COLUMNS * BLOCK;
    let rows = blocks.len() / COLUMNS * BLOCK;
    let block_of = |cell: usize| {
        let (column, row) = (cell % columns / BLOCK, cell / columns / BLOCK);
        blocks[row * COLUMNS + column]
    };
    let cells = columns * rows;
    let file = MapFile {
        regions: (0..REGIONS.len()).map(region).collect(),
        departments: (0..REGIONS.len()).map(department).collect(),
        epci: EpciColumns {
            code_deltas: delta_encode((0..cells as u32).map(|cell| 200_000_000 + cell)),
            noms: (0..cells).map(|cell| format!("EPCI {cell}")).collect(),
            departments: (0..cells).map(|cell| block_of(cell).region as u32).collect(),
        },
        cell_departments: (0..cells).map(|cell| block_of(cell).region as u32).collect(),
        cell_epci: (1..=cells as u32).collect(),
        schemes: schemes(blocks, columns),
        documented: documented(),
        details: (0..REGIONS.len()).map(|index| format!("{index}.bin")).collect(),
        mesh: PackedMesh::pack(cells, 100, &arcs(columns, rows)),
        ..MapFile::default()
    };
    Model::new(file).unwrap()
}

fn region(index: usize) -> RegionRow {
    RegionRow {
        code: RegionCode::new(["84", "93", "11", "53"][index]).unwrap(),
        nom: String::new(),
    }
}

fn department(index: usize) -> DepartmentRow {
    DepartmentRow {
        code: DepartmentCode::new(["01", "04", "75", "22"][index]).unwrap(),
        nom: String::new(),
        region: index as u32,
        prefecture: None,
    }
}

fn documented() -> Vec<DocumentedRegion> {
    let mut documented = Vec::new();
    for (region, (degrees, _)) in REGIONS.iter().enumerate() {
        for (layer, degree) in [Layer::Cls, Layer::Cpts].into_iter().zip(degrees) {
            let region = region as u32;
            documented.extend(degree.map(|degree| DocumentedRegion { layer, region, degree }));
        }
    }
    documented
}

/// A scheme of each layer for each row of cells of a block.
fn schemes(blocks: &[Block], columns: usize) -> Vec<SchemeRow> {
    let mut schemes = Vec::new();
    for (index, layer) in [Layer::Cls, Layer::Cpts].into_iter().enumerate() {
        for block in blocks {
            let Some(status) = block.statuses[index] else { continue };
            for row in block.at.1 * BLOCK..(block.at.1 + 1) * BLOCK {
                let first = (row * columns + block.at.0 * BLOCK) as u32;
                let cell_deltas = delta_encode(first..first + BLOCK as u32);
                schemes.push(SchemeRow { layer, status, skipped: 0, cell_deltas });
            }
        }
    }
    schemes
}

/// The sides of the cells, each once, from the south and from the west.
fn arcs(columns: usize, rows: usize) -> Vec<RawArc> {
    let point = |column: usize, row: usize| {
        MapPoint::new(CORNER.x + column as f64 * CELL, CORNER.y + row as f64 * CELL)
    };
    let face = |column: Option<usize>, row: Option<usize>| match (column, row) {
        (Some(column), Some(row)) if column < columns && row < rows => {
            Some((row * columns + column) as u32)
        }
        _ => None,
    };
    let mut arcs = Vec::new();
    for row in 0..=rows {
        for column in 0..=columns {
            if row < rows {
                arcs.push(RawArc {
                    points: vec![point(column, row), point(column, row + 1)],
                    left: face(column.checked_sub(1), Some(row)),
                    right: face(Some(column), Some(row)),
                });
            }
            if column < columns {
                arcs.push(RawArc {
                    points: vec![point(column, row), point(column + 1, row)],
                    left: face(Some(column), Some(row)),
                    right: face(Some(column), row.checked_sub(1)),
                });
            }
        }
    }
    arcs
}

/// The row of the legend with that sample.
pub fn row_of(legend: &Legend, fill: Fill) -> usize {
    legend.rows.iter().position(|(_, own)| *own == fill).unwrap()
}

/// A point of a block whose crop is within that block.
pub fn point_in(block: &Block, resolution: f64, random: &mut Rng) -> MapPoint {
    let reach = CELL * BLOCK as f64 / 2.0 - (CROP / 2 + 1) as f64 * resolution;
    let mut shift = || (random.f64() * 2.0 - 1.0) * reach;
    let center = block.center();
    MapPoint::new(center.x + shift(), center.y + shift())
}
