//! The pure core of the map: what can be computed without a browser. A table of contents by theme.

// What there is.
mod territory;

// Where it is.
mod projection;
mod space;

// Borders: arcs that two faces share.
pub mod mesh;

// The files: their contract, and what has been loaded of them.
mod data;
pub mod served;

// How much is covered.
mod coverage;

// What is drawn, from where, on what.
mod draw;
mod scene;
mod view;

// What is done with it, and the state as a URL.
mod input;
mod link;

// What is said.
pub mod text;

// Savings of bytes in the program of the page, each with what it saves.
mod lean;

pub use coverage::{Amount, Atom, AtomSet, Class, CoverageByClass, coverage_by_class};
pub use data::{
    Atlas, Cell, Covering, DETAIL_BELOW, DataError, Detail, EpciName, Model, Piece, Records,
    Scheme, Territory, departments_in_detail,
};
pub use draw::{Canvas, REACH, draw, draw_selection, draw_within, outline_path};
pub use input::{
    Direction, Gesture, GestureHandling, Hint, HoverThrottle, HoverTick, Navigation, Pointer,
    PointerKind, ViewChange, WheelKind, ZOOM_STEP, wheel_change,
};
pub use lean::{argsort, fixed};
pub use link::{Address, Center, Filter, View, root_of};
pub use projection::{MAINLAND, Projection, country_bounds};
pub use scene::{
    Align, COMMUNE_BORDERS_BELOW, Color, Fill, MapStyle, Palette, Pattern, ScaleBar, Scene, Stroke,
    TextStyle, Weight, hover_strokes,
};
pub use space::{LonLat, MapBounds, MapPoint, ScreenPoint, WindowPoint};
pub use territory::{
    CodeError, CommuneCode, CommuneIndex, CommuneProperties, DepartmentCode, EpciKind,
    EpciPartProperties, EpciSiren, KeyError, Layer, Level, RegionCode, Status, TerritoryKey,
};
pub use text::{CoverageLine, coverage_lines, source_date};
pub use view::{
    FLIGHT_MS, Flight, Inertia, MotionPreference, Padding, PixelRect, Placement, Raster, Repaint,
    Sample, Viewport, ZOOM_MS,
};
