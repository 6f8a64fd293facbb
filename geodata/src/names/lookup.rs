//! Names and codes of all levels, to look territories up by.

use super::arrondissements::Arrondissements;
use super::communes::Communes;
use super::epci::EpciNames;
use super::postal_codes::PostalCodes;
use crate::territories::Territories;

/// The names and codes of all territories.
///
/// # Example
/// ```
/// use geodata::names::{Match, Names};
/// use geodata::territories::{Commune, Territories};
/// use map::{CommuneCode, DepartmentCode};
///
/// let commune = |code: &str, name: &str, department: &str| Commune {
///     code: CommuneCode::new(code).unwrap(),
///     nom: name.to_owned(),
///     departement: DepartmentCode::new(department).unwrap(),
///     epci: None,
///     population: None,
///     surface_ha: None,
///     codes_postaux: String::new(),
/// };
/// let communes = vec![
///     commune("38421", "Saint-Martin-d’Hères", "38"),
///     commune("93066", "Saint-Denis", "93"),
///     commune("97411", "Saint-Denis", "974"),
/// ];
/// let territories = Territories { communes, ..Territories::default() };
/// let names = Names::new(&territories);
/// assert_eq!(names.communes.find("ST MARTIN D'HERES"), Match::One(0));
/// assert_eq!(names.communes.find("Saint-Denis (974)"), Match::One(2));
/// assert_eq!(names.communes.find("Saint-Denis"), Match::Several(vec![1, 2]));
/// ```
pub struct Names<'a> {
    /// Communes, former ones included.
    pub communes: Communes<'a>,
    /// Intercommunalities.
    pub epci: EpciNames<'a>,
    /// Municipal arrondissements.
    pub arrondissements: Arrondissements<'a>,
    /// Postal codes, which are no codes of communes.
    pub postal_codes: PostalCodes<'a>,
}

impl<'a> Names<'a> {
    /// Indexes `territories`: some tens of milliseconds.
    pub fn new(territories: &'a Territories) -> Self {
        Self {
            communes: Communes::new(territories),
            epci: EpciNames::new(territories),
            arrondissements: Arrondissements::new(territories),
            postal_codes: PostalCodes::new(territories),
        }
    }
}
