//! Cells: the ground that no department, intercommunality, CLS or CPTS divides.

use super::Ground;
use crate::topology::{Polygon, Topology};
use std::collections::{BTreeMap, HashSet};

/// The topology of cells, and which commune lies in which cell.
pub struct Cells {
    /// Their borders, weighed.
    pub topology: Topology,
    /// By the place of the commune in the table; none without a contour of its own.
    cell_of_commune: Vec<Option<u32>>,
}

impl Cells {
    /// Merges the communes of `ground` into cells and weighs their borders.
    pub fn new(ground: &Ground) -> Self {
        let communes = &ground.territories.communes;
        let mut schemes_of: Vec<Vec<usize>> = vec![Vec::new(); communes.len()];
        for (scheme, row) in ground.tables.schemes.iter().enumerate() {
            for &commune in &row.perimeter.communes {
                schemes_of[commune].push(scheme);
            }
        }
        let places = ground.territories.places();
        let mut numbers = BTreeMap::new();
        let mut cell_of_commune = vec![None; communes.len()];
        let faces = ground.contours.header.communes.iter();
        let cell_of_face: Vec<u32> = faces
            .map(|code| {
                let place = places[code.as_str()];
                let commune = &communes[place];
                let key = (&commune.departement, &commune.epci, &schemes_of[place]);
                let next = numbers.len() as u32;
                let cell = *numbers.entry(key).or_insert(next);
                cell_of_commune[place] = Some(cell);
                cell
            })
            .collect();
        let topology = ground.contours.topology.merged(|face| cell_of_face[face as usize]);
        Self { topology, cell_of_commune }
    }

    /// The outline of a set of communes, given by their places. A commune without a contour adds
    /// nothing: its ground belongs to a neighbour.
    pub fn outline(
        &self,
        communes: impl IntoIterator<Item = usize>,
        tolerance_m: f32,
    ) -> Vec<Polygon> {
        let cells: HashSet<u32> =
            communes.into_iter().filter_map(|commune| self.cell_of_commune[commune]).collect();
        self.topology.dissolve(|cell| cells.contains(&cell), tolerance_m)
    }
}
