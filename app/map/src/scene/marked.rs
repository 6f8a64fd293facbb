//! Symbols under a point of the screen, and the things that they stand for.

use super::symbols::{Disc, Scope, Symbol, disc_radius};
use crate::data::{Model, Subject, Territory};
use crate::{MapPoint, ScreenPoint, Viewport};

/// The symbols that a map shows, for hit tests.
#[derive(Clone, Debug, Default)]
pub struct Symbols(Vec<Symbol>);

/// The things that a symbol stands for.
#[derive(Clone, Debug, PartialEq)]
pub enum Marked {
    /// The projects that a disc counts: those of a department, or the regional ones of a region.
    Projects(Territory),
    /// The schemes, projects and places whose signs are at one point, the topmost first.
    Signs(Vec<Subject>),
}

impl Symbols {
    /// Symbols in the order in which they are drawn.
    pub(super) const fn new(symbols: Vec<Symbol>) -> Self {
        Self(symbols)
    }

    /// The things of the topmost symbol at a point of the screen, or else of the nearest within `reach` CSS
    /// pixels.
    pub fn at(&self, view: &Viewport, point: ScreenPoint, reach: f64) -> Option<Marked> {
        let away = |symbol: &&Symbol| distance(symbol, view, point).max(0.0);
        let near = self.0.iter().rev().filter(|symbol| away(symbol) <= reach);
        // Of equals the first: the topmost.
        match near.min_by(|one, other| away(one).total_cmp(&away(other)))? {
            Symbol::Disc(Disc { scope, .. }) => Some(Marked::Projects(scope.territory())),
            Symbol::Sign(sign) => {
                let is_there = |other: &MapPoint| other.squared_distance(sign.at) < 1.0;
                let signs = self.0.iter().rev().filter_map(|symbol| match symbol {
                    Symbol::Sign(other) if is_there(&other.at) => Some(other.subject.clone()),
                    _ => None,
                });
                Some(Marked::Signs(signs.collect()))
            }
        }
    }
}

impl Marked {
    /// The subject to which a symbol leads; of several at one point the one after `selection`.
    pub fn subject(&self, selection: Option<&Subject>) -> Option<Subject> {
        match self {
            Self::Projects(territory) => Some((*territory).into()),
            Self::Signs(subjects) => {
                let shown = subjects.iter().position(|one| Some(one) == selection);
                let next = shown.map_or(0, |shown| (shown + 1) % subjects.len());
                subjects.get(next).cloned()
            }
        }
    }

    /// The subjects to outline for it: the departments of regional projects, the topmost sign.
    pub fn outlined(&self, model: &Model) -> Vec<Subject> {
        match *self {
            Self::Projects(Territory::Region(region)) => {
                model.departments_with_regional_projects(region).map(Subject::Territory).collect()
            }
            Self::Projects(territory) => vec![territory.into()],
            Self::Signs(ref subjects) => subjects.iter().take(1).cloned().collect(),
        }
    }
}

impl Scope {
    const fn territory(self) -> Territory {
        match self {
            Self::Department(index) => Territory::Department(index),
            Self::Region(index) => Territory::Region(index),
        }
    }
}

/// The distance from a point of the screen to the edge of a symbol, CSS pixels; below zero inside.
fn distance(symbol: &Symbol, view: &Viewport, point: ScreenPoint) -> f64 {
    let radius = disc_radius(view.resolution);
    let from = |at: MapPoint, above: f64| {
        let at = view.screen_from_map(at);
        (at.x - point.x).hypot(at.y - above - point.y)
    };
    match symbol {
        Symbol::Disc(disc) => from(disc.at, 0.0) - radius - 1.5,
        Symbol::Sign(sign) if sign.is_pin() => from(sign.at, radius * 1.0) - radius * 0.8,
        Symbol::Sign(sign) => from(sign.at, 0.0) - (radius * 0.55).max(4.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::model::tests::{file, km};
    use crate::served::{ProjectCounts, RoundedPoint, SeatRow, SignRow};
    use crate::{Layer, MapBounds, MapStyle, Padding, Palette, SchemeIndex, Status};

    /// A seat, a place with a pin at one point, and discs of the department and of its region.
    fn model() -> Model {
        let mut file = file();
        let at = |x, y| RoundedPoint::from(km(x, y));
        let status = Status::NotEstablished;
        file.seats = vec![SeatRow { layer: Layer::Cpts, status, record: 5, at: at(750., 6_520.) }];
        file.venues = vec![SignRow { record: 2, at: at(760., 6_580.) }];
        file.pins = vec![SignRow { record: 1, at: at(760., 6_580.) }];
        file.projects = vec![ProjectCounts { department: 0, departmental: 1, regional: 3 }];
        Model::new(file).unwrap()
    }

    fn view() -> Viewport {
        let bounds = MapBounds::new(km(590., 6_490.), km(810., 6_610.));
        Viewport::fit(bounds, (440.0, 240.0), Padding::even(0.0))
    }

    fn symbols(layers: &[Layer]) -> Symbols {
        let palette = Palette::LIGHT;
        let style =
            MapStyle { layers: layers.to_vec(), hidden: Vec::new(), choropleth: None, palette };
        Symbols::new(crate::scene::symbols::symbols(&model(), &style))
    }

    fn scheme(layer: Layer, index: usize) -> Subject {
        Subject::Scheme(SchemeIndex { layer, index })
    }

    #[test]
    fn a_symbol_is_hit_on_it_and_within_reach_and_not_farther() {
        let (symbols, view) = (symbols(&Layer::ALL), view());
        let seat = view.screen_from_map(km(750., 6_520.));
        let beside = |pixels: f64| ScreenPoint::new(seat.x + pixels, seat.y);
        let expected = Some(Marked::Signs(vec![scheme(Layer::Cpts, 5)]));
        assert_eq!(symbols.at(&view, beside(3.0), 0.0), expected);
        assert_eq!(symbols.at(&view, beside(14.0), 10.0), expected);
        assert_eq!(symbols.at(&view, beside(30.0), 10.0), None);
    }

    #[test]
    fn signs_at_one_point_come_together_and_a_second_choice_leads_to_the_next() {
        let (symbols, view) = (symbols(&Layer::ALL), view());
        let point = view.screen_from_map(km(760., 6_580.));
        let marked = symbols.at(&view, ScreenPoint::new(point.x, point.y - 8.0), 0.0).unwrap();
        let (pin, venue) = (scheme(Layer::Projects, 1), Subject::Venue(2));
        assert_eq!(marked, Marked::Signs(vec![pin.clone(), venue.clone()]));
        assert_eq!(marked.subject(None), Some(pin.clone()));
        assert_eq!(marked.subject(Some(&pin)), Some(venue.clone()));
        assert_eq!(marked.subject(Some(&venue)), Some(pin));
    }

    #[test]
    fn a_disc_leads_to_its_department_and_the_regional_one_shows_where_its_projects_are() {
        let (model, symbols, view) = (model(), symbols(&Layer::ALL), view());
        let (ain, region) = (Territory::Department(0), Territory::Region(0));
        let disc = view.screen_from_map(model.anchor(ain));
        assert_eq!(symbols.at(&view, disc, 0.0), Some(Marked::Projects(ain)));
        let regional = Marked::Projects(region);
        assert_eq!(regional.subject(None), Some(region.into()));
        assert_eq!(regional.outlined(&model), [ain.into()]);
    }

    #[test]
    fn what_is_not_shown_is_not_hit() {
        let (symbols, view) = (symbols(&[Layer::Cls]), view());
        for at in [km(750., 6_520.), km(760., 6_580.)] {
            assert_eq!(symbols.at(&view, view.screen_from_map(at), 4.0), None);
        }
    }
}
