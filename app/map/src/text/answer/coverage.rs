//! Answers about a territory, in French sentences.

use crate::served::TerritoryProperties;
use crate::text::french::Gender;
use crate::text::{count, number, share, typographic};
use crate::{Amount, Class, CoverageByClass, Layer, SchemeCount};

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

/// The coverage of a territory by a layer: a line for each class, the most certain first.
pub fn coverage_lines(
    layer: Layer,
    coverage: &CoverageByClass,
    territory: &TerritoryProperties,
) -> Vec<CoverageLine> {
    // Where schemes are known one by one, there may be more of them.
    let is_open = coverage.keys().any(|one| matches!(one, Class::NotKnown | Class::Undocumented));
    let bound = |class| match class {
        _ if !is_open => "",
        Class::NotKnown | Class::Undocumented => "au plus ",
        _ => "au moins ",
    };
    coverage
        .iter()
        .map(|(&class, amount)| CoverageLine {
            class,
            population_share: f64::from(amount.population) / f64::from(territory.population.max(1)),
            text: sentence(layer, class, *amount, territory, bound(class)),
        })
        .collect()
}

fn sentence(
    layer: Layer,
    class: Class,
    amount: Amount,
    territory: &TerritoryProperties,
    bound: &str,
) -> String {
    let (who, plural) = subject(amount, territory.communes);
    let verb = if plural { "sont" } else { "est" };
    let state = predicate(layer, class);
    let inhabitants = count(amount.population, "habitant", "habitants");
    let part = share(amount.population, territory.population);
    format!("{who} {verb} {state}\u{a0}: {inhabitants}, {bound}{part} de la population.")
}

/// « Toutes les communes (27) », « 10 des 58 communes », « 1 commune sur 58 », and whether it is
/// plural. Communes in part are counted apart, so that classes add up: « 90 des 92 communes
/// entièrement et 1 en partie ».
fn subject(amount: Amount, all: u32) -> (String, bool) {
    let (wholes, partly) = (amount.communes, amount.communes_en_partie);
    let total = number(all);
    match (wholes, partly) {
        (1, 0) if all == 1 => ("La commune".to_owned(), false),
        (0, 1) if all == 1 => ("Une partie de la commune".to_owned(), false),
        (0, 1) => (format!("Une partie d’une commune sur {total}"), false),
        (0, partly) => (format!("Une partie de {} communes sur {total}", number(partly)), false),
        (1, 0) => (format!("1\u{a0}commune sur {total}"), false),
        (wholes, 0) if wholes == all => (format!("Toutes les communes ({total})"), true),
        (wholes, 0) => (format!("{} des {total} communes", number(wholes)), true),
        (1, partly) => (
            format!("1\u{a0}commune sur {total} entièrement et {} en partie", number(partly)),
            true,
        ),
        (wholes, partly) => (
            format!(
                "{} des {total} communes entièrement et {} en partie",
                number(wholes),
                number(partly)
            ),
            true,
        ),
    }
}

fn predicate(layer: Layer, class: Class) -> &'static str {
    let is_cpts = layer == Layer::Cpts;
    match class {
        Class::Active if is_cpts => "dans une CPTS active",
        Class::Active => "dans un CLS actif",
        Class::Presumed if is_cpts => "dans une CPTS présumée active",
        Class::Presumed => "dans un CLS présumé actif",
        Class::InPreparation if is_cpts => "dans une CPTS en préparation",
        Class::InPreparation => "dans un CLS en préparation",
        Class::NotEstablished if is_cpts => "dans une CPTS dont le statut n’est pas établi",
        Class::NotEstablished => "dans un CLS dont le statut n’est pas établi",
        Class::Unknown if is_cpts => "dans une CPTS dont la source ne précise pas le statut",
        Class::Unknown => "dans un CLS dont la source ne précise pas le statut",
        Class::Expired if is_cpts => "dans une CPTS échue, suite inconnue",
        Class::Expired => "dans un CLS échu, suite inconnue",
        Class::FormerState if is_cpts => "dans une CPTS en préparation il y a plus de trois ans",
        Class::FormerState => "dans un CLS en préparation il y a plus de trois ans",
        Class::None if is_cpts => "hors des CPTS de la liste",
        Class::None => "hors des CLS de la liste",
        Class::NotKnown if is_cpts => "hors des CPTS connues une par une\u{a0}: non connu",
        Class::NotKnown => "hors des CLS connus un par un\u{a0}: non connu",
        Class::Undocumented => "sans liste connue",
    }
}

/// The note on schemes that share communes: their shares do not add up. `together` are the people
/// inside any of them, `each` those inside each.
pub fn overlap(layer: Layer, together: u32, each: impl Iterator<Item = u32>) -> Option<String> {
    let sum: u64 = each.map(u64::from).sum();
    (sum > u64::from(together)).then(|| {
        format!(
            "Des communes sont dans plusieurs {} à la fois\u{a0}: leurs parts ne \
             s’additionnent pas, un habitant compte une fois dans le total.",
            layer.short_title()
        )
    })
}

/// The sentence for a territory without any scheme of a known list.
pub fn none_here(layer: Layer) -> String {
    let none = Gender::of(layer).pick("Aucun", "Aucune");
    format!("{none} {} ici, selon la liste de la région.", layer.short_title())
}

/// The sentence for a territory without any known scheme, where schemes are known one by one.
pub fn not_known_here(layer: Layer) -> String {
    let gender = Gender::of(layer);
    let (none, known) = (gender.pick("Aucun", "Aucune"), gender.pick("connu", "connue"));
    let one_by_one =
        gender.pick("les contrats sont connus un par un", "elles sont connues une par une");
    format!(
        "{none} {} {known} ici. Dans cette région, sans liste entière, {one_by_one}\u{a0}: une absence \
         n’y dit rien.",
        layer.short_title(),
    )
}

/// The sentence for a region without a known list; `documented` are the regions that have one.
pub fn undocumented(layer: Layer, region: &str, documented: &[&str]) -> String {
    let others = match documented {
        [] => String::new(),
        all => {
            format!("\u{a0}; la seule que nous ayons porte sur {}", typographic(&all.join(", ")))
        }
    };
    format!(
        "Nous ne disposons d’aucune liste de {} pour la région {}{others}.",
        layer.short_title(),
        typographic(region),
    )
}

/// The schemes of a layer that are in its list, which is that of `region`, and those that are not:
/// « 57 dans la liste : Auvergne-Rhône-Alpes ; 5 d’après d’autres sources ».
pub fn listed_and_others(listed: u32, others: u32, region: &str) -> String {
    let region = typographic(region);
    match others {
        0 => region,
        others => format!(
            "{} dans la liste\u{a0}: {region}\u{a0}; {} d’après d’autres sources",
            number(listed),
            number(others),
        ),
    }
}

/// The answer in one short sentence: « Rhône : 11 CLS, CPTS non documentées, 6 projets. »
pub fn announcement(
    name: &str,
    cls: SchemeCount,
    cpts: SchemeCount,
    projects: Option<u32>,
) -> String {
    format!(
        "{}\u{a0}: {}, {}, {}.",
        typographic(name),
        scheme_count(Layer::Cls, cls),
        scheme_count(Layer::Cpts, cpts),
        project_count(projects),
    )
}

/// The number of schemes of a layer in a few words: « au moins 10 CPTS », « aucun CLS ».
pub fn scheme_count(layer: Layer, known: SchemeCount) -> String {
    let gender = Gender::of(layer);
    let title = layer.short_title();
    match known {
        SchemeCount::Listed(0) => format!("{} {title}", gender.pick("aucun", "aucune")),
        SchemeCount::Listed(all) => format!("{} {title}", number(all)),
        SchemeCount::AtLeast(0) => {
            format!("{} {title} {}", gender.pick("aucun", "aucune"), gender.pick("connu", "connue"))
        }
        SchemeCount::AtLeast(all) => format!("au moins {} {title}", number(all)),
        SchemeCount::NotDocumented => {
            format!("{title} {}", gender.pick("non documentés", "non documentées"))
        }
    }
}

/// The number of labelled projects in a few words; none where they are not documented.
pub fn project_count(projects: Option<u32>) -> String {
    match projects {
        Some(0) => "aucun projet".to_owned(),
        Some(projects) => count(projects, "projet", "projets"),
        None => "projets non documentés".to_owned(),
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
                .starts_with("26 des 27 communes entièrement et 1 en partie sont dans une CPTS dont la source ne précise pas le statut")
        );
    }

    #[test]
    fn wholes_parts_and_outside_add_up() {
        let amount = |communes, communes_en_partie| Amount {
            communes,
            communes_en_partie,
            population: 1,
            ..Amount::default()
        };
        // Marseille is in part inside and in part outside: 90 + 1 + 1 = 92.
        assert!(
            text(Layer::Cpts, Class::Unknown, amount(90, 1), 92)
                .starts_with("90 des 92 communes entièrement et 1 en partie sont dans une CPTS")
        );
        assert!(
            text(Layer::Cpts, Class::None, amount(1, 1), 92)
                .starts_with("1\u{a0}commune sur 92 entièrement et 1 en partie sont hors des CPTS")
        );
        assert!(
            text(Layer::Cpts, Class::None, amount(0, 1), 92)
                .starts_with("Une partie d’une commune sur 92 est hors des CPTS")
        );
    }

    #[test]
    fn under_facts_shares_are_at_least_and_the_rest_is_not_known() {
        let amount = |communes, population| Amount { communes, population, ..Amount::default() };
        let classes = [(Class::Active, amount(10, 720)), (Class::NotKnown, amount(48, 280))];
        let lines = coverage_lines(Layer::Cls, &classes.into(), &lyon());
        assert!(lines[0].text.ends_with("au moins 72\u{a0}% de la population."));
        assert!(lines[1].text.contains("connus un par un\u{a0}: non connu"));
        assert!(lines[1].text.ends_with("au plus 28\u{a0}% de la population."));
        assert!(not_known_here(Layer::Cpts).starts_with("Aucune CPTS connue ici."));
    }

    #[test]
    fn shares_of_schemes_that_share_communes_are_said_not_to_add_up() {
        // Three communities that each have the whole of one city.
        let note = overlap(Layer::Cpts, 640, [640, 630, 630].into_iter()).unwrap();
        assert!(note.starts_with("Des communes sont dans plusieurs CPTS à la fois\u{a0}:"));
        assert_eq!(overlap(Layer::Cls, 1000, [400, 600].into_iter()), None);
    }

    #[test]
    fn zero_and_no_data_are_told_apart() {
        assert_eq!(none_here(Layer::Cls), "Aucun CLS ici, selon la liste de la région.");
        assert_eq!(none_here(Layer::Cpts), "Aucune CPTS ici, selon la liste de la région.");
        assert_eq!(
            undocumented(Layer::Cpts, "Provence-Alpes-Côte d'Azur", &["Normandie", "Corse"]),
            "Nous ne disposons d’aucune liste de CPTS pour la région Provence-Alpes-Côte \
             d’Azur\u{a0}; la seule que nous ayons porte sur Normandie, Corse."
        );
    }

    #[test]
    fn schemes_outside_the_lists_are_counted_apart() {
        assert_eq!(listed_and_others(70, 0, "Bretagne"), "Bretagne");
        assert_eq!(
            listed_and_others(57, 5, "Auvergne-Rhône-Alpes"),
            "57 dans la liste\u{a0}: Auvergne-Rhône-Alpes\u{a0}; 5 d’après d’autres sources"
        );
    }

    #[test]
    fn the_announcement_counts_what_is_known() {
        assert_eq!(
            announcement("Rhône", SchemeCount::Listed(11), SchemeCount::NotDocumented, Some(6)),
            "Rhône\u{a0}: 11 CLS, CPTS non documentées, 6\u{a0}projets."
        );
        assert_eq!(
            announcement("Val-d'Oise", SchemeCount::NotDocumented, SchemeCount::Listed(0), None),
            "Val-d’Oise\u{a0}: CLS non documentés, aucune CPTS, projets non documentés."
        );
        assert_eq!(
            announcement("Orne", SchemeCount::AtLeast(2), SchemeCount::AtLeast(0), None),
            "Orne\u{a0}: au moins 2 CLS, aucune CPTS connue, projets non documentés."
        );
    }
}
