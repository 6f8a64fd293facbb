//! The pure core of the map: what can be computed without a browser.

mod codes;
mod coverage;
mod layer;
mod projection;
pub mod served;
mod space;

pub use codes::{CodeError, CommuneCode, DepartmentCode, EpciSiren, RegionCode};
pub use coverage::{
    Amount, Atom, AtomSet, Class, CoverageByClass, TerritoryCoverage, coverage_by_class,
};
pub use layer::{Layer, Status};
pub use projection::{
    ConformalConic, ConicParameters, Ellipsoid, Frame, GRS80, INSET_LABEL_HEIGHT,
    INSET_SCALE_BAR_HEIGHT, MAINLAND, MercatorParameters, ProjectedPoint, TransverseMercator,
    country_bounds,
};
pub use space::{LonLat, MapBounds, MapPoint, ScreenPoint};
