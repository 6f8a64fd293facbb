//! Schemes: their status, how much of a territory they cover, and their arrondissements.

use crate::served::TerritoryProperties;
use crate::text::french::Gender;
use crate::text::{count, number, share};
use crate::{Amount, CommuneCode, Layer, Status};

/// The status of a scheme of a layer: « actif » for a CLS, « active » for a CPTS.
///
/// # Example
/// ```
/// use map::text::status;
/// use map::{Layer, Status};
///
/// assert_eq!(status(Layer::Cpts, Status::Expired), "échue, suite inconnue");
/// ```
pub fn status(layer: Layer, status: Status) -> &'static str {
    let gender = Gender::of(layer);
    match status {
        Status::Active => gender.pick(status.label(), "active"),
        Status::Presumed => gender.pick(status.label(), "présumée active"),
        Status::Expired => gender.pick(status.label(), "échue, suite inconnue"),
        Status::Labelled => gender.pick(status.label(), "labellisée"),
        Status::InPreparation | Status::NotEstablished | Status::Unknown | Status::FormerState => {
            status.label()
        }
    }
}

/// The part of a territory that a scheme covers: « 10 communes sur 58, 72 % de la population », « tout
/// le territoire ».
pub fn extent(amount: Amount, territory: &TerritoryProperties) -> String {
    let touched = amount.communes + amount.communes_en_partie;
    if touched == territory.communes && amount.communes_en_partie == 0 {
        return "tout le territoire".to_owned();
    }
    let total = number(territory.communes);
    let (wholes, partly) = (amount.communes, amount.communes_en_partie);
    let communes = match (wholes, partly) {
        (0, 1) => format!("une partie d’une commune sur {total}"),
        (0, partly) => format!("une partie de {} communes sur {total}", number(partly)),
        (wholes, 0) => format!("{} sur {total}", count(wholes, "commune", "communes")),
        (wholes, partly) => format!(
            "{} sur {total} entièrement et {} en partie",
            count(wholes, "commune", "communes"),
            number(partly)
        ),
    };
    format!("{communes}, {} de la population", share(amount.population, territory.population),)
}

/// The municipal arrondissements of a perimeter; none for a perimeter of whole communes.
pub fn arrondissements(codes: &[CommuneCode]) -> Option<String> {
    let numbers: Vec<String> = codes.iter().filter_map(arrondissement).collect();
    let noun = if numbers.len() > 1 { "arrondissements" } else { "arrondissement" };
    (!numbers.is_empty()).then(|| format!("Périmètre\u{a0}: {} {noun}.", numbers.join(", ")))
}

/// The ordinal of an arrondissement: 1er for 75101, 13e for 13213, 2e for 69382.
fn arrondissement(code: &CommuneCode) -> Option<String> {
    let number: u32 = code.as_str().get(3..)?.parse().ok()?;
    // Those of Lyon are numbered from 69381 on.
    match number % 80 {
        1 => Some("1er".to_owned()),
        number => Some(format!("{number}e")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::served::TerritoryKind;
    use crate::{DepartmentCode, EpciKind, RegionCode};

    #[test]
    fn the_status_agrees_with_the_noun() {
        assert_eq!(status(Layer::Cls, Status::Active), "actif");
        assert_eq!(status(Layer::Cpts, Status::Active), "active");
        assert_eq!(status(Layer::Cpts, Status::Expired), "échue, suite inconnue");
        assert_eq!(status(Layer::Cpts, Status::InPreparation), "en préparation");
        assert_eq!(status(Layer::Projects, Status::Labelled), "labellisé");
    }

    fn lyon() -> TerritoryProperties {
        TerritoryProperties {
            code: "200046977".into(),
            nom: "Métropole de Lyon".into(),
            kind: TerritoryKind::Epci(EpciKind::MetropoleDeLyon),
            departements: vec![DepartmentCode::new("69").unwrap()],
            region: RegionCode::new("84").unwrap(),
            communes: 58,
            population: 1000,
            surface_ha: 53_000,
        }
    }

    #[test]
    fn the_extent_of_a_scheme_is_told_in_communes_and_population() {
        let extent = |communes, communes_en_partie, population| {
            let amount = Amount { communes, communes_en_partie, population, surface_ha: 0 };
            extent(amount, &lyon())
        };
        assert_eq!(extent(58, 0, 1000), "tout le territoire");
        assert_eq!(extent(10, 0, 720), "10\u{a0}communes sur 58, 72\u{a0}% de la population");
        assert_eq!(extent(1, 0, 1), "1\u{a0}commune sur 58, moins de 1\u{a0}% de la population");
        assert_eq!(
            extent(57, 1, 990),
            "57\u{a0}communes sur 58 entièrement et 1 en partie, 99\u{a0}% de la population"
        );
        assert_eq!(extent(0, 1, 50), "une partie d’une commune sur 58, 5\u{a0}% de la population");
    }

    #[test]
    fn arrondissements_are_counted_as_french_does() {
        let codes = |codes: &[&str]| -> Vec<CommuneCode> {
            codes.iter().map(|code| CommuneCode::new(code).unwrap()).collect()
        };
        let one = arrondissements(&codes(&["13213"])).unwrap();
        assert_eq!(one, "Périmètre\u{a0}: 13e arrondissement.");
        let two = arrondissements(&codes(&["69381", "69382"])).unwrap();
        assert_eq!(two, "Périmètre\u{a0}: 1er, 2e arrondissements.");
        assert_eq!(arrondissements(&[]), None);
    }
}
