//! Navigation by arrow keys, from a territory to its neighbour in a direction.

use crate::input::direction::{Direction, island_links, nearest_towards, neighbour_towards};
use crate::mesh::Neighbours;
use crate::{MapPoint, Model, Territory};

/// The territories of one level with their neighbours.
#[derive(Clone, Debug)]
pub struct Navigation {
    of: fn(usize) -> Territory,
    anchors: Vec<MapPoint>,
    neighbours: Neighbours,
    /// Links between islands and the nearest territory, both ways.
    links: Vec<(usize, usize)>,
}

impl Navigation {
    /// The territories of the level of `territory`. O(arcs log arcs): to be kept.
    pub fn new(model: &Model, territory: Territory) -> Self {
        let (of, count): (fn(usize) -> Territory, usize) = match territory {
            Territory::Region(_) => (Territory::Region, model.regions.len()),
            Territory::Department(_) => (Territory::Department, model.departments.len()),
            Territory::Epci(_) => (Territory::Epci, model.epci.len()),
        };
        let anchors: Vec<MapPoint> = (0..count).map(|index| model.anchor(of(index))).collect();
        let neighbours = model.neighbours(territory);
        let islands = island_links(&anchors, |index| neighbours.of(index as u32).next().is_some());
        let links = islands.iter().flat_map(|&(one, other)| [(one, other), (other, one)]).collect();
        Self { of, anchors, neighbours, links }
    }

    /// Whether it holds the level of `territory`.
    pub fn is_for(&self, territory: Territory) -> bool {
        let level = (self.of)(0);
        std::mem::discriminant(&level) == std::mem::discriminant(&territory)
    }

    /// The territory in a direction from another: the best neighbour there, or else the nearest
    /// territory.
    pub fn towards(&self, territory: Territory, direction: Direction) -> Option<Territory> {
        let (Territory::Region(index) | Territory::Department(index) | Territory::Epci(index)) =
            territory;
        let from = *self.anchors.get(index)?;
        let touching = self.neighbours.of(index as u32).map(|other| other as usize);
        let linked = self.links.iter().filter(|link| link.0 == index).map(|link| link.1);
        let near: Vec<(usize, MapPoint)> =
            touching.chain(linked).map(|other| (other, self.anchors[other])).collect();
        let others = self.anchors.iter().copied().enumerate().filter(|(other, _)| *other != index);
        let next = neighbour_towards(from, direction, &near)
            .or_else(|| nearest_towards(from, direction, others));
        next.map(self.of)
    }

    /// The territory whose anchor is nearest to a map point.
    pub fn nearest(&self, point: MapPoint) -> Option<Territory> {
        let distance = |index: usize| self.anchors[index].squared_distance(point);
        let nearest = (0..self.anchors.len()).min_by(|&a, &b| distance(a).total_cmp(&distance(b)));
        nearest.map(self.of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::model::tests::model;

    #[test]
    fn an_arrow_leads_to_the_neighbour_on_that_side_and_back() {
        let model = model();
        let navigation = Navigation::new(&model, Territory::Epci(0));
        let (west, east) = (Territory::Epci(0), Territory::Epci(1));
        assert_eq!(navigation.towards(west, Direction::East), Some(east));
        assert_eq!(navigation.towards(east, Direction::West), Some(west));
        assert_eq!(navigation.towards(west, Direction::West), None);
        assert!(navigation.is_for(east) && !navigation.is_for(Territory::Department(0)));
    }

    #[test]
    fn the_keyboard_starts_at_what_is_in_the_middle() {
        let model = model();
        let navigation = Navigation::new(&model, Territory::Department(0));
        let point = MapPoint::new(790e3, 6_550e3);
        assert_eq!(navigation.nearest(point), Some(Territory::Department(1)));
    }
}
