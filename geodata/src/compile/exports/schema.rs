//! The TableSchema of a published table: that of the steward's table, with what only the published
//! one promises: codes, never names.

use crate::error::Error;
use serde_json::{Value, json};
use std::path::Path;

/// A column of codes: the pattern of one code, and the words for them.
struct Codes {
    column: &'static str,
    pattern: &'static str,
    words: &'static str,
}

const COMMUNE: &str = "([0-9]{2}|2[AB])[0-9]{3}";
const DEPARTMENT: &str = "([0-9]{2}|2[AB]|97[1-6])";

/// Columns of one code.
const ALONE: [Codes; 4] = [
    Codes { column: "commune", pattern: COMMUNE, words: "Code INSEE de la commune (COG 2026)." },
    Codes { column: "departement", pattern: DEPARTMENT, words: "Code du département." },
    Codes {
        column: "region",
        pattern: "([0-9]{2}|978)",
        words: "Code INSEE de la région, ou 978 pour Saint-Martin.",
    },
    Codes {
        column: "code",
        pattern: "(FR|[0-9]{2,3}|2[AB]|([0-9]{2}|2[AB])[0-9]{3}|[0-9]{9})",
        words: "Code du territoire de ce niveau\u{a0}; FR pour le pays.",
    },
];

/// Columns of several codes, separated by spaces.
const LISTS: [Codes; 5] = [
    Codes {
        column: "en_partie",
        pattern: COMMUNE,
        words: "Communes couvertes en partie, par code",
    },
    Codes { column: "communes", pattern: COMMUNE, words: "Communes, par code INSEE" },
    Codes {
        column: "arrondissements",
        pattern: "[0-9]{5}",
        words: "Arrondissements de Paris, Lyon ou Marseille, par code INSEE",
    },
    Codes { column: "departements", pattern: DEPARTMENT, words: "Départements, par code" },
    Codes {
        column: "epci",
        pattern: "[0-9]{9}",
        words: "Intercommunalités dont toutes les communes sont dans le périmètre, par SIREN",
    },
];

/// Reads the schema at `path` and makes it that of the published table.
pub(super) fn published(path: &Path) -> Result<Value, Error> {
    let text = std::fs::read_to_string(path).map_err(Error::file(path))?;
    let mut schema: Value =
        serde_json::from_str(&text).map_err(|error| Error::form(path, &error))?;
    for field in schema["fields"].as_array_mut().into_iter().flatten() {
        with_codes_only(field);
    }
    Ok(schema)
}

fn with_codes_only(field: &mut Value) {
    let is_of = |codes: &&Codes| field["name"] == codes.column;
    let found = if let Some(codes) = ALONE.iter().find(is_of) {
        Some((format!("^{}$", codes.pattern), codes.words.to_owned()))
    } else {
        LISTS.iter().find(is_of).map(|codes| {
            let (one, words) = (codes.pattern, codes.words);
            (format!("^{one}( {one})*$"), format!("{words}, séparés par des espaces."))
        })
    };
    if let Some((pattern, words)) = found {
        field["description"] = json!(words);
        field["constraints"]["pattern"] = json!(pattern);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_published_column_of_territories_holds_codes_only() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sources");
        let schema = published(&folder.join("cls.schema.json")).unwrap();
        let fields = schema["fields"].as_array().unwrap();
        let field = |name: &str| fields.iter().find(|field| field["name"] == name).unwrap();
        assert_eq!(field("epci")["constraints"]["pattern"], "^[0-9]{9}( [0-9]{9})*$");
        assert!(!field("communes")["description"].as_str().unwrap().contains("nom"));
        assert_eq!(field("id")["constraints"]["unique"], true, "the rest stays as it is");
    }
}
