//! The files of the page, in the compact form that it downloads (postcard): the twins of the served
//! GeoJSON, from the same arcs.

use super::{
    CoverageFile, Documentation, Facts, Manifest, ProjectProperties, SchemeProperties,
    TerritoryProperties,
};
use crate::mesh::PackedMesh;
use crate::{Degree, DepartmentCode, Layer, MapPoint, RegionCode, Status};
use serde::{Deserialize, Serialize};

/// `carte.bin`: the overview. A *cell* is the ground that no department, intercommunality or scheme
/// divides; the faces of the mesh are the cells.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MapFile {
    /// The regions with their names.
    pub regions: Vec<RegionRow>,
    /// The departments, in code order.
    pub departments: Vec<DepartmentRow>,
    /// The intercommunalities, in code order.
    pub epci: EpciColumns,
    /// By cell, the index of its department.
    pub cell_departments: Vec<u32>,
    /// By cell, the index of its intercommunality plus one; 0 for none.
    pub cell_epci: Vec<u32>,
    /// The schemes that have a perimeter, in the order of [`RecordsFile`].
    pub schemes: Vec<SchemeRow>,
    /// The regions where something is known of a layer.
    pub documented: Vec<DocumentedRegion>,
    /// The numbers of projects, for departments that have some.
    pub projects: Vec<ProjectCounts>,
    /// Communes that a project names.
    pub pins: Vec<SignRow>,
    /// The registered seats of schemes whose perimeter is not drawn.
    pub seats: Vec<SeatRow>,
    /// The places of [`Facts`] whose commune is known.
    pub venues: Vec<SignRow>,
    /// By department, the address of its detail file, relative to this one.
    pub details: Vec<String>,
    /// The borders of the cells.
    pub mesh: PackedMesh,
}

/// A region as the map names it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RegionRow {
    /// COG code.
    pub code: RegionCode,
    /// Name.
    pub nom: String,
}

/// A department as the map names it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DepartmentRow {
    /// COG code.
    pub code: DepartmentCode,
    /// Name.
    pub nom: String,
    /// The index of its region.
    pub region: u32,
    /// The town of its prefecture; none for some collectivities.
    pub prefecture: Option<Prefecture>,
}

/// The town of a prefecture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Prefecture {
    /// Name of the commune.
    pub commune: String,
    /// A point inside it.
    pub at: RoundedPoint,
}

/// A point of the map plane, rounded to the metre.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundedPoint {
    /// Metres to the east.
    pub x: i32,
    /// Metres to the north.
    pub y: i32,
}

/// A layer of which something is known in a region.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentedRegion {
    /// The layer.
    pub layer: Layer,
    /// The index of the region.
    pub region: u32,
    /// The degree to which it is known there.
    pub degree: Degree,
}

/// The numbers of projects in a department.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProjectCounts {
    /// The index of the department.
    pub department: u32,
    /// Departmental projects.
    pub departmental: u32,
    /// Regional projects that take place there.
    pub regional: u32,
}

/// The intercommunalities, column by column.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct EpciColumns {
    /// SIREN numbers, delta-encoded.
    pub code_deltas: Vec<u32>,
    /// Names.
    pub noms: Vec<String>,
    /// The indexes of the departments that they mostly lie in.
    pub departments: Vec<u32>,
}

/// The registered seat of a scheme whose perimeter is not drawn.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct SeatRow {
    /// CLS or CPTS.
    pub layer: Layer,
    /// Its status.
    pub status: Status,
    /// Its index among the records of its layer.
    pub record: u32,
    /// The seat.
    pub at: RoundedPoint,
}

/// A sign at a point: of a project in a commune that it names, or of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignRow {
    /// The index of its project, or of its place, in the records.
    pub record: u32,
    /// A point inside the commune.
    pub at: RoundedPoint,
}

/// A scheme as the map draws it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SchemeRow {
    /// CLS or CPTS.
    pub layer: Layer,
    /// Its status.
    pub status: Status,
    /// The number of records of its layer between it and the row before, or the first record: those that
    /// are not drawn.
    pub skipped: u32,
    /// The cells of its perimeter, rising, delta-encoded.
    pub cell_deltas: Vec<u32>,
}

/// `carte/<department>.bin`: the communes of one department; Paris, Lyon and Marseille by municipal
/// arrondissement.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DetailFile {
    /// The number of faces that are communes or arrondissements of the department; the others are
    /// areas beyond its edge.
    pub communes: u32,
    /// Their names.
    pub noms: Vec<String>,
    /// How well known they are: eight times the binary logarithm of their inhabitants, rounded. 80 is
    /// 1,000 inhabitants, 114 about 20,000.
    pub prominence: Vec<u8>,
    /// Their INSEE codes without the department, as numbers, each as the difference from the one before.
    pub code_deltas: Vec<i32>,
    /// By face, the cell of the overview that it lies in.
    pub cells: Vec<u32>,
    /// Their borders.
    pub mesh: PackedMesh,
    /// The address of the same faces for closer views ([`CityFile`]), relative to that of
    /// `carte.bin`.
    pub city: String,
}

/// `carte/<department>-ville.bin`: the faces of a [`DetailFile`], in the same order, more closely.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CityFile {
    /// Their borders.
    pub mesh: PackedMesh,
}

/// `fiches.bin`: the facts of the answers, loaded once the map is drawn. What is read rarely is in
/// [`RecordsRest`](super::RecordsRest), the communes are in [`CommunesFile`](super::CommunesFile).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RecordsFile {
    /// The manifest.
    pub manifest: Manifest,
    /// The regions, in the order of [`MapFile`].
    pub regions: Vec<TerritoryProperties>,
    /// The departments, in code order.
    pub departments: Vec<TerritoryProperties>,
    /// The intercommunalities, in code order.
    pub epci: Vec<TerritoryProperties>,
    /// The CLS.
    pub cls: Vec<SchemeProperties>,
    /// The CPTS.
    pub cpts: Vec<SchemeProperties>,
    /// The labelled projects.
    pub projects: Vec<ProjectProperties>,
    /// Coverage by territory.
    pub coverage: CoverageFile,
    /// Published figures, places, and statements of further sources.
    pub facts: Facts,
    /// The addresses of the communes, by department, relative to the manifest.
    pub communes: Vec<String>,
}

impl RecordsFile {
    /// The list that documents `layer` for a region, if there is one.
    pub(crate) fn documentation_of(
        &self,
        layer: Layer,
        region: &RegionCode,
    ) -> Option<&Documentation> {
        self.manifest.couches.iter().find(|one| one.couche == layer && one.region == *region)
    }
}

impl From<MapPoint> for RoundedPoint {
    fn from(point: MapPoint) -> Self {
        Self { x: point.x.round() as i32, y: point.y.round() as i32 }
    }
}

impl From<RoundedPoint> for MapPoint {
    fn from(point: RoundedPoint) -> Self {
        Self::new(point.x.into(), point.y.into())
    }
}

/// The differences of rising numbers, the first from zero (delta encoding).
pub fn delta_encode(numbers: impl IntoIterator<Item = u32>) -> Vec<u32> {
    let mut last = 0;
    let delta = |number: u32| number - std::mem::replace(&mut last, number);
    numbers.into_iter().map(delta).collect()
}

/// The numbers whose differences are `deltas`: the inverse of [`delta_encode`].
pub fn delta_decode(deltas: &[u32]) -> Vec<u32> {
    let sum = |last: &mut u32, delta: &u32| {
        *last = last.wrapping_add(*delta);
        Some(*last)
    };
    deltas.iter().scan(0, sum).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deltas_lead_back_to_their_numbers() {
        let numbers = [3, 3, 10, 4_000_000_000];
        assert_eq!(delta_decode(&delta_encode(numbers)), numbers);
        assert!(delta_decode(&[u32::MAX, 5]).len() == 2, "damaged deltas do not panic");
    }
}
