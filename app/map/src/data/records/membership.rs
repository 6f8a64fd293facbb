//! The schemes of one commune or municipal arrondissement.

use super::Records;
use crate::served::SchemeProperties;
use crate::{CommuneCode, Layer};

/// A scheme with what it covers of a commune or an arrondissement.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Membership<'a> {
    /// The scheme.
    pub scheme: &'a SchemeProperties,
    /// The part of the commune that lies in its perimeter.
    pub part: CoveredPart,
}

/// The part of a commune that lies in the perimeter of a scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CoveredPart {
    /// All of it.
    Whole,
    /// A part of it; no source says which.
    NotDelimited,
    /// Some of its municipal arrondissements.
    Arrondissements,
    /// The commune is known to be inside; the rest of the perimeter is not known.
    OfKnownPart,
}

/// The three communes with municipal arrondissements: code, common start of the codes of their
/// arrondissements, number of these.
const CITIES: [(&str, &str, usize); 3] =
    [("13055", "132", 16), ("69123", "6938", 9), ("75056", "751", 20)];

impl CommuneCode {
    /// Whether it is the code of a municipal arrondissement of `commune`.
    pub(crate) fn is_arrondissement_of(&self, commune: &str) -> bool {
        let city = CITIES.iter().find(|(code, ..)| *code == commune);
        city.is_some_and(|(_, start, _)| self.as_str().starts_with(start))
    }

    /// Whether the commune of that code has municipal arrondissements.
    pub(crate) fn has_arrondissements(&self) -> bool {
        CITIES.iter().any(|(code, ..)| *code == self.as_str())
    }

    /// The code of the commune that a municipal arrondissement is a part of; none for a commune.
    pub fn city(&self) -> Option<Self> {
        let city = CITIES.iter().find(|(_, start, _)| self.as_str().starts_with(start));
        Self::new(city?.0).ok()
    }
}

impl<'a> Membership<'a> {
    /// The membership of a commune or an arrondissement in a scheme; none where it lies outside.
    pub fn of(scheme: &'a SchemeProperties, code: &CommuneCode) -> Option<Self> {
        Some(Self { scheme, part: part(scheme, code)? })
    }
}

impl Records {
    /// The schemes of `layer` that a commune or an arrondissement lies in, those in force first.
    pub fn memberships(&self, layer: Layer, code: &CommuneCode) -> Vec<Membership<'_>> {
        let schemes = self.schemes(layer).iter();
        let all: Vec<Membership> =
            schemes.filter_map(|scheme| Membership::of(scheme, code)).collect();
        crate::lean::sorted_by_key(&all, |one| one.scheme.statut as u128)
    }
}

pub(super) fn part(scheme: &SchemeProperties, code: &CommuneCode) -> Option<CoveredPart> {
    let city = code.city();
    let commune = city.as_ref().unwrap_or(code);
    if !scheme.communes.contains(commune) {
        return None;
    }
    if !scheme.has_perimeter() {
        return Some(CoveredPart::OfKnownPart);
    }
    let own = |one: &&CommuneCode| one.is_arrondissement_of(commune.as_str());
    let given = scheme.arrondissements.iter().filter(own).count();
    let all = CITIES.iter().find(|(city, ..)| *city == commune.as_str()).map_or(0, |one| one.2);
    match city {
        _ if scheme.en_partie.iter().any(|one| one.code == *commune) => {
            Some(CoveredPart::NotDelimited)
        }
        None if given > 0 && given < all => Some(CoveredPart::Arrondissements),
        Some(_) if given > 0 && !scheme.arrondissements.contains(code) => None,
        _ => Some(CoveredPart::Whole),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Status;
    use crate::served::{CommuneName, KnownBy};

    fn code(text: &str) -> CommuneCode {
        CommuneCode::new(text).unwrap()
    }

    fn scheme(communes: &[&str], arrondissements: &[&str]) -> SchemeProperties {
        let codes = |texts: &[&str]| texts.iter().map(|text| code(text)).collect();
        SchemeProperties {
            communes: codes(communes),
            arrondissements: codes(arrondissements),
            ..SchemeProperties::named("a", "A", Status::Active, "s")
        }
    }

    #[test]
    fn an_arrondissement_is_inside_where_it_is_given_or_its_city_is_whole() {
        let south = scheme(&["13055", "13002"], &["13208", "13209"]);
        assert_eq!(part(&south, &code("13208")), Some(CoveredPart::Whole));
        assert_eq!(part(&south, &code("13201")), None);
        assert_eq!(part(&south, &code("13055")), Some(CoveredPart::Arrondissements));
        assert_eq!(part(&south, &code("13002")), Some(CoveredPart::Whole));
        assert_eq!(part(&south, &code("13001")), None);
        let lyon = scheme(&["69123"], &[]);
        assert_eq!(part(&lyon, &code("69389")), Some(CoveredPart::Whole));
        assert_eq!(part(&lyon, &code("69123")), Some(CoveredPart::Whole));
        let all: Vec<String> = (69381..=69389).map(|code: u32| code.to_string()).collect();
        let all: Vec<&str> = all.iter().map(String::as_str).collect();
        assert_eq!(part(&scheme(&["69123"], &all), &code("69123")), Some(CoveredPart::Whole));
    }

    #[test]
    fn a_part_that_is_not_delimited_and_a_known_part_are_told_apart() {
        let nice = CommuneName { code: code("06088"), nom: "Nice".into() };
        let cpts = SchemeProperties { en_partie: vec![nice], ..scheme(&["06088"], &[]) };
        assert_eq!(part(&cpts, &code("06088")), Some(CoveredPart::NotDelimited));
        let partial = SchemeProperties { perimetre: Some(KnownBy::Partial), ..cpts };
        assert_eq!(part(&partial, &code("06088")), Some(CoveredPart::OfKnownPart));
    }
}
