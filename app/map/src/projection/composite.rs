//! The composite projection: one projection for the mainland, one for each inset, and the one way from
//! degrees to the map plane and back.

use std::sync::LazyLock;

use super::layout::{GUADELOUPE, GUYANE, Inset, LA_REUNION, MAINLAND, MARTINIQUE, MAYOTTE};
use super::point::ProjectedPoint;
use super::system::{NORTH, SOUTH, System};
use crate::{LonLat, MapBounds, MapPoint};

/// The projection of the mainland, or that of an overseas department with the inset that it lies in.
///
/// # Example
/// ```
/// use map::{LonLat, Projection};
///
/// let cayenne = LonLat::new(-52.3261, 4.9372);
/// let guyane = Projection::of_department("973");
/// let on_map = guyane.map_from_lon_lat(cayenne);
/// assert_eq!(Projection::at(on_map), guyane, "in its inset in the Bay of Biscay");
/// let back = guyane.lon_lat_from_map(on_map);
/// assert!((back.lon - cayenne.lon).abs() < 1e-9 && (back.lat - cayenne.lat).abs() < 1e-9);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Projection {
    /// The mainland and Corsica: the map plane is Lambert-93 itself.
    Mainland,
    /// Department 971.
    Guadeloupe,
    /// Department 972.
    Martinique,
    /// Department 973.
    Guyane,
    /// Department 974.
    LaReunion,
    /// Department 976.
    Mayotte,
}

/// The coordinate system of each, in the order of [`Projection::ALL`].
static SYSTEMS: LazyLock<[System; 6]> = LazyLock::new(|| {
    [
        System::lambert_93(),
        System::utm(20, NORTH),
        System::utm(20, NORTH),
        System::utm(22, NORTH),
        System::utm(40, SOUTH),
        System::utm(38, SOUTH),
    ]
});

impl Projection {
    /// The mainland, then the insets in the order of their codes.
    pub const ALL: [Self; 6] = [
        Self::Mainland,
        Self::Guadeloupe,
        Self::Martinique,
        Self::Guyane,
        Self::LaReunion,
        Self::Mayotte,
    ];

    /// The projection of the department with the COG code `code`. A code without an inset, known
    /// or not, is of the mainland.
    pub fn of_department(code: &str) -> Self {
        match code {
            "971" => Self::Guadeloupe,
            "972" => Self::Martinique,
            "973" => Self::Guyane,
            "974" => Self::LaReunion,
            "976" => Self::Mayotte,
            _ => Self::Mainland,
        }
    }

    /// The projection of the inset that contains `map`, its edge included; the mainland outside
    /// every inset.
    pub fn at(map: MapPoint) -> Self {
        let is_here =
            |projection: &Self| projection.inset_bounds().is_some_and(|it| it.contains(map));
        Self::ALL.into_iter().find(is_here).unwrap_or(Self::Mainland)
    }

    /// The French name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Mainland => "France métropolitaine",
            Self::Guadeloupe => "Guadeloupe",
            Self::Martinique => "Martinique",
            Self::Guyane => "Guyane",
            Self::LaReunion => "La Réunion",
            Self::Mayotte => "Mayotte",
        }
    }

    /// The COG code of an inset's department; `None` for the mainland.
    pub fn department(self) -> Option<&'static str> {
        match self {
            Self::Mainland => None,
            Self::Guadeloupe => Some("971"),
            Self::Martinique => Some("972"),
            Self::Guyane => Some("973"),
            Self::LaReunion => Some("974"),
            Self::Mayotte => Some("976"),
        }
    }

    /// The box of the inset, in map metres; `None` for the mainland.
    pub fn inset_bounds(self) -> Option<MapBounds> {
        self.inset().map(|inset| inset.bounds)
    }

    /// Map metres per metre of the coordinate system.
    pub fn scale(self) -> f64 {
        self.inset().map_or(1.0, |inset| inset.scale)
    }

    /// Metres on the ground per map metre, for a scale bar. The distortion of the coordinate
    /// systems, about 3 ‰ at most over the territories, is left out.
    pub(crate) fn ground_metres_per_map_metre(self) -> f64 {
        1.0 / self.scale()
    }

    /// The map point of `lon_lat` in this projection: whether it is inside the territory is *not*
    /// checked.
    pub fn map_from_lon_lat(self, lon_lat: LonLat) -> MapPoint {
        let point = self.system().forward(lon_lat);
        match self.inset() {
            Some(inset) => inset.map_from_projected(point),
            None => MapPoint::new(point.east, point.north),
        }
    }

    /// The position that `map` shows in this projection: the inverse of
    /// [`Projection::map_from_lon_lat`]. [`Projection::at`] gives the projection of a point.
    pub fn lon_lat_from_map(self, map: MapPoint) -> LonLat {
        let point = match self.inset() {
            Some(inset) => inset.projected_from_map(map),
            None => ProjectedPoint::new(map.x, map.y),
        };
        self.system().inverse(point)
    }

    pub(super) fn system(self) -> &'static System {
        &SYSTEMS[self as usize]
    }

    fn inset(self) -> Option<&'static Inset> {
        match self {
            Self::Mainland => None,
            Self::Guadeloupe => Some(&GUADELOUPE),
            Self::Martinique => Some(&MARTINIQUE),
            Self::Guyane => Some(&GUYANE),
            Self::LaReunion => Some(&LA_REUNION),
            Self::Mayotte => Some(&MAYOTTE),
        }
    }
}

/// The bounds of the whole map: the mainland and the insets.
pub fn country_bounds() -> MapBounds {
    Projection::ALL
        .into_iter()
        .filter_map(Projection::inset_bounds)
        .fold(MAINLAND, MapBounds::union)
}
