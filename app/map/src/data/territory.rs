//! Territories of the model: regions, departments and intercommunalities, by their index.

use super::model::{Cell, Model};
use super::subject::Territory;
use crate::mesh::{Face, Neighbours};
use crate::{DepartmentCode, Level, MapBounds, MapPoint, TerritoryKey};

impl Model {
    /// The cells of a territory.
    pub(crate) fn cells_of(&self, territory: Territory) -> &[Face] {
        match territory {
            Territory::Region(index) => &self.cells_of_regions[index],
            Territory::Department(index) => &self.cells_of_departments[index],
            Territory::Epci(index) => &self.cells_of_epci[index],
        }
    }

    /// Whether a cell is a part of a territory.
    pub fn is_part(&self, cell: Face, territory: Territory) -> bool {
        let cell = self.cells[cell as usize];
        match territory {
            Territory::Region(index) => self.region_of(cell) == index,
            Territory::Department(index) => cell.department as usize == index,
            Territory::Epci(index) => cell.epci.is_some_and(|epci| epci as usize == index),
        }
    }

    /// The rectangle around a territory.
    pub fn bounds(&self, territory: Territory) -> MapBounds {
        self.bounds_of(self.cells_of(territory))
    }

    /// The rectangle around cells.
    pub(super) fn bounds_of(&self, cells: &[Face]) -> MapBounds {
        cells.iter().fold(MapBounds::EMPTY, |all, &cell| all.union(self.mesh.bounds_of(cell)))
    }

    /// A point well inside a territory.
    pub fn anchor(&self, territory: Territory) -> MapPoint {
        let inside = self.mesh.anchor(self.cells_of(territory));
        inside.unwrap_or_else(|| self.bounds(territory).center())
    }

    /// The name of a territory.
    pub fn name(&self, territory: Territory) -> &str {
        match territory {
            Territory::Region(index) => &self.regions[index].nom,
            Territory::Department(index) => &self.departments[index].nom,
            Territory::Epci(index) => &self.epci[index].nom,
        }
    }

    /// The index of the department that a territory is or mostly lies in; none for a region.
    pub fn department_of(&self, territory: Territory) -> Option<usize> {
        match territory {
            Territory::Region(_) => None,
            Territory::Department(index) => Some(index),
            Territory::Epci(index) => Some(self.epci[index].department),
        }
    }

    fn region_of(&self, cell: Cell) -> usize {
        self.departments[cell.department as usize].region as usize
    }

    /// The index of the department with that code.
    pub fn department(&self, code: &DepartmentCode) -> Option<usize> {
        self.department_with_code(code.as_str())
    }

    /// The department of a code, by index.
    pub fn department_with_code(&self, code: &str) -> Option<usize> {
        self.departments.iter().position(|one| one.code.as_str() == code)
    }

    /// The key of a territory in files and addresses.
    pub fn key(&self, territory: Territory) -> TerritoryKey {
        let code = match territory {
            Territory::Region(index) => self.regions[index].code.to_string(),
            Territory::Department(index) => self.departments[index].code.to_string(),
            Territory::Epci(index) => self.epci[index].code.to_string(),
        };
        TerritoryKey { level: territory.level(), code }
    }

    /// The territory with that key; none for a level that cannot be selected.
    pub fn territory(&self, key: &TerritoryKey) -> Option<Territory> {
        match key.level {
            Level::Region => {
                let index = self.regions.iter().position(|one| one.code.as_str() == key.code);
                index.map(Territory::Region)
            }
            Level::Department => self.department_with_code(&key.code).map(Territory::Department),
            Level::Epci => {
                let code: u32 = key.code.parse().ok()?;
                self.epci.iter().position(|one| one.code == code).map(Territory::Epci)
            }
            _ => None,
        }
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

    /// The neighbours among the territories of the level of `territory`. O(arcs log arcs).
    pub fn neighbours(&self, territory: Territory) -> Neighbours {
        Neighbours::new(&self.mesh, |cell| {
            let cell = self.cells[cell as usize];
            match territory {
                Territory::Region(_) => Some(self.region_of(cell) as u32),
                Territory::Department(_) => Some(cell.department),
                Territory::Epci(_) => cell.epci,
            }
        })
    }
}
