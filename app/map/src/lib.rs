//! The pure core of the map: what can be computed without a browser.

mod address;
mod answer;
mod atoms;
mod borders;
mod canvas;
mod codes;
mod commune;
mod coverage;
mod direction;
mod draw;
mod filter;
mod gesture;
mod labels;
mod layer;
mod model;
mod motion;
mod palette;
mod projection;
mod scene;
#[cfg(test)]
mod seeded;
pub mod served;
mod shapes;
mod space;
mod symbols;
pub mod text;
mod viewport;

pub use address::{Address, Place, View, root_of};
pub use answer::{CoverageLine, coverage_lines, source_date};
pub use atoms::AtomSet;
pub use borders::{Lines, borders};
pub use canvas::{Align, Canvas, Color, Fill, Pattern, Stroke, TextStyle, Weight};
pub use codes::{CodeError, CommuneCode, DepartmentCode, EpciSiren, RegionCode};
pub use commune::{CommuneIndex, CommuneProperties, EpciPartProperties};
pub use coverage::{Amount, Atom, Class, CoverageByClass, TerritoryCoverage, coverage_by_class};
pub use direction::{Direction, island_links, nearest_towards, neighbour_towards};
pub use draw::draw;
pub use filter::Filter;
pub use gesture::{
    Change, Gesture, Hint, Manners, Pointer, PointerKind, WheelKind, ZOOM_STEP, wheel_change,
};
pub use labels::{Label, LabelKind, place_labels};
pub use layer::{Layer, Status};
pub use model::{Border, Covering, Model, Schemes, Symbol, SymbolKind, Territories, Territory};
pub use motion::{FLIGHT_MS, Flight, Inertia, MotionPreference, Sample, ZOOM_MS};
pub use palette::Palette;
pub use projection::{
    ConformalConic, ConicParameters, Ellipsoid, Frame, GRS80, INSET_LABEL_HEIGHT,
    INSET_SCALE_BAR_HEIGHT, MAINLAND, MercatorParameters, ProjectedPoint, TransverseMercator,
    country_bounds,
};
pub use scene::{Item, Look, Scene};
pub use shapes::Shapes;
pub use space::{LonLat, MapBounds, MapPoint, ScreenPoint};
pub use viewport::{Padding, Viewport};
