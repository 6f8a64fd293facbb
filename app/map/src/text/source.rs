//! Sources: who publishes, of which date, and when we read.

use super::{date, on};
use crate::served::{Manifest, Source};

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

/// The vintage of the territories, and the day on which the data was compiled.
pub fn vintage(manifest: &Manifest) -> String {
    format!("Territoires\u{a0}: {}. Données compilées {}.", manifest.cog, on(&manifest.date))
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
    fn the_data_is_of_a_vintage_and_of_a_day() {
        let manifest = Manifest {
            cog: "COG 2026".into(),
            date: "2026-10-01".into(),
            fichiers: Default::default(),
            regions: Default::default(),
            couches: Vec::new(),
            sources: Default::default(),
        };
        assert_eq!(
            vintage(&manifest),
            "Territoires\u{a0}: COG 2026. Données compilées le 1er\u{a0}octobre\u{a0}2026."
        );
    }
}
