//! The pure core of the map: what can be computed without a browser.

mod address;
mod atlas;
mod atoms;
mod canvas;
mod codes;
mod commune;
mod coverage;
mod detail;
mod direction;
mod draw;
mod filter;
mod gesture;
mod glances;
mod labels;
mod layer;
mod level;
pub mod mesh;
mod model;
mod motion;
mod names;
mod navigation;
mod order;
mod palette;
mod plate;
mod projection;
mod records;
mod scale_bar;
mod scene;
mod seam;
#[cfg(test)]
mod seeded;
pub mod served;
mod sheet;
mod space;
mod svg;
mod symbols;
pub mod text;
mod viewport;

pub use address::{Address, Place, View, root_of};
pub use atlas::{Atlas, Piece};
pub use atoms::AtomSet;
pub use canvas::{Align, Canvas, Color, Fill, Pattern, Stroke, TextStyle, Weight};
pub use codes::{CodeError, CommuneCode, DepartmentCode, EpciSiren, RegionCode};
pub use commune::{CommuneIndex, CommuneProperties, EpciPartProperties};
pub use coverage::{Amount, Atom, Class, CoverageByClass, TerritoryCoverage, coverage_by_class};
pub use detail::Detail;
pub use direction::{Direction, island_links, nearest_towards, neighbour_towards};
pub use draw::{REACH, draw, draw_part, draw_selection, outline_path};
pub use filter::Filter;
pub use gesture::{
    Change, Gesture, Hint, Manners, Pointer, PointerKind, WheelKind, ZOOM_STEP, wheel_change,
};
pub use glances::{Glance, Glances};
pub use labels::{Label, LabelKind, place_labels};
pub use layer::{Layer, Status};
pub use level::{DETAIL_BELOW, departments_in_detail};
pub use model::{Cell, EpciName, Model, Scheme, Territory};
pub use motion::{FLIGHT_MS, Flight, Inertia, MotionPreference, Sample, ZOOM_MS};
pub use names::{Symbols, names};
pub use navigation::Navigation;
pub use order::{key, ordered};
pub use palette::Palette;
pub use projection::{
    ConformalConic, ConicParameters, Ellipsoid, Frame, GRS80, INSET_LABEL_HEIGHT,
    INSET_SCALE_BAR_HEIGHT, MAINLAND, MercatorParameters, ProjectedPoint, TransverseMercator,
    country_bounds,
};
pub use records::{Covering, Records};
pub use scale_bar::ScaleBar;
pub use scene::{COMMUNES_BELOW, Item, Look, Scene, hover_strokes};
pub use sheet::{Painting, Part, Placement, Sheet};
pub use space::{LonLat, MapBounds, MapPoint, ScreenPoint};
pub use svg::PathText;
pub use symbols::{Symbol, SymbolKind};
pub use text::{CoverageLine, coverage_lines, source_date};
pub use viewport::{Padding, Viewport};
