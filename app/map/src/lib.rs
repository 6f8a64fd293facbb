//! The pure core of the map: everything that can be computed without a browser. A table of contents by theme.

// Territories and schemes by name.
mod territory;

// Spaces: degrees, map metres, CSS pixels, and the ways between them.
mod projection;
mod space;

// Borders: arcs that two faces share.
pub mod mesh;

// The served files: their contract, and the data that has been loaded.
mod data;
pub mod served;

// Coverage: shares of territories inside perimeters.
mod coverage;

// Drawing: the items of a scene, the view, the canvas.
mod draw;
mod scene;
mod view;

// Input of the person, and the state of the page as a link.
mod input;
mod link;

// Lists and tables of territories and schemes.
pub mod table;

// Files to take along.
pub mod export;

// Search.
pub mod search;

// Sentences.
pub mod text;

// Functions in place of the standard library's, for a smaller page.
mod lean;

pub use coverage::{
    Amount, Atom, AtomSet, Class, CoverageByClass, KnownAtoms, Outside, SchemeCount, WhiteZone,
    coverage_by_class,
};
pub use data::{
    Atlas, CITY_BELOW, Cell, CoveredPart, Covering, DETAIL_BELOW, DataError, Detail, DetailLevel,
    EpciName, Membership, Model, Piece, Presence, Records, Scheme, SchemeIndex, Sign, Subject,
    Territory, departments_in_detail,
};
pub use draw::{
    Canvas, LinkShape, MapImage, Picture, PictureLink, PictureReach, REACH, draw, draw_selection,
    draw_within, outline_path, sample,
};
pub use input::{
    DOUBLE_TAP_MS, Direction, Gesture, GestureHandling, Hint, HoverThrottle, HoverTick, Navigation,
    Pointer, PointerKind, ViewChange, WheelKind, ZOOM_STEP, aimed_at, is_under_thumb, wheel_change,
};
pub use lean::{argsort, fixed};
pub use link::{Address, Center, Filter, Reading, SubjectKey, View, root_of};
pub use projection::{MAINLAND, Projection, country_bounds};
pub use scene::{
    Align, Backdrop, COMMUNE_BORDERS_BELOW, Choropleth, Color, EPCI_SHARES_BELOW, Fill, MapStyle,
    Mark, Marked, Overlay, Palette, Pattern, ScaleBar, Scene, Slant, Stroke, Symbols, TILE,
    TextStyle, Weight, backdrop, hover_strokes, shown_width_m,
};
pub use space::{LonLat, MapBounds, MapPoint, ScreenPoint, WindowPoint};
pub use territory::{
    CodeError, CommuneCode, CommuneIndex, CommuneProperties, Degree, DepartmentCode, EpciKind,
    EpciPartProperties, EpciSiren, KeyError, Layer, Level, RegionCode, Status, TerritoryKey,
};
pub use text::{CoverageLine, coverage_lines, source_date};
pub use view::{
    FLIGHT_MS, Flight, Inertia, MotionPreference, Padding, PixelRect, Placement, Raster, Repaint,
    Sample, Viewport, ZOOM_MS,
};
