//! The properties of CLS, CPTS and labelled projects.

use crate::{CommuneCode, DepartmentCode, EpciSiren, Status};
use serde::{Deserialize, Serialize};

/// Properties of a CLS or a CPTS.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SchemeProperties {
    /// Stable identifier.
    pub id: String,
    /// Name as published.
    pub nom: String,
    /// Its status.
    pub statut: Status,
    /// First day, ISO 8601; none when the source does not say.
    #[serde(default)]
    pub debut: Option<String>,
    /// Last day, ISO 8601; none when the source does not say.
    #[serde(default)]
    pub fin: Option<String>,
    /// Communes of the perimeter, those covered in part included.
    pub communes: Vec<CommuneCode>,
    /// Intercommunalities by which the source gives the perimeter.
    #[serde(default)]
    pub epci: Vec<EpciSiren>,
    /// Municipal arrondissements by which the source gives the perimeter.
    #[serde(default)]
    pub arrondissements: Vec<CommuneCode>,
    /// Web address; none when the source does not say.
    #[serde(default)]
    pub site: Option<String>,
    /// Remark for readers on this row.
    #[serde(default)]
    pub note: Option<String>,
    /// Identifier of the source.
    pub source: String,
    /// Day of the signature, ISO 8601; none when no source says.
    #[serde(default)]
    pub signature: Option<String>,
    /// The two dates between which it was signed, `from/to`.
    #[serde(default)]
    pub signature_entre: Option<String>,
    /// Day of a signature that was announced and not seen.
    #[serde(default)]
    pub signature_annoncee: Option<String>,
    /// Date of the state that was seen, ISO 8601.
    #[serde(default)]
    pub etat_du: Option<String>,
    /// First, second … contract of its territory.
    #[serde(default)]
    pub generation: Option<u8>,
    /// The departments of a scheme whose perimeter does not say them.
    #[serde(default)]
    pub departements: Vec<DepartmentCode>,
    /// The region of a scheme whose perimeter does not say it; `978` for Saint-Martin, off the map.
    #[serde(default)]
    pub region: Option<String>,
    /// The basis of the perimeter; none for a list that gives it whole.
    #[serde(default)]
    pub perimetre: Option<KnownBy>,
    /// Communes of which the scheme covers a part, and no source says which.
    #[serde(default)]
    pub en_partie: Vec<CommuneName>,
    /// The communes that are known of a perimeter whose rest is not.
    #[serde(default)]
    pub connues: Vec<CommuneName>,
    /// Inhabitants that a source announces.
    #[serde(default)]
    pub population_annoncee: Option<u32>,
    /// Number of communes that a source announces.
    #[serde(default)]
    pub communes_annoncees: Option<u32>,
    /// Address of the page that states the row.
    #[serde(default)]
    pub page: Option<String>,
    /// Publisher of that page.
    #[serde(default)]
    pub editeur: Option<String>,
    /// Day or month on which it was read, ISO 8601.
    #[serde(default)]
    pub lue: Option<String>,
    /// Address of a second page.
    #[serde(default)]
    pub seconde_page: Option<String>,
    /// Identifier of the scheme that follows it.
    #[serde(default)]
    pub suite: Option<String>,
    /// Identifier of a scheme that it may be the same as.
    #[serde(default)]
    pub voir: Option<String>,
    /// FINESS number of its registered seat.
    #[serde(default)]
    pub finess: Option<String>,
    /// That seat, degrees east and north.
    #[serde(default)]
    pub siege: Option<[f64; 2]>,
    /// Fields that are deduced, each alone or with the part that is: `fin`, `signature:mois`.
    #[serde(default)]
    pub deduit: Vec<String>,
    /// Reservation for readers.
    #[serde(default)]
    pub reserve: Option<String>,
    /// Axes of a contract, in the words of its page.
    #[serde(default)]
    pub axes: Vec<String>,
}

impl SchemeProperties {
    /// A scheme of which nothing else is known.
    pub fn named(id: &str, nom: &str, statut: Status, source: &str) -> Self {
        Self {
            id: id.to_owned(),
            nom: nom.to_owned(),
            statut,
            debut: None,
            fin: None,
            communes: Vec::new(),
            epci: Vec::new(),
            arrondissements: Vec::new(),
            site: None,
            note: None,
            source: source.to_owned(),
            signature: None,
            signature_entre: None,
            signature_annoncee: None,
            etat_du: None,
            generation: None,
            departements: Vec::new(),
            region: None,
            perimetre: None,
            en_partie: Vec::new(),
            connues: Vec::new(),
            population_annoncee: None,
            communes_annoncees: None,
            page: None,
            editeur: None,
            lue: None,
            seconde_page: None,
            suite: None,
            voir: None,
            finess: None,
            siege: None,
            deduit: Vec::new(),
            reserve: None,
            axes: Vec::new(),
        }
    }

    /// Whether the whole perimeter is known.
    pub fn has_perimeter(&self) -> bool {
        self.perimetre.is_none_or(KnownBy::is_whole) && self.region.as_deref() != Some(SAINT_MARTIN)
    }
}

/// The collectivity that is not on the map, and of which two schemes are known.
pub const SAINT_MARTIN: &str = "978";

/// The basis on which the perimeter of a scheme is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum KnownBy {
    /// A source lists the communes.
    #[serde(rename = "liste")]
    List,
    /// A source names whole intercommunalities.
    #[serde(rename = "epci")]
    Epci,
    /// A source names communes.
    #[serde(rename = "communes")]
    Communes,
    /// Deduced from the name and the announced population.
    #[serde(rename = "deduit")]
    Deduced,
    /// Some communes are known, never the whole.
    #[serde(rename = "partiel")]
    Partial,
    /// Nothing is known of it.
    #[serde(rename = "inconnu")]
    Unknown,
}

impl KnownBy {
    /// All, from the surest.
    pub const ALL: [Self; 6] =
        [Self::List, Self::Epci, Self::Communes, Self::Deduced, Self::Partial, Self::Unknown];

    /// The name in tables.
    pub const fn code(self) -> &'static str {
        match self {
            Self::List => "liste",
            Self::Epci => "epci",
            Self::Communes => "communes",
            Self::Deduced => "deduit",
            Self::Partial => "partiel",
            Self::Unknown => "inconnu",
        }
    }

    /// Whether the communes are all of the perimeter.
    pub const fn is_whole(self) -> bool {
        !matches!(self, Self::Partial | Self::Unknown)
    }
}

/// Properties of a labelled project. Its perimeter is its department.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProjectProperties {
    /// Stable identifier.
    pub id: String,
    /// Title as published.
    pub nom: String,
    /// Always [`Status::Labelled`].
    pub statut: Status,
    /// Whether the list counts it as a regional project.
    pub portee: Reach,
    /// The department where it takes place.
    pub departement: DepartmentCode,
    /// Name shared by identical projects.
    pub dispositif: String,
    /// One of the four themes; none when the source does not say.
    #[serde(default)]
    pub theme: Option<String>,
    /// The holder; none when the source does not say.
    #[serde(default)]
    pub porteur: Option<String>,
    /// The objectives; none when the source does not say.
    #[serde(default)]
    pub objectifs: Option<String>,
    /// Places that the title names.
    #[serde(default)]
    pub lieux: Vec<NamedCommune>,
    /// Identifier of the source.
    pub source: String,
}

/// The reach of a project, as its list sorts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reach {
    /// Listed under « Régional ».
    #[serde(rename = "regional")]
    Regional,
    /// Listed under a department.
    #[serde(rename = "departemental")]
    Departmental,
}

/// A commune by its code and its name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CommuneName {
    /// INSEE code.
    pub code: CommuneCode,
    /// Name.
    pub nom: String,
}

/// A commune that a project names, with a point on the map.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NamedCommune {
    /// INSEE code.
    pub code: CommuneCode,
    /// Name.
    pub nom: String,
    /// The intercommunality it belongs to.
    pub epci: Option<EpciSiren>,
    /// A point inside it, degrees east and north.
    pub lon_lat: [f64; 2],
}
