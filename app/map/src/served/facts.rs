//! Facts beside the lists of schemes: published figures, places, calls, roadmaps.

use super::{Call, Roadmap, Statement};
use crate::{CommuneCode, DepartmentCode, EpciSiren, Layer, Level, RegionCode};
use serde::{Deserialize, Serialize};

/// `faits.json`: every published fact, in the order of its table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Facts {
    /// Published figures.
    pub indicateurs: Vec<Indicator>,
    /// Places where something is offered, or took place.
    pub lieux: Vec<NamedPlace>,
    /// Statements of further sources on a scheme, a call or a set of roadmaps.
    pub complements: Vec<Statement>,
    /// Schemes that are named somewhere and whose perimeter is unknown.
    pub mentions: Vec<Mention>,
    /// Calls for projects.
    pub appels: Vec<Call>,
    /// Territorial roadmaps.
    pub feuilles_de_route: Vec<Roadmap>,
    /// Criteria, committee and support of the « CNR Santé » label, and its consultation.
    pub label: Vec<CnrEntry>,
    /// Aims and funding of schemes, national missions, measures, recommendations.
    pub reperes: Vec<KeyFact>,
}

/// A figure as published, never one that we compute.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Indicator {
    /// Stable identifier.
    pub id: String,
    /// The thing that is counted.
    pub libelle: String,
    /// The number, in `unite`; a share in `%` goes from 0 to 100.
    pub valeur: f64,
    /// The unit of the number.
    pub unite: String,
    /// Its precision.
    pub precision: Precision,
    /// Observed, or an objective.
    pub nature: Nature,
    /// The whole that it is a part of; none when there is none, or the source does not say.
    #[serde(default)]
    pub denominateur: Option<String>,
    /// The level of its territory.
    pub niveau: Level,
    /// The code of that territory; `FR` for the country.
    pub code: String,
    /// The date it holds for, ISO 8601 (for an objective, its term); none when the source gives
    /// none.
    #[serde(default)]
    pub date: Option<String>,
    /// Identifier shared by figures that disagree, which are shown together.
    #[serde(default)]
    pub desaccord: Option<String>,
    /// Identifier of the source.
    pub source: String,
    /// Remark for readers.
    #[serde(default)]
    pub note: Option<String>,
    /// Address of the page that states it, where its source is many pages.
    #[serde(default)]
    pub page: Option<String>,
    /// Publisher of that page.
    #[serde(default)]
    pub editeur: Option<String>,
    /// Day or month on which that page was read, ISO 8601.
    #[serde(default)]
    pub lue: Option<String>,
}

/// The precision of a published figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Precision {
    /// As counted.
    #[serde(rename = "exact")]
    Exact,
    /// « Plus de ».
    #[serde(rename = "plus_de")]
    MoreThan,
    /// « Près de ».
    #[serde(rename = "pres_de")]
    Nearly,
    /// « De l’ordre de ».
    #[serde(rename = "de_l_ordre_de")]
    About,
}

/// The nature of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Nature {
    /// An observation.
    #[serde(rename = "constat")]
    Observed,
    /// An aim.
    #[serde(rename = "objectif")]
    Objective,
    /// A limit.
    #[serde(rename = "plafond")]
    Ceiling,
}

/// A place that a source names, with the territories around it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NamedPlace {
    /// Stable identifier.
    pub id: String,
    /// Name.
    pub nom: String,
    /// Its kind.
    #[serde(rename = "type")]
    pub kind: PlaceKind,
    /// INSEE code of its commune; none when the source does not say.
    #[serde(default)]
    pub commune: Option<CommuneCode>,
    /// Name of its commune, or of its intercommunality when the commune is unknown.
    pub nom_commune: String,
    /// Intercommunality that it lies in; none on four islands.
    pub epci: Option<EpciSiren>,
    /// Department that it lies in.
    pub departement: DepartmentCode,
    /// Region that it lies in.
    pub region: RegionCode,
    /// The establishment in charge; none when the source does not say.
    #[serde(default)]
    pub etablissement: Option<String>,
    /// Day of the event, ISO 8601; none when the source does not say.
    #[serde(default)]
    pub date: Option<String>,
    /// Identifier of the source.
    pub source: String,
    /// Remark for readers.
    #[serde(default)]
    pub note: Option<String>,
}

/// The kind of a named place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlaceKind {
    /// A mobile permanence d’accès aux soins de santé.
    PassMobile,
    /// A PASS for somatic care.
    PassSomatique,
    /// A PASS for perinatal care.
    PassPerinatalite,
    /// A dental consultation attached to a PASS.
    ConsultationDentaire,
    /// A participatory health centre.
    CentreParticipatif,
    /// The venue of a « réunion de bassin de vie ».
    ReunionBassinDeVie,
    /// The venue of the signature of a CLS.
    SignatureCls,
    /// The venue of a conference on local health.
    ConferenceSante,
    /// The venue of a day of talks.
    Journee,
}

impl PlaceKind {
    /// The French words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::PassMobile => "PASS mobile",
            Self::PassSomatique => "PASS somatique",
            Self::PassPerinatalite => "PASS périnatalité",
            Self::ConsultationDentaire => "Consultation dentaire",
            Self::CentreParticipatif => "Centre de santé participatif",
            Self::ReunionBassinDeVie => "Réunion de bassin de vie",
            Self::SignatureCls => "Signature d’un CLS",
            Self::ConferenceSante => "Conférence de santé",
            Self::Journee => "Journée",
        }
    }
}

/// A scheme that a source names without its perimeter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mention {
    /// Stable identifier.
    pub id: String,
    /// Name.
    pub nom: String,
    /// The layer it would belong to.
    pub couche: Layer,
    /// Region; none when the source does not say.
    #[serde(default)]
    pub region: Option<RegionCode>,
    /// Department; none when the source does not say.
    #[serde(default)]
    pub departement: Option<DepartmentCode>,
    /// Date, ISO 8601; none when the source gives none.
    #[serde(default)]
    pub date: Option<String>,
    /// Identifier of the source.
    pub source: String,
    /// Remark for readers.
    #[serde(default)]
    pub note: Option<String>,
}

/// An entry of the « CNR Santé » label: a criterion, a member of its committee, a means of support,
/// or a theme or step of its consultation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CnrEntry {
    /// Stable identifier.
    pub id: String,
    /// The kind of an entry of the label.
    pub genre: CnrEntryKind,
    /// The text as published.
    pub libelle: String,
    /// Date, ISO 8601; none when the source gives none.
    #[serde(default)]
    pub date: Option<String>,
    /// Identifier of the source.
    pub source: String,
    /// Remark for readers.
    #[serde(default)]
    pub note: Option<String>,
}

/// The kind of an entry of the label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CnrEntryKind {
    /// A condition that a labelled project meets.
    #[serde(rename = "critere")]
    Criterion,
    /// A theme of the consultation.
    #[serde(rename = "theme")]
    Theme,
    /// A member of the committee that labels.
    #[serde(rename = "comite")]
    Committee,
    /// A step or a means of the consultation.
    #[serde(rename = "demarche")]
    Process,
    /// Help that a labelled project gets.
    #[serde(rename = "soutien")]
    Support,
}

/// One item of a list that explains schemes or national policy.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeyFact {
    /// Stable identifier.
    pub id: String,
    /// The list that it belongs to.
    pub sujet: Topic,
    /// Its number in that list, as the source counts or orders it.
    pub ordre: u8,
    /// The words.
    pub libelle: String,
    /// The region that it is true of; none when it holds for the whole country.
    #[serde(default)]
    pub region: Option<RegionCode>,
    /// Date, ISO 8601; none when the source gives none.
    #[serde(default)]
    pub date: Option<String>,
    /// Identifier of the source.
    pub source: String,
    /// A remark for readers.
    #[serde(default)]
    pub note: Option<String>,
}

/// A list of key facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// The aim of a CLS.
    ClsObjectif,
    /// Reasons to make a CLS.
    ClsRaison,
    /// The funding of a CLS: the payers, and what they pay.
    ClsFinancement,
    /// Missions that a CPTS may be given.
    CptsMission,
    /// The ordinance of 12 May 2021 on CPTS and MSP.
    #[serde(rename = "ordonnance_2021")]
    Ordonnance2021,
    /// A telephone number that people may need.
    NumeroUtile,
    /// Recommendations of the Cour des comptes on primary care.
    Recommandation,
    /// Steps taken under pillar 4 of the Ségur de la santé.
    SegurAvancement,
    /// Measures of pillar 4 of the Ségur de la santé, by their numbers.
    SegurMesure,
}

impl Topic {
    /// The French words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::ClsObjectif => "Objectif d’un CLS",
            Self::ClsRaison => "Pourquoi un CLS",
            Self::ClsFinancement => "Qui finance un CLS",
            Self::CptsMission => "Missions de service public qu’une CPTS peut assurer",
            Self::Ordonnance2021 => "Ordonnance du 12\u{a0}mai\u{a0}2021",
            Self::NumeroUtile => "Numéro utile",
            Self::Recommandation => "Recommandations de la Cour des comptes",
            Self::SegurAvancement => "Ségur de la santé, pilier\u{a0}4\u{a0}: étapes",
            Self::SegurMesure => "Ségur de la santé, pilier\u{a0}4\u{a0}: mesures",
        }
    }
}
