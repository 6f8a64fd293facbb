//! Subjects on the map: what the model draws of them, where they lie, what is around them.

use super::atlas::Atlas;
use super::model::{Model, Scheme, Sign};
use super::subject::{SchemeIndex, Subject, Territory};
use crate::mesh::Face;
use crate::{CommuneCode, Layer, MapBounds, MapPoint};

impl Model {
    /// The scheme as the map draws it; none for a project, or without a perimeter.
    pub fn drawn(&self, scheme: SchemeIndex) -> Option<&Scheme> {
        self.schemes.iter().find(|one| one.index == scheme)
    }

    /// The schemes whose perimeter holds a cell, the CLS first.
    pub fn schemes_at(&self, cell: Face) -> impl Iterator<Item = &Scheme> {
        self.schemes.iter().filter(move |one| one.cells.binary_search(&cell).is_ok())
    }

    /// The registered seats of schemes of `layer` whose perimeter is not drawn.
    pub fn seats(&self, layer: Layer) -> impl Iterator<Item = &Sign> {
        let is_seat = move |sign: &&Sign| match sign.subject {
            Subject::Scheme(scheme) => scheme.layer == layer && layer != Layer::Projects,
            _ => false,
        };
        self.signs.iter().filter(is_seat)
    }

    /// The points where the map shows a sign of a subject: the seat of a scheme, the communes that a
    /// project names, a place.
    pub fn signs_of<'a>(&'a self, subject: &'a Subject) -> impl Iterator<Item = MapPoint> + 'a {
        self.signs.iter().filter(move |sign| sign.subject == *subject).map(|sign| sign.at)
    }

    /// The rectangle around the perimeter that the overview has of a subject; around the territory of a
    /// commune. Empty for a scheme without a drawn perimeter, a project and a venue.
    pub fn drawn_bounds(&self, subject: &Subject) -> MapBounds {
        match subject {
            Subject::Territory(territory) | Subject::Commune { within: territory, .. } => {
                self.bounds(*territory)
            }
            Subject::Scheme(scheme) => {
                self.bounds_of(self.drawn(*scheme).map_or(&[], |drawn| &drawn.cells))
            }
            Subject::Venue(_) => MapBounds::EMPTY,
        }
    }

    /// The smallest territory around a subject: that of its cells or of its sign. None for a region, for
    /// what reaches beyond one, and for a scheme that is not on the map.
    pub fn within(&self, subject: &Subject) -> Option<Territory> {
        match subject {
            Subject::Territory(Territory::Region(_)) => None,
            Subject::Territory(Territory::Department(index)) => {
                Some(Territory::Region(self.departments[*index].region as usize))
            }
            Subject::Territory(Territory::Epci(index)) => {
                Some(Territory::Department(self.epci[*index].department))
            }
            Subject::Commune { within, .. } => Some(*within),
            Subject::Scheme(scheme) => match self.drawn(*scheme) {
                Some(drawn) => self.around(&drawn.cells),
                None => self.around_signs(subject),
            },
            Subject::Venue(_) => self.around_signs(subject),
        }
    }

    /// The smallest territory that all of these cells are a part of.
    fn around(&self, cells: &[Face]) -> Option<Territory> {
        let first = self.cells.get(*cells.first()? as usize)?;
        let department = first.department as usize;
        let region = self.departments[department].region as usize;
        let candidates = [
            first.epci.map(|index| Territory::Epci(index as usize)),
            Some(Territory::Department(department)),
            Some(Territory::Region(region)),
        ];
        let holds =
            |territory: &Territory| cells.iter().all(|&cell| self.is_part(cell, *territory));
        candidates.into_iter().flatten().find(holds)
    }

    fn around_signs(&self, subject: &Subject) -> Option<Territory> {
        let cells: Vec<Face> = self.signs_of(subject).filter_map(|at| self.cell_at(at)).collect();
        self.around(&cells)
    }
}

impl Atlas {
    /// The face of a commune or arrondissement, with the index of its department, where that is in
    /// detail.
    pub fn commune(&self, code: &CommuneCode) -> Option<(usize, Face)> {
        let department = self.model.department_with_code(code.department())?;
        let face = self.detail(department)?.face_of(code)?;
        Some((department, face))
    }

    /// The subject of a commune, within its intercommunality if its detail is at hand, else within its
    /// department; none for a code without a department.
    pub fn subject_of_commune(&self, code: &CommuneCode) -> Option<Subject> {
        let within = match self.commune(code) {
            Some((department, face)) => {
                let cell = self.detail(department)?.cell_of(face);
                self.model.territory_of(cell)
            }
            None => Territory::Department(self.model.department_with_code(code.department())?),
        };
        Some(Subject::Commune { within, code: code.clone() })
    }

    /// The rectangle around the outline of a subject, or else around its signs; empty for what is not on
    /// the map.
    pub fn bounds(&self, subject: &Subject) -> MapBounds {
        let outline = self.outline(subject);
        let drawn = outline.iter().fold(MapBounds::EMPTY, |all, (_, one)| all.union(one.bounds()));
        if !drawn.is_empty() {
            return drawn;
        }
        let coarse = self.model.drawn_bounds(subject);
        if coarse.is_empty() { MapBounds::of(self.model.signs_of(subject)) } else { coarse }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::model::tests::{file, km, model};
    use crate::served::{RoundedPoint, SeatRow, SignRow};
    use crate::{Level, Status};
    use std::sync::Arc;

    fn scheme(layer: Layer, index: usize) -> Subject {
        Subject::Scheme(SchemeIndex { layer, index })
    }

    #[test]
    fn each_subject_lies_within_the_smallest_territory_that_holds_it() {
        let mut file = file();
        let at = RoundedPoint::from(km(750.0, 6_550.0));
        file.seats = vec![SeatRow { layer: Layer::Cpts, status: Status::Active, record: 7, at }];
        file.pins =
            vec![SignRow { record: 0, at }, SignRow { record: 0, at: km(620., 6_520.).into() }];
        file.venues = vec![SignRow { record: 3, at }];
        let model = Model::new(file).unwrap();
        let (first, second) = (Territory::Epci(0), Territory::Epci(1));
        for (subject, within) in [
            (Subject::from(Territory::Region(0)), None),
            (Territory::Department(1).into(), Some(Territory::Region(1))),
            (second.into(), Some(Territory::Department(1))),
            (scheme(Layer::Cls, 0), Some(first)),
            (scheme(Layer::Cpts, 7), Some(second)),
            (scheme(Layer::Cpts, 8), None),
            (scheme(Layer::Projects, 0), None),
            (Subject::Venue(3), Some(second)),
        ] {
            assert_eq!(model.within(&subject), within, "{subject:?}");
        }
    }

    #[test]
    fn a_scheme_has_the_bounds_of_its_perimeter_and_a_seat_those_of_its_point() {
        let atlas = Atlas::new(Arc::new(model()));
        let bounds = atlas.bounds(&scheme(Layer::Cls, 1));
        assert_eq!(bounds, MapBounds::new(km(600., 6_500.), km(650., 6_550.)));
        assert!(atlas.bounds(&scheme(Layer::Cls, 9)).is_empty());
        let region = atlas.bounds(&Territory::Region(1).into());
        assert_eq!(region, MapBounds::new(km(700., 6_500.), km(800., 6_600.)));
        assert_eq!(Territory::Region(1).level(), Level::Region);
    }

    #[test]
    fn the_second_row_of_a_layer_has_the_index_after_those_that_are_not_drawn() {
        let mut file = file();
        file.schemes[1].skipped = 4;
        file.schemes[3].skipped = 2;
        let model = Model::new(file).unwrap();
        let indexes = model.schemes.iter().map(|one| (one.index.layer, one.index.index));
        let expected = [(Layer::Cls, 0), (Layer::Cls, 5), (Layer::Cpts, 0), (Layer::Cpts, 3)];
        assert!(indexes.eq(expected));
    }

    #[test]
    fn a_commune_whose_detail_is_not_here_lies_within_its_department() {
        let atlas = Atlas::new(Arc::new(model()));
        let code = CommuneCode::new("39123").unwrap();
        let within = Territory::Department(1);
        assert_eq!(atlas.subject_of_commune(&code), Some(Subject::Commune { within, code }));
        assert_eq!(atlas.subject_of_commune(&CommuneCode::new("98123").unwrap()), None);
    }
}
