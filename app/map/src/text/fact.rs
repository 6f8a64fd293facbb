//! Facts of further sources: figures, places, mentions, calls, roadmaps, statements.

use super::french::Gender;
use super::{date, decimal, on, typographic};
use crate::Status;
use crate::served::{
    Call, Field, Indicator, Mention, NamedPlace, Nature, Precision, Roadmap, Statement,
};

/// The number of a figure with its unit and its source's own reserve: « près de 25 000 places ».
pub fn amount(indicator: &Indicator) -> String {
    let reserve = match indicator.precision {
        Precision::Exact => "",
        Precision::MoreThan => "plus de\u{a0}",
        Precision::Nearly => "près de\u{a0}",
        Precision::About => "de l’ordre de\u{a0}",
    };
    format!("{reserve}{}\u{a0}{}", decimal(indicator.valeur), indicator.unite)
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

/// A call for projects: its title, when it closed, its themes.
pub fn call(call: &Call) -> String {
    let closed = call.cloture.as_deref().map(|day| format!(", clos {}", on(day)));
    let themes = call.themes.join("\u{a0}; ");
    format!("{}{}. Thèmes\u{a0}: {themes}.", call.titre, closed.unwrap_or_default())
}

/// A roadmap: its title and its territory of health.
pub fn roadmap(roadmap: &Roadmap) -> String {
    format!("{}\u{a0}: {}", roadmap.titre, roadmap.territoire)
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
    use crate::served::CallStatus;
    use crate::{Layer, Level, RegionCode};

    #[test]
    fn a_figure_says_of_what_it_is_a_part_and_whether_it_is_only_wished_for() {
        let mut indicator = Indicator {
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
        };
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
    fn a_call_closes_on_a_day_or_in_a_month_or_a_year() {
        let call = |day: Option<&str>| {
            call(&Call {
                id: "a".into(),
                titre: "Innover".into(),
                region: RegionCode::new("84").unwrap(),
                statut: CallStatus::Closed,
                cloture: day.map(str::to_owned),
                cloture_initiale: None,
                themes: vec!["Soins".into(), "Prévention".into()],
                exemples: Vec::new(),
                porteurs: Vec::new(),
                engagements: Vec::new(),
                date: None,
                source: "s".into(),
                note: None,
            })
        };
        let themes = "Thèmes\u{a0}: Soins\u{a0}; Prévention.";
        assert_eq!(call(None), format!("Innover. {themes}"));
        assert_eq!(call(Some("2024")), format!("Innover, clos en 2024. {themes}"));
        assert_eq!(call(Some("2024-03")), format!("Innover, clos en mars\u{a0}2024. {themes}"));
        assert_eq!(
            call(Some("2024-03-08")),
            format!("Innover, clos le 8\u{a0}mars\u{a0}2024. {themes}")
        );
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
