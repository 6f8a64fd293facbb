//! The plain answers: what is known of a territory, in French sentences.

use crate::served::{Source, TerritoryProperties};
use crate::text::{count, date, number, share};
use crate::{Amount, Class, CoverageByClass, Layer};

/// One line of the answer for a layer.
#[derive(Clone, Debug, PartialEq)]
pub struct CoverageLine {
    /// Which part of the territory it speaks of.
    pub class: Class,
    /// Its share of the population, from 0 to 1.
    pub population_share: f64,
    /// The sentence.
    pub text: String,
}

/// What is known of a territory for a layer, one line per class, the most certain first.
pub fn coverage_lines(
    layer: Layer,
    coverage: &CoverageByClass,
    territory: &TerritoryProperties,
) -> Vec<CoverageLine> {
    coverage
        .iter()
        .map(|(&class, amount)| CoverageLine {
            class,
            population_share: f64::from(amount.population) / f64::from(territory.population.max(1)),
            text: sentence(layer, class, *amount, territory),
        })
        .collect()
}

fn sentence(layer: Layer, class: Class, amount: Amount, territory: &TerritoryProperties) -> String {
    let touched = amount.communes + amount.communes_en_partie;
    let (who, plural) = subject(touched, territory.communes);
    let verb = if plural { "sont" } else { "est" };
    let state = predicate(layer, class);
    let partly = match amount.communes_en_partie {
        0 => String::new(),
        1 if touched == 1 => " (en partie)".to_owned(),
        partly => format!(" (dont {} en partie)", number(partly)),
    };
    let inhabitants = count(amount.population, "habitant", "habitants");
    let part = share(amount.population, territory.population);
    format!("{who} {verb} {state}{partly}\u{a0}: {inhabitants}, {part} de la population.")
}

/// « Toutes les communes (27) », « 10 des 58 communes », « 1 commune sur 58 ».
fn subject(touched: u32, all: u32) -> (String, bool) {
    match (touched, all) {
        (1, 1) => ("La commune".to_owned(), false),
        (1, all) => (format!("1\u{a0}commune sur {}", number(all)), false),
        (touched, all) if touched == all => {
            (format!("Toutes les communes ({})", number(all)), true)
        }
        (touched, all) => (format!("{} des {} communes", number(touched), number(all)), true),
    }
}

fn predicate(layer: Layer, class: Class) -> &'static str {
    let is_cpts = layer == Layer::Cpts;
    match class {
        Class::Active if is_cpts => "dans une CPTS active",
        Class::Active => "dans un CLS actif",
        Class::InPreparation if is_cpts => "dans une CPTS en préparation",
        Class::InPreparation => "dans un CLS en préparation",
        Class::Unknown if is_cpts => "dans une CPTS dont la source ne précise pas le statut",
        Class::Unknown => "dans un CLS dont la source ne précise pas le statut",
        Class::None if is_cpts => "hors des CPTS de la liste",
        Class::None => "hors des CLS de la liste",
        Class::Undocumented => "sans liste connue",
    }
}

/// « publiée en janvier 2026 », « non datée, relevée en mars 2026 », « non datée ».
pub fn source_date(source: &Source) -> String {
    let read = source.date_releve.as_deref().map(date);
    match (source.date.as_deref().map(date), read) {
        (Some(date), _) => date,
        (None, Some(read)) => format!("non daté, relevé en {read}"),
        (None, None) => "non daté".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::served::TerritoryKind;
    use crate::{DepartmentCode, EpciKind, RegionCode};

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

    fn text(layer: Layer, class: Class, amount: Amount, communes: u32) -> String {
        let territory = TerritoryProperties { communes, ..lyon() };
        coverage_lines(layer, &[(class, amount)].into(), &territory).remove(0).text
    }

    #[test]
    fn a_partly_covered_territory_is_told_in_communes_and_inhabitants() {
        let amount = Amount { communes: 10, population: 720, ..Amount::default() };
        assert_eq!(
            text(Layer::Cls, Class::Active, amount, 58),
            "10 des 58 communes sont dans un CLS actif\u{a0}: 720\u{a0}habitants, 72\u{a0}% de la population."
        );
    }

    #[test]
    fn one_all_and_partly_are_told_as_french_wants() {
        let one = Amount { communes: 1, population: 1, ..Amount::default() };
        assert!(
            text(Layer::Cls, Class::None, one, 58)
                .starts_with("1\u{a0}commune sur 58 est hors des CLS")
        );
        let all =
            Amount { communes: 26, communes_en_partie: 1, population: 1000, ..Amount::default() };
        assert!(
            text(Layer::Cpts, Class::Unknown, all, 27)
                .starts_with("Toutes les communes (27) sont dans une CPTS dont la source ne précise pas le statut (dont 1 en partie)")
        );
    }
}
