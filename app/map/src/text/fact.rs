//! Facts of further sources: figures, places, mentions, calls, roadmaps, statements.

use super::french::Gender;
use super::{date, decimal, on, typographic};
use crate::Status;
use crate::served::{
    Call, CallStatus, Field, Indicator, Mention, NamedPlace, Nature, Precision, Statement,
};

/// The number of a figure with its unit and its source's own reserve: « près de 25 000 places ».
pub fn amount(indicator: &Indicator) -> String {
    let reserve = match indicator.precision {
        Precision::Exact => "",
        Precision::MoreThan => "plus de\u{a0}",
        Precision::Nearly => "près de\u{a0}",
        Precision::About => "de l’ordre de\u{a0}",
    };
    match (indicator.unite.as_str(), indicator.valeur) {
        ("rang", 1.0) => "première".to_owned(),
        ("rang", rank) => format!("{}e", decimal(rank)),
        (unit, 0.0) if unit != "%" => format!("aucun\u{a0}{}", singular(unit)),
        (unit, value) if value < 2.0 => {
            format!("{reserve}{}\u{a0}{}", decimal(value), singular(unit))
        }
        (unit, value) => format!("{reserve}{}\u{a0}{unit}", decimal(value)),
    }
}

/// A unit after a number below two, as French wants: « projet » for « projets ». Abbreviations have no
/// plural.
fn singular(unit: &str) -> &str {
    match unit.strip_suffix('s') {
        Some(stem) if stem.ends_with(|last: char| last.is_lowercase()) && unit != "fois" => stem,
        _ => unit,
    }
}

/// A published figure: « plus de 300 structures (objectif), sur 1 000 ».
pub fn figure(indicator: &Indicator) -> String {
    let nature = match indicator.nature {
        Nature::Observed => "",
        Nature::Objective => " (objectif)",
        Nature::Ceiling => " (plafond)",
    };
    let whole = indicator.denominateur.as_deref();
    let whole = whole.map(|whole| format!(", sur {whole}")).unwrap_or_default();
    format!("{}{whole}{nature}", amount(indicator))
}

/// A place with its commune and, where it is known, its establishment.
pub fn named_place(venue: &NamedPlace) -> String {
    let establishment = venue.etablissement.as_deref();
    let establishment = establishment.map(|name| format!(", {name}")).unwrap_or_default();
    format!("{}, {}{establishment}", venue.nom, venue.nom_commune)
}

/// The heading of a scheme that is named without its perimeter: « CPTS citée, périmètre inconnu ».
pub fn mentioned(mention: &Mention) -> String {
    let mentioned = Gender::of(mention.couche).pick("cité", "citée");
    format!("{} {mentioned}, périmètre inconnu", mention.couche.short_title())
}

/// The state of a call for projects: « Clos le 28 avril 2023, d’abord prévu le 14 avril 2023. »
pub fn call_state(call: &Call) -> String {
    let day = call.cloture.as_deref().map(|day| format!(" {}", on(day))).unwrap_or_default();
    let first = call.cloture_initiale.as_deref();
    let first = first.map(|day| format!(", d’abord prévu {}", on(day))).unwrap_or_default();
    match call.statut {
        CallStatus::Open => match call.cloture.as_deref() {
            Some(day) => format!("Ouvert jusqu’au {}, selon sa source.", date(day)),
            None => "En cours, selon sa source.".to_owned(),
        },
        CallStatus::Closed => format!("Clos{day}{first}."),
        CallStatus::Announced => "Annoncé.".to_owned(),
    }
}

/// A published figure in a sentence: « Publié (Occitanie) : contrats locaux de santé signés,
/// 34 contrats, au 17 octobre 2023, selon l’ARS Occitanie. »
pub fn published(indicator: &Indicator, territory: &str, publisher: Option<&str>) -> String {
    let day = indicator.date.as_deref().map(at).unwrap_or_default();
    let publisher = publisher.map(|name| match name.starts_with("ARS ") {
        true => format!(", selon l’{}", typographic(name)),
        false => format!(", selon {}", typographic(name)),
    });
    format!(
        "Publié ({})\u{a0}: {}, {}{day}{}.",
        typographic(territory),
        typographic(&indicator.libelle),
        figure(indicator),
        publisher.unwrap_or_default(),
    )
}

/// « , au 17 octobre 2023 », « , en 2022 ».
fn at(day: &str) -> String {
    match day.len() {
        10 => format!(", au {}", date(day)),
        _ => format!(", {}", on(day)),
    }
}

/// The value of a statement as people write it: a date in words, a dash between two years.
pub fn stated(statement: &Statement) -> String {
    match statement.champ {
        Field::Signature => date(&statement.valeur),
        Field::Periode => statement.valeur.replace('/', "–"),
        // Codes, which the note names.
        Field::Perimetre => typographic(statement.note.as_ref().unwrap_or(&statement.valeur)),
        Field::Statut => Status::from_code(&statement.valeur)
            .map_or_else(|| statement.valeur.clone(), |status| status.label().to_owned()),
        _ => typographic(&statement.valeur),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Layer, Level, RegionCode};

    fn one() -> Indicator {
        Indicator {
            id: "f".into(),
            libelle: "Structures".into(),
            valeur: 300.0,
            unite: "structures".into(),
            precision: Precision::MoreThan,
            nature: Nature::Observed,
            denominateur: None,
            niveau: Level::Region,
            code: "84".into(),
            date: None,
            desaccord: None,
            source: "s".into(),
            note: None,
            page: None,
            editeur: None,
            lue: None,
        }
    }

    #[test]
    fn a_figure_says_of_what_it_is_a_part_and_whether_it_is_only_wished_for() {
        let mut indicator = one();
        assert_eq!(figure(&indicator), "plus de\u{a0}300\u{a0}structures");
        indicator.nature = Nature::Objective;
        indicator.denominateur = Some("1\u{a0}000".into());
        assert_eq!(
            figure(&indicator),
            "plus de\u{a0}300\u{a0}structures, sur 1\u{a0}000 (objectif)"
        );
        indicator.nature = Nature::Ceiling;
        assert!(figure(&indicator).ends_with("(plafond)"));
    }

    #[test]
    fn a_unit_agrees_with_its_number() {
        let sentence = |valeur, unite: &str| {
            let precision = Precision::Exact;
            amount(&Indicator { valeur, precision, unite: unite.into(), ..one() })
        };
        assert_eq!(sentence(1.0, "projets"), "1\u{a0}projet");
        assert_eq!(sentence(2.0, "projets"), "2\u{a0}projets");
        assert_eq!(sentence(0.0, "projets"), "aucun\u{a0}projet");
        assert_eq!(sentence(1.0, "CLS"), "1\u{a0}CLS");
        assert_eq!(sentence(1.0, "fois"), "1\u{a0}fois");
        assert_eq!(sentence(0.0, "%"), "0\u{a0}%");
        assert_eq!(sentence(1.0, "rang"), "première");
    }

    #[test]
    fn a_mention_agrees_with_its_layer() {
        let mention = |couche| Mention {
            id: "m".into(),
            nom: "Nord".into(),
            couche,
            region: None,
            departement: None,
            date: None,
            source: "s".into(),
            note: None,
        };
        assert_eq!(mentioned(&mention(Layer::Cpts)), "CPTS citée, périmètre inconnu");
        assert_eq!(mentioned(&mention(Layer::Cls)), "CLS cité, périmètre inconnu");
    }

    #[test]
    fn a_call_is_open_closed_or_to_come() {
        let call = |statut, day: Option<&str>, first: Option<&str>| {
            call_state(&Call {
                id: "a".into(),
                titre: "Innover".into(),
                region: RegionCode::new("84").unwrap(),
                statut,
                cloture: day.map(str::to_owned),
                cloture_initiale: first.map(str::to_owned),
                themes: Vec::new(),
                exemples: Vec::new(),
                porteurs: Vec::new(),
                engagements: Vec::new(),
                date: None,
                source: "s".into(),
                note: None,
            })
        };
        let closed = |day| call(CallStatus::Closed, day, None);
        assert_eq!(closed(None), "Clos.");
        assert_eq!(closed(Some("2024")), "Clos en 2024.");
        assert_eq!(closed(Some("2024-03")), "Clos en mars\u{a0}2024.");
        assert_eq!(
            call(CallStatus::Closed, Some("2023-04-28"), Some("2023-04-14")),
            "Clos le 28\u{a0}avril\u{a0}2023, d’abord prévu le 14\u{a0}avril\u{a0}2023."
        );
        assert_eq!(call(CallStatus::Open, None, None), "En cours, selon sa source.");
        assert_eq!(call(CallStatus::Announced, None, None), "Annoncé.");
    }

    #[test]
    fn a_published_figure_is_a_sentence_with_its_day_and_its_publisher() {
        let signed = Indicator {
            libelle: "Contrats locaux de santé signés".into(),
            valeur: 34.0,
            unite: "contrats".into(),
            precision: Precision::Exact,
            date: Some("2023-10-17".into()),
            ..one()
        };
        assert_eq!(
            published(&signed, "Occitanie", Some("ARS Occitanie")).replace('\u{a0}', " "),
            "Publié (Occitanie) : Contrats locaux de santé signés, 34 contrats, au 17 octobre 2023, \
             selon l’ARS Occitanie."
        );
        let undated = Indicator { date: None, ..signed };
        assert!(published(&undated, "Var", None).ends_with("34\u{a0}contrats."));
    }

    #[test]
    fn a_statement_is_written_as_what_it_is_about() {
        let stated = |champ, valeur: &str| {
            stated(&Statement {
                dispositif: "cls".into(),
                champ,
                valeur: valeur.into(),
                date: None,
                source: "s".into(),
                note: None,
            })
        };
        assert_eq!(stated(Field::Signature, "2024-03-08"), "8\u{a0}mars\u{a0}2024");
        assert_eq!(stated(Field::Periode, "2024/2029"), "2024–2029");
        assert_eq!(stated(Field::Coordination, "L'ARS"), "L’ARS");
    }
}
