//! The words around a table.

use super::cell::column_title;
use crate::table::{Listed, Neither, Only, Order, Sort};
use crate::text::french::enumerated;
use crate::text::{count, number, share, status};
use crate::{Degree, Layer, Outside, WhiteZone};

/// The name of what is listed.
pub const fn listed_title(listed: Listed) -> &'static str {
    match listed {
        Listed::Regions => "Régions",
        Listed::Departments => "Départements",
        Listed::Epci => "Intercommunalités",
        Listed::Communes => "Communes",
        Listed::Schemes => "Dispositifs",
    }
}

/// The words of a condition on rows.
pub fn condition(only: Only) -> String {
    match only {
        Only::All => "Toutes les lignes".to_owned(),
        Only::Neither => "Ni CLS ni CPTS".to_owned(),
        Only::With(Layer::Projects, _) => "Projets labellisés".to_owned(),
        Only::With(layer, of) => format!("{} {}", layer.short_title(), status(layer, of)),
    }
}

/// The number of rows: « 46 intercommunalités », « 3 des 46 intercommunalités ».
pub fn rows_shown(listed: Listed, shown: u32, all: u32) -> String {
    let (one, several) = nouns(listed);
    match shown == all {
        true => count(all, one, several),
        false => format!("{} des {}", number(shown), count(all, one, several)),
    }
}

const fn nouns(listed: Listed) -> (&'static str, &'static str) {
    match listed {
        Listed::Regions => ("région", "régions"),
        Listed::Departments => ("département", "départements"),
        Listed::Epci => ("intercommunalité", "intercommunalités"),
        Listed::Communes => ("commune", "communes"),
        Listed::Schemes => ("dispositif", "dispositifs"),
    }
}

/// The order of the rows, to be read aloud: « Trié par habitants, ordre décroissant ».
pub fn sorted_by(sort: Sort) -> String {
    let order = match sort.order {
        Order::Rising => "croissant",
        Order::Falling => "décroissant",
    };
    format!("Trié par «\u{a0}{}\u{a0}», ordre {order}", column_title(sort.column))
}

/// The basis of the rows that are neither in a CLS nor in a CPTS.
pub fn neither_sentence(listed: Listed, neither: Neither) -> String {
    let (one, several) = nouns(listed);
    let counted = |all| count(all, one, several);
    let by_lists = match neither.listed {
        0 => None,
        all => Some(format!("{}, selon deux listes", counted(all))),
    };
    let not_known = match neither.not_known {
        0 => None,
        all => Some(format!(
            "{} où aucun n’est connu, sans liste entière\u{a0}: une absence n’y dit rien",
            counted(all)
        )),
    };
    let known: Vec<String> = by_lists.into_iter().chain(not_known).collect();
    let known = match known.is_empty() {
        true => "aucune ligne".to_owned(),
        false => enumerated(&known),
    };
    let rest = match neither.undocumented {
        0 => String::new(),
        all => format!(" {} de plus n’ont pas de réponse\u{a0}: non documenté.", number(all)),
    };
    format!("Ni CLS ni CPTS\u{a0}: {known}.{rest}")
}

/// The white zone of a territory of `population` inhabitants in a sentence; or why there is no answer.
/// `degrees` are those of CLS and of CPTS there.
pub fn white_zone_sentence(
    zone: WhiteZone,
    population: u32,
    degrees: [Option<Degree>; 2],
) -> String {
    let people = |outside: Outside| {
        format!(
            "{} et {} ({} de la population)",
            count(outside.communes, "commune", "communes"),
            count(outside.population, "habitant", "habitants"),
            share(outside.population, population),
        )
    };
    let text = match zone {
        WhiteZone::NONE => "aucune, chaque commune est dans le périmètre d’un CLS ou d’une CPTS, \
                            quel qu’en soit le statut"
            .to_owned(),
        WhiteZone::Exactly(outside) => {
            format!("{} hors de tout CLS et de toute CPTS, selon les listes", people(outside))
        }
        WhiteZone::Undocumented => format!("pas de réponse, {}", missing(degrees)),
        WhiteZone::AtMost(outside) if outside.population >= population => {
            format!("pas de réponse, {}", missing(degrees))
        }
        WhiteZone::AtMost(outside) => {
            format!(
                "au plus {}\u{a0}; {}, une absence ne dit rien",
                people(outside),
                missing(degrees)
            )
        }
    };
    format!("Zone blanche\u{a0}: {text}.")
}

/// The lists that a white zone would need: « sans liste entière des CPTS ».
fn missing(degrees: [Option<Degree>; 2]) -> String {
    let layers = [Layer::Cls, Layer::Cpts].map(Layer::short_title);
    let with = |wanted: Option<Degree>| -> Vec<&str> {
        let own = layers.into_iter().zip(degrees).filter(|(_, degree)| *degree == wanted);
        own.map(|(layer, _)| layer).collect()
    };
    let by_facts = with(Some(Degree::Facts));
    let unknown = with(None);
    let mut parts = Vec::new();
    if !by_facts.is_empty() {
        parts.push(format!("sans liste entière des {}", by_facts.join(" ni des ")));
    }
    if !unknown.is_empty() {
        parts.push(format!("sans aucune donnée sur les {}", unknown.join(" ni les ")));
    }
    match parts.is_empty() {
        true => "une partie du territoire étant dans une région sans liste".to_owned(),
        false => enumerated(&parts),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::Column;

    fn plain(text: &str) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn a_white_zone_is_told_only_where_two_lists_know_it() {
        let outside = Outside { communes: 12, population: 3_400 };
        let list = [Some(Degree::List); 2];
        let sentence = |zone, degrees| plain(&white_zone_sentence(zone, 50_000, degrees));
        assert_eq!(
            sentence(WhiteZone::Exactly(outside), list),
            "Zone blanche : 12 communes et 3 400 habitants (7 % de la population) hors de tout \
             CLS et de toute CPTS, selon les listes."
        );
        assert_eq!(
            sentence(WhiteZone::NONE, list),
            "Zone blanche : aucune, chaque commune est dans le périmètre d’un CLS ou d’une CPTS, \
             quel qu’en soit le statut."
        );
        assert_eq!(
            sentence(WhiteZone::AtMost(outside), [Some(Degree::List), Some(Degree::Facts)]),
            "Zone blanche : au plus 12 communes et 3 400 habitants (7 % de la population) ; sans \
             liste entière des CPTS, une absence ne dit rien."
        );
    }

    #[test]
    fn without_an_answer_the_sentence_says_what_is_missing() {
        let sentence = |degrees| plain(&white_zone_sentence(WhiteZone::Undocumented, 9, degrees));
        assert_eq!(
            sentence([Some(Degree::Facts), None]),
            "Zone blanche : pas de réponse, sans liste entière des CLS et sans aucune donnée sur \
             les CPTS."
        );
        assert!(sentence([None; 2]).ends_with("sans aucune donnée sur les CLS ni les CPTS."));
        assert!(sentence([Some(Degree::List); 2]).contains("région sans liste"));
    }

    #[test]
    fn neither_says_what_it_rests_on() {
        let neither = Neither { listed: 2, not_known: 3, undocumented: 4 };
        assert_eq!(
            plain(&neither_sentence(Listed::Epci, neither)),
            "Ni CLS ni CPTS : 2 intercommunalités, selon deux listes et 3 intercommunalités où \
             aucun n’est connu, sans liste entière : une absence n’y dit rien. 4 de plus n’ont \
             pas de réponse : non documenté."
        );
        let none = neither_sentence(Listed::Communes, Neither::default());
        assert_eq!(plain(&none), "Ni CLS ni CPTS : aucune ligne.");
    }

    #[test]
    fn rows_and_their_order_are_told() {
        assert_eq!(plain(&rows_shown(Listed::Epci, 46, 46)), "46 intercommunalités");
        assert_eq!(plain(&rows_shown(Listed::Communes, 3, 1_255)), "3 des 1 255 communes");
        let sort = Sort { column: Column::Population, order: Order::Falling };
        assert_eq!(plain(&sorted_by(sort)), "Trié par « Habitants », ordre décroissant");
    }
}
