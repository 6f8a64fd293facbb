//! The contract of the served files, which the compiler writes and the page reads.
//!
//! Names of fields are the names of properties, in French, as data columns are.

// The open data.
mod coverage;
mod manifest;
mod schemes;
mod territories;

// Facts beside the lists of schemes.
mod facts;
mod plans;
mod territory_facts;

// The page's own files.
mod map_file;
mod records;
mod shares;

// Dates in all of them.
mod iso_date;

pub use coverage::{CoverageFile, TerritoryCoverage};
pub use facts::{
    CnrEntry, CnrEntryKind, Facts, Indicator, KeyFact, Mention, NamedPlace, Nature, PlaceKind,
    Precision, Topic,
};
pub use iso_date::{first_day, is_over_a_year_old, last_day, years_before};
pub use manifest::{Documentation, Manifest, RegionDegree, ServedFile, Source};
pub(crate) use map_file::delta_decode;
pub use map_file::{
    CityFile, DepartmentRow, DetailFile, DocumentedRegion, EpciColumns, MapFile, Prefecture,
    ProjectCounts, RecordsFile, RegionRow, RoundedPoint, SchemeRow, SeatRow, SignRow, delta_encode,
};
pub use plans::{Call, CallStatus, Field, Roadmap, Statement};
pub use records::{CommuneRow, CommunesFile, PackedRecords, RecordsRest, SchemeRest};
pub use schemes::{
    CommuneName, KnownBy, NamedCommune, ProjectProperties, Reach, SAINT_MARTIN, SchemeProperties,
};
pub use shares::{LayerShares, SHARE_CLASSES, Share, ShareRow, SharesFile, WhiteZones};
pub use territories::{KindError, TerritoryKind, TerritoryProperties};
pub use territory_facts::TerritoryFacts;
