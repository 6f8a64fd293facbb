//! Cells: the areas that no department, intercommunality, CLS or CPTS divides (in GIS, least common
//! geographic units).

use crate::inputs::Inputs;
use crate::topology::{Polygon, Topology};
use map::{AtomSet, DepartmentCode, EpciSiren};
use std::collections::BTreeMap;

/// The tolerance of the served overview, in metres: about a pixel of a screen that shows the
/// country. Every surface stays within 2 %.
pub const OVERVIEW_TOLERANCE_M: f32 = 3500.0;

/// The same, as files say it.
pub(super) const OVERVIEW_PRECISION_M: u32 = OVERVIEW_TOLERANCE_M as u32;

/// Islands of less than a square kilometre are left out of the overview where their territory has
/// other land.
const OVERVIEW_ISLET_TOLERANCE_M: f32 = 1000.0;

/// The tolerance of the cells themselves, in metres: about a quarter of that of the closest map
/// made from them. Weighing what is left takes half the time.
pub const CELL_TOLERANCE_M: f32 = 400.0;

/// The grids that the vertices of the overview go to, where they may: multiples of 0.01 degree
/// (800 to 1,100 m), or else of 0.005, or else of 0.001. Few distinct digits compress well.
const OVERVIEW_SPACINGS: [i32; 3] = [1000, 500, 100];

/// The topology of cells, and which atom lies in which cell.
pub struct Cells {
    /// Their borders at [`CELL_TOLERANCE_M`], weighed.
    pub topology: Topology,
    /// The borders of the served overview: simplified, on the grid of its decimals.
    pub overview: Topology,
    /// By atom; none without a contour of its own.
    cell_of_atom: Vec<Option<u32>>,
    /// By the index of the commune in the table, its atoms.
    atoms_of_commune: Vec<AtomSet>,
    /// By the face of the topology of communes and arrondissements.
    cell_of_face: Vec<u32>,
    territories: Vec<CellTerritories>,
}

/// The territories that a cell lies in.
pub struct CellTerritories {
    /// Its department.
    pub department: DepartmentCode,
    /// Its intercommunality, if it has one.
    pub epci: Option<EpciSiren>,
}

impl Cells {
    /// Merges the communes and arrondissements of `inputs` into cells and weighs their borders.
    pub fn new(inputs: &Inputs) -> Self {
        let atoms = &inputs.atoms;
        let mut schemes_of: Vec<Vec<usize>> = vec![Vec::new(); atoms.list.len()];
        for (scheme, row) in inputs.tables.schemes.iter().enumerate() {
            row.perimeter.atoms.iter().for_each(|atom| schemes_of[atom].push(scheme));
        }
        let mut numbers = BTreeMap::new();
        let mut territories = Vec::new();
        let mut cell_of_face = vec![0; inputs.contours.faces().count()];
        let mut cell_of_atom = vec![None; atoms.list.len()];
        for (atom, cell) in cell_of_atom.iter_mut().enumerate() {
            let Some(face) = inputs.face_of_atom(atom) else { continue };
            let commune = &inputs.territories.communes[atoms.list[atom].commune];
            let same_in_a_cell = (&commune.departement, &commune.epci, &schemes_of[atom]);
            let next = numbers.len() as u32;
            let number = *numbers.entry(same_in_a_cell).or_insert_with(|| {
                let (department, epci) = (commune.departement.clone(), commune.epci.clone());
                territories.push(CellTerritories { department, epci });
                next
            });
            cell_of_face[face as usize] = number;
            *cell = Some(number);
        }
        let near = inputs.contours.topology.simplified(CELL_TOLERANCE_M);
        let topology = near.merged(|face| cell_of_face[face as usize]);
        let overview = topology
            .simplified_with_islets(OVERVIEW_TOLERANCE_M, OVERVIEW_ISLET_TOLERANCE_M)
            .snapped(&topology, &OVERVIEW_SPACINGS);
        let atoms_of_commune = atoms.of_commune.clone();
        Self { overview, topology, cell_of_atom, atoms_of_commune, cell_of_face, territories }
    }

    /// The number of cells.
    pub fn count(&self) -> usize {
        self.territories.len()
    }

    /// The cell of an atom; none without a contour of its own.
    pub fn of_atom(&self, atom: usize) -> Option<u32> {
        self.cell_of_atom[atom]
    }

    /// The cells of a commune, by its index: several where schemes divide it by arrondissement.
    pub fn of_commune(&self, commune: usize) -> impl Iterator<Item = u32> {
        self.atoms_of_commune[commune].iter().filter_map(|atom| self.of_atom(atom))
    }

    /// The cell of a face of the topology of communes and arrondissements.
    pub fn of_face(&self, face: u32) -> u32 {
        self.cell_of_face[face as usize]
    }

    /// The territories of each cell, in the order of cells.
    pub fn territories(&self) -> &[CellTerritories] {
        &self.territories
    }

    /// The outline of a set of communes in the served overview.
    pub fn overview_of(&self, communes: impl IntoIterator<Item = usize>) -> Vec<Polygon> {
        self.dissolve(&self.overview, communes.into_iter().flat_map(|one| self.of_commune(one)))
    }

    /// The outline of a set of atoms in the served overview.
    pub fn overview_of_atoms(&self, atoms: impl IntoIterator<Item = usize>) -> Vec<Polygon> {
        self.dissolve(&self.overview, atoms.into_iter().filter_map(|atom| self.of_atom(atom)))
    }

    /// The outline of cells in a topology of them.
    pub(super) fn dissolve(
        &self,
        topology: &Topology,
        cells: impl Iterator<Item = u32>,
    ) -> Vec<Polygon> {
        let mut is_inside = vec![false; self.count()];
        cells.for_each(|cell| is_inside[cell as usize] = true);
        topology.dissolve(|cell| is_inside[cell as usize], 0.0)
    }
}
