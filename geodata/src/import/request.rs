//! The request of a steward to `geodata import`.

use map::Layer;
use std::path::PathBuf;

/// A file to import, and how.
#[derive(Clone, Debug)]
pub struct Request {
    /// The schemes that the file lists: CLS or CPTS.
    pub layer: Layer,
    /// The list (CSV or workbook) or the layer (GeoJSON).
    pub file: PathBuf,
    /// The sheet of a workbook; the one that looks most like a list where none is named.
    pub sheet: Option<String>,
    /// Identifier of its source in `sources.csv`.
    pub source: String,
    /// Columns whose names are not recognised: `nom=Libellé du contrat`.
    pub fields: Vec<String>,
    /// Statuses that are not recognised: `En cours=actif`.
    pub statuses: Vec<String>,
    /// Columns that are left aside although they look as if they gave something.
    pub ignored: Vec<String>,
    /// Names whose rows are of one scheme, however far apart they lie and however they are written.
    pub joined: Vec<String>,
    /// The region that the list is about, to tell communes of one name apart.
    pub region: Option<String>,
    /// The way with communes that a perimeter covers in part.
    pub partly_covered: PartlyCovered,
    /// The number of examples in the report.
    pub examples: Examples,
}

impl Request {
    /// A request to import `file`, a list of `layer` that `source` publishes, in which all is recognised without help.
    pub fn new(layer: Layer, file: impl Into<PathBuf>, source: impl Into<String>) -> Self {
        Self {
            layer,
            file: file.into(),
            sheet: None,
            source: source.into(),
            fields: Vec::new(),
            statuses: Vec::new(),
            ignored: Vec::new(),
            joined: Vec::new(),
            region: None,
            partly_covered: PartlyCovered::Refuse,
            examples: Examples::Some,
        }
    }

    /// The name of the file, without its folder.
    pub(super) fn name(&self) -> String {
        self.file.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }
}

/// The way with a commune of which a drawn perimeter covers a part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PartlyCovered {
    /// Report it, and write nothing.
    #[default]
    Refuse,
    /// Take it if more than half of it is inside, and say so.
    Majority,
}

/// The number of recognised territories that a report lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Examples {
    /// The first of each kind.
    #[default]
    Some,
    /// All of them.
    All,
}
