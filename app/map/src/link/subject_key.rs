//! Subject keys: the selected thing as an address names it, by a path and an anchor.
//!
//! | subject | path | anchor |
//! | --- | --- | --- |
//! | a region, a department, an intercommunality | `territoire/epci-200046977/` | |
//! | a commune or an arrondissement | that of its intercommunality; none where that is not known | `commune-69266` |
//! | a CLS, a CPTS, a project | `dispositif/cls-lyon/` | |
//! | a named place | | `lieu-pass-mobile-lyon` |

use crate::{CommuneCode, Level, TerritoryKey};

/// The folders of the pages of territories and of schemes.
const TERRITORIES: &str = "/territoire/";
const SCHEMES: &str = "/dispositif/";
/// The folder of the embeds of both.
const EMBEDS: &str = "/embed/";

/// The beginnings of anchors.
const COMMUNE: &str = "commune-";
const ARRONDISSEMENT: &str = "arrondissement-";
const VENUE: &str = "lieu-";

/// A subject by its keys; whether there is such a one is for the model and the records to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SubjectKey {
    /// A region, a department or an intercommunality.
    Territory(TerritoryKey),
    /// A commune or an arrondissement.
    Commune {
        /// The territory on whose page it is a row; none where the address does not say.
        within: Option<TerritoryKey>,
        /// INSEE code.
        code: CommuneCode,
    },
    /// The CLS, the CPTS or the project with that identifier.
    Scheme(String),
    /// The place with that identifier.
    Venue(String),
}

impl SubjectKey {
    /// The subject that a path and an anchor name; an anchor that names none is ignored.
    pub(super) fn parse(path: &str, anchor: &str) -> Option<Self> {
        let page = split(path).1;
        if let Some(venue) = anchor.strip_prefix(VENUE).filter(|id| is_identifier(id)) {
            return Some(Self::Venue(venue.to_owned()));
        }
        let code = anchor.strip_prefix(COMMUNE).or(anchor.strip_prefix(ARRONDISSEMENT));
        match (page, code.and_then(|code| CommuneCode::new(code).ok())) {
            (Some(Self::Territory(within)), Some(code)) => {
                Some(Self::Commune { within: Some(within), code })
            }
            (None, Some(code)) => Some(Self::Commune { within: None, code }),
            (page, _) => page,
        }
    }

    /// The path relative to the root of the site: empty for a place, and for a commune whose
    /// intercommunality is not known. `territoire/commune-69266/`, which has no page, is read only.
    pub(super) fn path(&self) -> String {
        let (folder, name) = match self {
            Self::Territory(key) | Self::Commune { within: Some(key), .. } => {
                (TERRITORIES, key.to_string())
            }
            Self::Scheme(id) => (SCHEMES, id.clone()),
            Self::Commune { within: None, .. } | Self::Venue(_) => return String::new(),
        };
        [&folder[1..], &name, "/"].concat()
    }

    /// The anchor; empty where the path says all.
    pub(super) fn anchor(&self) -> String {
        match self {
            Self::Commune { code, .. } => [COMMUNE, code.as_str()].concat(),
            Self::Venue(id) => [VENUE, id].concat(),
            _ => String::new(),
        }
    }
}

/// The folder that the site lives in, up to its last slash: `/carte/` from
/// `/carte/territoire/departement-69/`, from `/carte/dispositif/cls-lyon/`, from `/carte/embed/cls-lyon/`, from
/// `/carte/index.html` and from `/carte/` itself.
pub fn root_of(path: &str) -> &str {
    split(path).0
}

/// The root of a path, and the subject of its page.
fn split(path: &str) -> (&str, Option<SubjectKey>) {
    type Read = fn(&str) -> Option<SubjectKey>;
    let pages: [(&str, Read); 3] = [
        (TERRITORIES, territory),
        (SCHEMES, scheme),
        (EMBEDS, |name| territory(name).or_else(|| scheme(name))),
    ];
    let page = |(folder, key): (&str, Read)| {
        let start = path.rfind(folder)?;
        let name = &path[start + folder.len()..];
        let name = name.strip_suffix("/index.html").or(name.strip_suffix('/')).unwrap_or(name);
        key(name).map(|key| (&path[..=start], Some(key)))
    };
    let folder = || path.rfind('/').map_or("", |end| &path[..=end]);
    pages.into_iter().find_map(page).unwrap_or_else(|| (folder(), None))
}

fn territory(name: &str) -> Option<SubjectKey> {
    let key: TerritoryKey = name.parse().ok()?;
    let is_commune = matches!(key.level, Level::Commune | Level::Arrondissement);
    let code = CommuneCode::new(&key.code).ok().filter(|_| is_commune);
    Some(match code {
        Some(code) => SubjectKey::Commune { within: None, code },
        None => SubjectKey::Territory(key),
    })
}

fn scheme(name: &str) -> Option<SubjectKey> {
    is_identifier(name).then(|| SubjectKey::Scheme(name.to_owned()))
}

/// Whether a text has the form of an identifier of the tables: it is then a path and an anchor as it is.
fn is_identifier(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-')
}
