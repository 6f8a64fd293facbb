//! Calls, roadmaps, and what further sources say of a scheme.

use crate::{DepartmentCode, RegionCode};
use serde::{Deserialize, Serialize};

/// One thing that a source says of a scheme, beside the row of the scheme itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Statement {
    /// Identifier of a CLS, a CPTS or a project, or the `ensemble` of a roadmap.
    pub dispositif: String,
    /// What it says something of.
    pub champ: Field,
    /// What it says: a status for `statut`, a date for `signature`, two years with a slash
    /// between them for `periode`, a number for `generation`, words for the others.
    pub valeur: String,
    /// Date, ISO 8601; none when the source gives none.
    #[serde(default)]
    pub date: Option<String>,
    /// Identifier of the source.
    pub source: String,
    /// What a reader must know.
    #[serde(default)]
    pub note: Option<String>,
}

/// What a statement is about. There may be several axes, priorities, actions and meetings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// Where the scheme stands.
    Statut,
    /// The how-manieth contract it is.
    Generation,
    /// First and last year.
    Periode,
    /// Day of the signature.
    Signature,
    /// Where it was signed.
    LieuSignature,
    /// Who coordinates it.
    Coordination,
    /// Who signed it.
    Signataires,
    /// An axis of the contract.
    Axe,
    /// A priority of the roadmap.
    Priorite,
    /// Something to be done.
    Action,
    /// The subject of a meeting to come.
    ReunionAVenir,
    /// How the scheme came about.
    Origine,
    /// Where it is, in the words of the source: no perimeter.
    Lieu,
}

impl Field {
    /// The French words.
    pub const fn label(self) -> &'static str {
        match self {
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
    /// Whether one may still answer, according to the source.
    pub statut: CallStatus,
    /// Last day to answer, ISO 8601; none when the source does not say.
    #[serde(default)]
    pub cloture: Option<String>,
    /// Last day before it was put off, ISO 8601; none when it was not.
    #[serde(default)]
    pub cloture_initiale: Option<String>,
    /// Themes.
    pub themes: Vec<String>,
    /// Examples, a list for each theme; empty when the source gives none.
    #[serde(default)]
    pub exemples: Vec<Vec<String>>,
    /// Who may answer; empty when the source does not say.
    pub porteurs: Vec<String>,
    /// What is asked of those who answer; empty when the source does not say.
    #[serde(default)]
    pub engagements: Vec<String>,
    /// Date, ISO 8601; none when the source gives none.
    #[serde(default)]
    pub date: Option<String>,
    /// Identifier of the source.
    pub source: String,
    /// What a reader must know.
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
    /// What a reader must know.
    #[serde(default)]
    pub note: Option<String>,
}
