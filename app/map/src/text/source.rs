//! Sources: who publishes, of which date, and when we read.

use super::{capital, date, on, typographic};
use crate::served::{Manifest, Source, is_over_a_year_old};

/// The date of a source: « janvier 2026 », « non daté, relevé le 4 mars 2026 », « non daté ».
pub fn source_date(source: &Source) -> String {
    match (&source.date, &source.date_releve) {
        (Some(published), _) => date(published),
        (None, Some(read)) => format!("non daté, relevé {}", on(read)),
        (None, None) => "non daté".to_owned(),
    }
}

/// The publisher of a source and its date: « ARS Auvergne-Rhône-Alpes, janvier 2026 ».
pub fn publisher_and_date(source: &Source) -> String {
    format!("{}, {}", source.editeur, source_date(source))
}

/// The basis on which a file may be reused, from the sources that it is derived from: the licence that
/// binds the whole, or that some are facts of pages without any.
pub fn licence_of<'a>(sources: impl Iterator<Item = &'a Source>) -> String {
    let licences: Vec<Option<&str>> = sources.map(|one| one.licence.as_deref()).collect();
    let has = |wanted: &str| licences.iter().flatten().any(|licence| licence.contains(wanted));
    let facts = "faits tirés de publications sans licence précisée";
    match (has("ODbL"), licences.contains(&None)) {
        (true, true) => format!("ODbL\u{a0}1.0 pour les contours\u{a0}; {facts}"),
        (true, false) => "ODbL\u{a0}1.0".to_owned(),
        (false, true) if has("Licence Ouverte") => {
            format!("Licence Ouverte\u{a0}2.0 pour les territoires\u{a0}; {facts}")
        }
        (false, true) => capital(facts),
        (false, false) if licences.is_empty() => String::new(),
        (false, false) => "Licence Ouverte\u{a0}2.0".to_owned(),
    }
}

/// The day that statuses refer to: « Statuts au 27 novembre 2026 ». None where none depends on a day.
pub fn status_day(manifest: &Manifest) -> Option<String> {
    Some(format!("Statuts au {}", date(manifest.etat.as_deref()?)))
}

/// A caution for a list or a page of more than twelve months before the day of statuses; none for a
/// newer one. `dated` and `day` are ISO 8601; a month or a year counts from its last day.
pub fn aged(dated: &str, day: &str) -> Option<String> {
    let text = || format!("De plus d’un an au {}\u{a0}: a pu changer depuis.", date(day));
    is_over_a_year_old(dated, day).then(text)
}

/// The publisher of one page and when it was read: « ARS Bretagne, page lue en novembre 2026 ».
pub fn page_read(publisher: &str, read: Option<&str>) -> String {
    let read = read.map(|day| format!(", page lue {}", on(day)));
    format!("{}{}", typographic(publisher), read.unwrap_or_default())
}

/// The vintage of the territories, the day of the statuses and that of the compilation.
pub fn vintage(manifest: &Manifest) -> String {
    let statuses = status_day(manifest).map(|day| format!("{day}. ")).unwrap_or_default();
    format!(
        "Territoires\u{a0}: {}. {statuses}Données compilées {}.",
        manifest.cog,
        on(&manifest.date)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(date: Option<&str>, read: Option<&str>) -> Source {
        Source {
            titre: "Liste".into(),
            editeur: "ARS".into(),
            date: date.map(str::to_owned),
            date_releve: read.map(str::to_owned),
            licence: None,
            adresse: None,
            note: None,
        }
    }

    #[test]
    fn an_undated_source_tells_when_it_was_read() {
        let read = Some("2026-03-04");
        assert_eq!(source_date(&source(Some("2026-01"), read)), "janvier\u{a0}2026");
        assert_eq!(source_date(&source(None, read)), "non daté, relevé le 4\u{a0}mars\u{a0}2026");
        let month = source_date(&source(None, Some("2026-03")));
        assert_eq!(month, "non daté, relevé en mars\u{a0}2026");
        assert_eq!(source_date(&source(None, Some("2026"))), "non daté, relevé en 2026");
        assert_eq!(source_date(&source(None, None)), "non daté");
    }

    #[test]
    fn a_source_is_named_by_its_publisher_and_date() {
        assert_eq!(publisher_and_date(&source(Some("2025"), None)), "ARS, 2025");
    }

    #[test]
    fn a_file_is_under_the_licence_that_binds_the_whole() {
        let under = |licence: Option<&str>| Source {
            licence: licence.map(str::to_owned),
            ..source(None, None)
        };
        let (open, share, none) =
            (under(Some("Licence Ouverte 2.0")), under(Some("ODbL 1.0")), under(None));
        let sentence =
            |sources: &[&Source]| licence_of(sources.iter().copied()).replace('\u{a0}', " ");
        assert_eq!(sentence(&[&open]), "Licence Ouverte 2.0");
        assert_eq!(sentence(&[&open, &share]), "ODbL 1.0");
        assert!(
            sentence(&[&open, &none])
                .starts_with("Licence Ouverte 2.0 pour les territoires ; faits")
        );
        assert!(
            sentence(&[&open, &share, &none]).starts_with("ODbL 1.0 pour les contours ; faits")
        );
        assert_eq!(sentence(&[&none]), "Faits tirés de publications sans licence précisée");
    }

    #[test]
    fn a_source_of_more_than_a_year_before_is_said_to_be_old() {
        let day = "2026-11-27";
        for old in ["2025-11-26", "2025-10", "2024"] {
            let expected =
                "De plus d’un an au 27\u{a0}novembre\u{a0}2026\u{a0}: a pu changer depuis.";
            assert_eq!(aged(old, day).as_deref(), Some(expected), "{old}");
        }
        for new in ["2025-11-27", "2025-11", "2025", "2026-01", "2026-11-27"] {
            assert_eq!(aged(new, day), None, "{new}");
        }
        assert_eq!(aged("?", "?"), None);
    }

    #[test]
    fn a_page_has_its_own_publisher_and_the_month_in_which_it_was_read() {
        assert_eq!(
            page_read("ARS Bretagne", Some("2026-11")),
            "ARS Bretagne, page lue en novembre\u{a0}2026"
        );
        assert_eq!(page_read("Ville d'Orly", None), "Ville d’Orly");
    }

    #[test]
    fn the_data_is_of_a_vintage_and_of_a_day() {
        let manifest = Manifest {
            cog: "COG 2026".into(),
            date: "2026-10-01".into(),
            etat: Some("2026-11-27".into()),
            degres: Vec::new(),
            fichiers: Default::default(),
            regions: Default::default(),
            couches: Vec::new(),
            sources: Default::default(),
        };
        assert_eq!(
            vintage(&manifest),
            "Territoires\u{a0}: COG 2026. Statuts au 27\u{a0}novembre\u{a0}2026. Données compilées \
             le 1er\u{a0}octobre\u{a0}2026."
        );
    }
}
