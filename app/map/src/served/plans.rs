//! Calls, roadmaps, and statements of further sources on schemes.

use crate::{DepartmentCode, RegionCode};
use serde::{Deserialize, Serialize};

/// A statement of a source on a scheme, beside the row of the scheme itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Statement {
    /// Identifier of a CLS, a CPTS or a project, or the `ensemble` of a roadmap.
    pub dispositif: String,
    /// Its subject.
    pub champ: Field,
    /// Its value: a status for `statut`, a date for `signature`, two years with a slash
    /// between them for `periode`, a number for `generation`, words for the others.
    pub valeur: String,
    /// Date, ISO 8601; none when the source gives none.
    #[serde(default)]
    pub date: Option<String>,
    /// Identifier of the source.
    pub source: String,
    /// Remark for readers.
    #[serde(default)]
    pub note: Option<String>,
}

/// The subject of a statement. A scheme may have several axes, priorities, actions and meetings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The corrected name, for display.
    Nom,
    /// The status of the scheme.
    Statut,
    /// The rank of the contract in time: 2 for a second one.
    Generation,
    /// First and last year.
    Periode,
    /// Day of the signature.
    Signature,
    /// The venue of the signature.
    LieuSignature,
    /// The coordinator.
    Coordination,
    /// The signatories.
    Signataires,
    /// An axis of the contract.
    Axe,
    /// A priority of the roadmap.
    Priorite,
    /// An action of the plan.
    Action,
    /// The subject of a meeting to come.
    ReunionAVenir,
    /// The origin of the scheme.
    Origine,
    /// Its location in the words of the source: no perimeter.
    Lieu,
    /// The perimeter that another source gives: codes, with their names in the note.
    Perimetre,
    /// The word of the region’s list on a scheme that it does not have.
    Liste,
}

impl Field {
    /// The French words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Nom => "Nom",
            Self::Statut => "Statut",
            Self::Generation => "Génération",
            Self::Periode => "Période",
            Self::Signature => "Signature",
            Self::LieuSignature => "Lieu de signature",
            Self::Coordination => "Coordination",
            Self::Signataires => "Signataires",
            Self::Axe => "Axe",
            Self::Priorite => "Priorité",
            Self::Action => "Action",
            Self::ReunionAVenir => "Réunion à venir",
            Self::Origine => "Origine",
            Self::Lieu => "Où",
            Self::Perimetre => "Périmètre",
            Self::Liste => "Liste de la région",
        }
    }
}

/// A call for projects.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Call {
    /// Stable identifier.
    pub id: String,
    /// Title.
    pub titre: String,
    /// Region whose ARS makes it.
    pub region: RegionCode,
    /// Whether the call is open, according to the source.
    pub statut: CallStatus,
    /// Last day to answer, ISO 8601; none when the source does not say.
    #[serde(default)]
    pub cloture: Option<String>,
    /// First closing day of a call that was put off, ISO 8601; none for others.
    #[serde(default)]
    pub cloture_initiale: Option<String>,
    /// Themes.
    pub themes: Vec<String>,
    /// Examples, a list for each theme; empty when the source gives none.
    #[serde(default)]
    pub exemples: Vec<Vec<String>>,
    /// The bodies that may answer; empty when the source does not say.
    pub porteurs: Vec<String>,
    /// The duties of those who answer; empty when the source does not say.
    #[serde(default)]
    pub engagements: Vec<String>,
    /// Date, ISO 8601; none when the source gives none.
    #[serde(default)]
    pub date: Option<String>,
    /// Identifier of the source.
    pub source: String,
    /// Remark for readers.
    #[serde(default)]
    pub note: Option<String>,
}

/// Whether one may answer a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CallStatus {
    /// Open.
    #[serde(rename = "ouvert")]
    Open,
    /// Closed.
    #[serde(rename = "clos")]
    Closed,
    /// To come.
    #[serde(rename = "annonce")]
    Announced,
}

/// The roadmap of one territory of health.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Roadmap {
    /// Stable identifier.
    pub id: String,
    /// Title.
    pub titre: String,
    /// Shared by roadmaps that were made together; statements on them bear it as `dispositif`.
    pub ensemble: String,
    /// Name of the territory of health, which may be less than a department.
    pub territoire: String,
    /// Region.
    pub region: RegionCode,
    /// The departments that it lies in.
    pub departements: Vec<DepartmentCode>,
    /// Date, ISO 8601; none when the source gives none.
    #[serde(default)]
    pub date: Option<String>,
    /// Identifier of the source.
    pub source: String,
    /// Remark for readers.
    #[serde(default)]
    pub note: Option<String>,
}
